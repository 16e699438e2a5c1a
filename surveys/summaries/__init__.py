"""Answers of respondents summed up as figures: the rows of figures.csv that published answers give."""
