"""How numbers are written in each language, where Django's own way is not the one of research reports."""
