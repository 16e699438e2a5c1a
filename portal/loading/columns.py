"""Text → values: the types that columns are made of. What does not fit is said in a sentence."""

import json
import re
from decimal import Decimal
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BaseModel, BeforeValidator, ConfigDict

from portal.dates import is_partial_date

PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
WHOLE_NUMBER = re.compile(r"[0-9]+")
MAX_ORDER = 32_767
MAX_COUNT = 2_147_483_647
MAX_SHARE = 100  # per cent
# SQLite keeps numbers as double precision: more digits would not come back as they went in.
MAX_DIGITS = 15


class Row(BaseModel):
    """A row of a file with its values; each dataset describes its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WrongValue(ValueError):
    """A value that does not go with the rest of its row: names the column and says what was expected."""

    def __init__(self, column: str, expected: str):
        super().__init__(expected)
        self.column = column
        self.expected = expected


def read_required(text: str) -> str:
    if not text:
        raise ValueError(_("expected a value, found none"))
    return text


def read_flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(_("expected true or false"))
    return text == "true"


def read_optional_flag(text: str) -> bool | None:
    if text not in ("true", "false", ""):
        raise ValueError(_("expected true, false or nothing"))
    return read_flag(text) if text else None


def read_order(text: str) -> int:
    return read_whole(text, lowest=0, highest=MAX_ORDER)


def read_optional_count(text: str) -> int | None:
    return read_whole(text, lowest=1, highest=MAX_COUNT) if text else None


def read_whole(text: str, *, lowest: int, highest: int) -> int:
    # The pattern keeps out what int() takes: signs, blanks, underscores, digits of other scripts.
    if not WHOLE_NUMBER.fullmatch(text) or len(text) > MAX_DIGITS or not lowest <= int(text) <= highest:
        raise ValueError(
            _("expected a whole number from %(lowest)d to %(highest)d, in plain digits")
            % {"lowest": lowest, "highest": highest}
        )
    return int(text)


def read_number(text: str) -> Decimal:
    """Plain digits only: no exponent, no thousands mark, no NaN."""
    if not PLAIN_NUMBER.fullmatch(text):
        raise ValueError(_("expected a number in plain digits with a decimal point, such as 10240 or 0.2"))
    number = Decimal(text) + 0  # -0 is 0
    if len(number.normalize().as_tuple().digits) > MAX_DIGITS:
        raise ValueError(_("expected a number of at most %(digits)d digits") % {"digits": MAX_DIGITS})
    return number


def read_share(text: str) -> Decimal:
    if (
        not PLAIN_NUMBER.fullmatch(text)
        or text.startswith("-")
        or not 0 <= Decimal(text) <= MAX_SHARE
        or len(text.partition(".")[2]) > 2
    ):
        raise ValueError(_("expected a number from 0 to 100 with at most two decimals, such as 12.5, without %"))
    return Decimal(text)


def read_optional_share(text: str) -> Decimal | None:
    return read_share(text) if text else None


def read_partial_date(text: str) -> str:
    if text and not is_partial_date(text):
        raise ValueError(_("expected a date of the calendar: YYYY, YYYY-MM or YYYY-MM-DD"))
    return text


def read_items(text: str) -> list[str]:
    """Items separated by semicolons."""
    if not text:
        return []
    items = [item.strip() for item in text.split(";")]
    if not all(items) or len(set(items)) < len(items):
        raise ValueError(_("expected different items separated by semicolons, such as nodejs; python"))
    return items


def read_details(text: str) -> dict:
    """A JSON object, such as {"logo": "nuclio.svg"}."""
    try:
        details = json.loads(text) if text else {}
    except ValueError as error:
        raise ValueError(_('expected a JSON object, such as {"logo": "nuclio.svg"}, or nothing')) from error
    if not isinstance(details, dict):
        raise ValueError(_('expected a JSON object, such as {"logo": "nuclio.svg"}, or nothing'))
    return details


def require_in_time(earlier: str, later: str, column: str) -> None:
    """Two dates in their order, as far as both are exact; `column` holds the later one."""
    exact = min(len(earlier), len(later))
    if later[:exact] < earlier[:exact]:
        raise WrongValue(column, _("expected no date before %(earlier)s") % {"earlier": earlier})


Text = str
Required = Annotated[str, BeforeValidator(read_required)]
Flag = Annotated[bool, BeforeValidator(read_flag)]
OptionalFlag = Annotated[bool | None, BeforeValidator(read_optional_flag)]
Order = Annotated[int, BeforeValidator(read_order)]
OptionalCount = Annotated[int | None, BeforeValidator(read_optional_count)]
Share = Annotated[Decimal, BeforeValidator(read_share)]
OptionalShare = Annotated[Decimal | None, BeforeValidator(read_optional_share)]
PartialDate = Annotated[str, BeforeValidator(read_partial_date)]
Items = Annotated[list[str], BeforeValidator(read_items)]
Details = Annotated[dict, BeforeValidator(read_details)]
