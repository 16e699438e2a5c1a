"""Colours by meaning, light and dark: the only place with hex values.

Charts are drawn once in stand-in colours, one for each name. Afterwards the stand-ins become
the hex values of a theme (files) or CSS custom properties (pages), so that one drawing serves
both and a page follows the reader's choice of light or dark.
"""

import re

INK_DARK, INK_LIGHT = "#1D2733", "#FFFFFF"
CATEGORIES = 7  # more cannot be told apart, see the palette test
STEPS = 7

_LIGHT = {
    "paper": "#FFFFFF",
    "ink": "#1D2733",
    "ink-2": "#55606E",
    "ink-3": "#66717E",
    "rule": "#D9DEE4",
    "grid": "#E9ECF0",
    "brand": "#1F5FA8",
    "card": "#FFFFFF",
    "emph": "#1F5FA8",
    "soft": "#9DBBDD",
    "muted": "#B9C0C8",
    "ghost": "#DDE2E7",
    "using-0": "#164A86",
    "using-1": "#2F74BF",
    "trying-0": "#3E9A7A",
    "trying-1": "#9CD0BC",
    "none": "#C3C9D0",
    "hatch": "#8A95A1",
    "tint": "#F1F5FA",
    "mark": "#B3261E",
}
_LIGHT_CATEGORIES = ("#1F5FA8", "#BA662C", "#4EA989", "#6B0E3F", "#C3AA00", "#ED7FBC", "#6B7076")
_LIGHT_STEPS = ("#EAF1F9", "#C6DAEF", "#9DBFE2", "#6C9FD2", "#3F7DBE", "#1F5FA8", "#123F75")

_DARK = {
    "paper": "#12181F",
    "ink": "#EEF2F6",
    "ink-2": "#B4BEC9",
    "ink-3": "#93A0AD",
    "rule": "#36414D",
    "grid": "#26303A",
    "brand": "#6FB0F2",
    "card": "#1B232C",
    "emph": "#6FB0F2",
    "soft": "#3C628C",
    "muted": "#56626F",
    "ghost": "#303A45",
    "using-0": "#8CC2F7",
    "using-1": "#4A8FD6",
    "trying-0": "#5CC4A4",
    "trying-1": "#2F7A63",
    "none": "#4C5763",
    "hatch": "#7E8A97",
    "tint": "#18212B",
    "mark": "#FF9A8F",
}
_DARK_CATEGORIES = ("#6FB0F2", "#F2844C", "#62EBD9", "#AE58AC", "#F4E07E", "#E4A8B1", "#808489")
_DARK_STEPS = ("#1A2836", "#1F3D5E", "#285988", "#3A79B5", "#5C99D6", "#8ABBEB", "#C4DEF7")

TONES = (
    *("emph", "soft", "muted", "ghost", "using-0", "using-1", "trying-0", "trying-1", "none"),
    *(f"cat-{index}" for index in range(CATEGORIES)),
    *(f"seq-{index}" for index in range(STEPS)),
)  # what a filled mark may carry; each has an "on-…" for text inside it


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it, 0 black to 1 white."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG defines it, 1 to 21."""
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def _theme(base: dict[str, str], categories: tuple[str, ...], steps: tuple[str, ...]) -> dict[str, str]:
    colours = dict(base)
    colours.update({f"cat-{index}": colour for index, colour in enumerate(categories)})
    colours.update({f"seq-{index}": colour for index, colour in enumerate(steps)})
    for tone in (*TONES, "mark"):
        fill = colours[tone]
        is_light_better = contrast(INK_LIGHT, fill) >= contrast(INK_DARK, fill)
        colours[f"on-{tone}"] = INK_LIGHT if is_light_better else INK_DARK
    return colours


THEMES = {
    "light": _theme(_LIGHT, _LIGHT_CATEGORIES, _LIGHT_STEPS),
    "dark": _theme(_DARK, _DARK_CATEGORIES, _DARK_STEPS),
}
NAMES = tuple(THEMES["light"])
HATCHED = "#0b5f00"  # stand-in for the hatching of what is not known
_STAND_IN = re.compile(r"#0b5e([0-9a-f]{2})")


def stand_in(name: str) -> str:
    """The colour in which a chart draws this meaning until a theme is chosen."""
    return f"#0b5e{NAMES.index(name):02x}"


def in_theme(drawing: str, theme: str) -> str:
    """The drawing in the colours of a theme."""
    colours = THEMES[theme]
    return _STAND_IN.sub(lambda found: colours[NAMES[int(found[1], 16)]], drawing)


def in_variables(drawing: str) -> str:
    """The drawing in CSS custom properties, with the light colours where they are not set."""
    return _STAND_IN.sub(lambda found: _variable(NAMES[int(found[1], 16)]), drawing)


def _variable(name: str) -> str:
    return f"var(--chart-{name}, {THEMES['light'][name]})"


def css_variables() -> dict[str, tuple[str, str]]:
    """{"--chart-emph": ("#1F5FA8", "#6FB0F2"), …}: name, light, dark."""
    return {f"--chart-{name}": (THEMES["light"][name], THEMES["dark"][name]) for name in NAMES}


def tokens_css() -> str:
    """The block of tokens.css that gives the chart colours to the pages."""
    light, dark = ([f"{name}: {pair[index]};" for name, pair in css_variables().items()] for index in (0, 1))
    return "\n".join(
        [
            ":root {",
            *(f"  {line}" for line in light),
            "}",
            "",
            "@media (prefers-color-scheme: dark) {",
            "  :root:not([data-theme=light]) {",
            *(f"    {line}" for line in dark),
            "  }",
            "}",
            "",
            ":root[data-theme=dark] {",
            *(f"  {line}" for line in dark),
            "}",
            "",
        ]
    )
