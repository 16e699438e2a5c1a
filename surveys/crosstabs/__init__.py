"""The crosstab page: any two questions of a wave asked of each other, as every public reader may see it."""
