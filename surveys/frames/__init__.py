"""Rows become DataFrames of fixed columns: the only room of this app that knows pandas."""

from surveys.frames.catalogue import results_frame, sorted_results, surveys_frame
from surveys.frames.figures import FIGURE_TYPES, figures_frame, sorted_rows, with_remainder
from surveys.frames.looks import looked_at
from surveys.frames.segments import broken_down, dimensions_of, whole_rows
from surveys.frames.trends import breaks_of, has_breaks, latest_options, sorted_options, trend_frame
from surveys.frames.wave_tests import has_tests, with_wave_tests

__all__ = [
    "FIGURE_TYPES",
    "breaks_of",
    "broken_down",
    "dimensions_of",
    "figures_frame",
    "has_breaks",
    "has_tests",
    "latest_options",
    "looked_at",
    "results_frame",
    "sorted_options",
    "sorted_results",
    "sorted_rows",
    "surveys_frame",
    "trend_frame",
    "whole_rows",
    "with_remainder",
    "with_wave_tests",
]
