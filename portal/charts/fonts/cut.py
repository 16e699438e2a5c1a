"""Cuts the chart fonts and the web fonts from Noto Sans SC and Source Sans 3.

    npm pack @expo-google-fonts/noto-sans-sc @expo-google-fonts/source-sans-3   (unpack both)
    python portal/charts/fonts/cut.py NOTO_PACKAGE SOURCE_PACKAGE

"Portal Sans SC" holds Latin and all 20,902 URO characters, so that no label in simplified
Chinese has a gap. "Portal Sans" is for English: the same letters with fewer Chinese characters,
and with the quotes, dashes and signs that a Chinese font draws full width taken from Source Sans.
Family names are our own: the first family in a list must be one that no machine has.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent
WEB_FOLDER = FOLDER.parents[1] / "static" / "portal" / "fonts"
WEIGHTS = (("Regular", 400), ("Bold", 700))
ENGLISH_SIGNS = "‘’“”…—–·•×÷±≥≤≠≈→←↑↓°§©®™"
LATIN = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2028),
    *range(0x2030, 0x203B),
    *range(0x20A0, 0x20C0),
    *range(0x2190, 0x219A),
    *(0x2116, 0x2122, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2713, 0x2715),
)
USUAL = (
    *range(0x20, 0x7F),
    *map(ord, "\xa0§©®°±·×÷–—‘’“”•…−≈≤≥←↑→↓✓€"),
)  # the others are the unicode-range in tokens.css
SYMBOLS = (
    *(0x25A0, 0x25CF, 0x25CB, 0x25B2, 0x25BC, 0x2605, 0x2606, 0x30FB, 0xFFE5),
    *range(0x3000, 0x3020),
    *range(0xFF01, 0xFF5F),
    *range(0x0391, 0x03CA),
)
URO = range(0x4E00, 0x9FA6)  # "Unified Repertoire and Ordering": the 20,902 first characters


def main(noto_package, source_package):
    for style, weight in WEIGHTS:
        noto = Path(noto_package) / f"{weight}{style}" / f"NotoSansSC_{weight}{style}.ttf"
        source = Path(source_package) / f"{weight}{style}" / f"SourceSans3_{weight}{style}.ttf"
        chinese = cut(noto, {*LATIN, *SYMBOLS, *gb2312(), *URO})
        save(chinese, FOLDER / f"PortalSansSC-{style}.ttf", family="Portal Sans SC", style=style)
        english = cut(noto, {*LATIN, *SYMBOLS, *gb2312()})
        take_signs(english, TTFont(source))
        save(english, FOLDER / f"PortalSans-{style}.ttf", family="Portal Sans", style=style)
        cut_web(style)


def cut_web(style):
    """Two files of the chart font: what nearly every page needs, and the letters that few pages ask for."""
    for name, characters in (("PortalSans", set(USUAL)), ("PortalSansMore", set(LATIN) - set(USUAL))):
        web = cut(FOLDER / f"PortalSans-{style}.ttf", characters)
        web.flavor = "woff2"
        save(web, WEB_FOLDER / f"{name}-{style}.woff2", family="Portal Sans", style=style)


def cut(path, characters):
    """The font at path with these characters only, without hints and vertical metrics."""
    font = TTFont(path, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = ["kern", "ccmp", "liga"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    options.drop_tables += ["vhea", "vmtx", "BASE", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def gb2312():
    """The characters of the national standard, among them signs outside the URO."""
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield ord(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def take_signs(font, source):
    """Replace the full-width signs by those of source, each as a glyph of its own.

    A new glyph, because several characters may share one glyph in the Chinese font.
    """
    glyph_set, source_map = source.getGlyphSet(), source.getBestCmap()
    scale = font["head"].unitsPerEm / source["head"].unitsPerEm
    present = font.getBestCmap()
    for sign in map(ord, ENGLISH_SIGNS):
        if sign not in source_map or sign not in present:
            continue
        name, original = f"en{sign:04X}", source_map[sign]
        recording, pen = DecomposingRecordingPen(glyph_set), TTGlyphPen(None)
        glyph_set[original].draw(recording)
        recording.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = tuple(round(measure * scale) for measure in source["hmtx"][original])
        for table in font["cmap"].tables:
            if sign in table.cmap:
                table.cmap[sign] = name
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def save(font, path, *, family, style):
    """Write the font under our family name, keeping its copyright and licence records."""
    names = font["name"]
    names.names = [name for name in names.names if name.nameID in (0, 13, 14) and name.platformID == 3]
    postscript = f"{family}-{style}".replace(" ", "")
    version = "Version 1.0; subset of Noto Sans SC 2.004"
    ours = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 5: version, 6: postscript}
    for identifier, text in ours.items():
        names.setName(text, identifier, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = dict(WEIGHTS)[style]
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (0x20 if bold else 0x40)
    font["head"].macStyle = int(bold)
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
