"""Searches to begin with, in both languages; each of them finds something in what is shipped."""

EXAMPLES = ("aws lambda", "冷启动", "vendor lock-in", "knative", "内存", "cncf 2022")
