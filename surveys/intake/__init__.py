"""How answers of respondents come into the portal: their place among the waves, uploads, publication, what is told."""
