"""Chinese research reports write 10,240 as English ones do; Django would write 10240 and group by four."""

THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
