"""The codebook: what the columns of a file of answers mean, as YAML and as a workbook."""
