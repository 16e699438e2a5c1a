"""Lines of code that fetch the current view of an exhibit: to copy into a shell, Python, R and Excel."""

import json
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit


@dataclass(frozen=True)
class CodeExample:
    """`steps` say in words where the code goes, where that is not plain."""

    code: str
    name: str
    text: str
    steps: str = ""


def code_examples(exhibit: Exhibit, root: str) -> list[CodeExample]:
    """`root` is scheme and host of the portal. Addresses hold no quote and no blank: queries are encoded."""
    table = f"{root}{exhibit.href('.csv')}"
    codes = [column.key for column in exhibit.columns if column.role == "code"]
    numbers = [column.key for column in exhibit.columns if column.is_counted]
    found = [
        CodeExample("curl", "curl", f'curl -o "{file_name(exhibit)}" "{table}"'),
        CodeExample("pandas", "Python (pandas)", _pandas(table, codes)),
        CodeExample("r", "R (readr)", _readr(table, codes)),
    ]
    if exhibit.is_cube:
        cube = f"{root}{exhibit.href('.jsonstat.json')}"
        found.append(CodeExample("rjstat", "R (rjstat)", _rjstat(cube)))
    steps = _(
        "Data → From Web, with the address of the CSV file. Or as a query of its own: Data → Get Data → "
        "Launch Power Query Editor → Advanced Editor, with these lines."
    )
    found.append(CodeExample("excel", "Excel (Power Query)", _power_query(table, numbers), steps))
    return found


def file_name(exhibit: Exhibit) -> str:
    return exhibit.address.replace("/", "-") + ".csv"


def _pandas(address: str, codes: list[str]) -> str:
    """Codes stay text: a year is no number here."""
    lines = ["import pandas as pd", "", f'address = "{address}"']
    if codes:
        lines.append(f"codes = {json.dumps(codes)}")
    kinds = ", dtype=dict.fromkeys(codes, str)" if codes else ""
    return "\n".join([*lines, f"table = pd.read_csv(address{kinds})"])


def _readr(address: str, codes: list[str]) -> str:
    kinds = ", ".join([*(f'{code} = "c"' for code in codes), '.default = "?"'])
    lines = ["library(readr)", "", f'address <- "{address}"', f"table <- read_csv(address, col_types = cols({kinds}))"]
    return "\n".join(lines)


def _rjstat(address: str) -> str:
    read = 'cube <- fromJSONstat(paste(readLines(address, warn = FALSE), collapse = "\\n"))'
    return "\n".join(["library(rjstat)", "", f'address <- "{address}"', read])


def _power_query(address: str, numbers: list[str]) -> str:
    typed = ", ".join(f'{{"{number}", type number}}' for number in numbers)
    last = f',\n    Typed = Table.TransformColumnTypes(Headed, {{{typed}}}, "en-US")' if numbers else ""
    return (
        "let\n"
        f'    Address = "{address}",\n'
        '    Source = Csv.Document(Web.Contents(Address), [Delimiter = ",", Encoding = 65001]),\n'
        f"    Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]){last}\n"
        f"in\n    {'Typed' if numbers else 'Headed'}"
    )
