"""What the archive of a crosstab holds besides: its recipe, the codebook, and a script that makes the numbers anew."""

from pathlib import Path

import orjson

from surveys.crosstabs.asking import Asking
from surveys.crosstabs.recipe import CODEBOOK, plain_recipe
from surveys.microdata.codebook.writing import codebook_yaml
from surveys.microdata.tables.table import Table

SCRIPT = Path(__file__).with_name("reproduce.py")
RECIPE = "recipe.json"


def attachments_of(table: Table, asking: Asking) -> dict[str, bytes]:
    """Name → content."""
    return {
        RECIPE: orjson.dumps(plain_recipe(table, asking), option=orjson.OPT_INDENT_2),
        CODEBOOK: codebook_yaml(asking.codebook).encode(),
        SCRIPT.name: SCRIPT.read_bytes(),
    }
