"""What readers ask of attributes: the language of requirements, whether facts meet them, who wins and who loses."""
