"""How the cells of a book look."""

from portal.charts.palette import THEMES
from portal.exhibits.workbook import FACES

COLOURS = THEMES["light"]
DECIMALS_FROM = 100  # people: shares of larger bases have a decimal


class Looks:
    """Formats by name, each made once in a workbook."""

    def __init__(self, book, language: str):
        self.book, self.face = book, FACES[language]
        self.made: dict[tuple, object] = {}

    def look(self, **parts):
        key = tuple(sorted(parts.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({"font_name": self.face, "font_size": 10, "valign": "top", **parts})
        return self.made[key]

    @property
    def plain(self):
        return self.look()

    @property
    def wrapped(self):
        return self.look(text_wrap=True)

    @property
    def bold(self):
        return self.look(bold=True)

    @property
    def title(self):
        return self.look(bold=True, font_size=14)

    @property
    def note(self):
        return self.look(font_size=9, font_color=COLOURS["ink-3"])

    @property
    def link(self):
        return self.look(font_color=COLOURS["brand"], underline=1)

    @property
    def head(self):
        return self.look(bold=True, text_wrap=True, align="right", valign="bottom", bottom=1)

    @property
    def group(self):
        return self.look(bold=True, left=1)

    @property
    def letter(self):
        return self.look(align="left", font_size=9, font_color=COLOURS["ink-2"])

    @property
    def hidden(self):
        return self.look(italic=True, align="right", font_color=COLOURS["ink-3"])

    def share(self, base: int | None, *, is_bold: bool = False):
        pattern = "0.0%" if base is not None and base >= DECIMALS_FROM else "0%"
        return self.look(num_format=pattern, align="right", **({"bold": True} if is_bold else {}))

    def mean(self):
        return self.look(num_format="0.00", align="right", italic=True)

    def count(self, flag: str = ""):
        pattern = f'#,##0"{flag}"' if flag else "#,##0"
        return self.look(num_format=pattern, align="right", font_color=COLOURS["ink-2"])
