"""Answers as one Parquet file, for other engines: the columns of the store under their names, and the codebook.

What is never served may be large: row groups are written one after the other, so that memory stays small.
"""

import os
import tempfile
from pathlib import Path

import numpy as np

from surveys.microdata.codebook.writing import codebook_yaml
from surveys.microdata.store.answers import Answers

GROUP = 1 << 18  # respondents of a row group
CODEBOOK, REVISION = "codebook", "revision"  # keys of the file's own metadata


def write_parquet(answers: Answers, path: Path) -> None:
    """Replaces the file when the new one is whole. Codes and masks are whole numbers as in the store; NULL stands
    where a numeric question has no answer. OSError where the folder cannot be written.
    """
    import fastparquet
    import pandas

    names = list(answers.column_names)
    nullable = [name for name in names if answers.columns[name].dtype.kind == "f"]
    about = {CODEBOOK: codebook_yaml(answers.codebook), REVISION: answers.revision}
    handle, scratch = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    os.close(handle)
    try:
        for start in range(0, max(answers.respondents, 1), GROUP):
            frame = pandas.DataFrame({name: np.asarray(answers.columns[name][start : start + GROUP]) for name in names})
            more = {"append": True} if start else {"custom_metadata": about}
            fastparquet.write(scratch, frame, has_nulls=nullable, write_index=False, **more)
        os.chmod(scratch, 0o600)  # answers of people, for whoever exported them
        os.replace(scratch, path)
    finally:
        Path(scratch).unlink(missing_ok=True)
