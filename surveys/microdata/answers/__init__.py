"""Files of answers, read, repaired, checked against their codebook and turned into columns of codes."""
