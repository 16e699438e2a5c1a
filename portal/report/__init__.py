"""The research report: chapters in Markdown that name exhibits by address, read online, printed and shown as slides."""
