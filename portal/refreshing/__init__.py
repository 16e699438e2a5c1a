"""Exported slides and workbooks brought up to date, whatever their authors have made of them since."""
