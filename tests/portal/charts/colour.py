"""Colour difference as people see it, also with colour-blind vision: the measure of the palette test.

CIEDE2000 after Sharma, Wu and Dalal (2005); simulation after Machado, Oliveira and Fernandes (2009),
severity 1.0.
"""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

SIMULATIONS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)


def difference(one: str, other: str, vision: str) -> float:
    """CIEDE2000 between two hex colours under a kind of vision."""
    return ciede2000(_lab(one, vision), _lab(other, vision))


def _apply(matrix, vector):
    return [sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in matrix]


def _lab(colour: str, vision: str) -> tuple[float, float, float]:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [min(max(part, 0), 1) for part in _apply(SIMULATIONS[vision], linear)]
    x, y, z = (_root(part / white) for part, white in zip(_apply(TO_XYZ, seen), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def ciede2000(one, other) -> float:
    """The difference of two CIELAB colours."""
    (light1, a1, b1), (light2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    grey = 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = a1 * (1 + grey), a2 * (1 + grey)
    chroma1, chroma2 = hypot(a1, b1), hypot(a2, b2)
    hue1, hue2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = 0.0 if not chroma1 * chroma2 else (hue2 - hue1 + 180) % 360 - 180
    hue_step = 2 * sqrt(chroma1 * chroma2) * sin(radians(turn) / 2)
    mean_light, mean_chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    hue = hue1 + hue2 if not chroma1 * chroma2 else (hue1 + turn / 2) % 360
    weight = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    squared = (mean_light - 50) ** 2
    light_scale = 1 + 0.015 * squared / sqrt(20 + squared)
    chroma_scale, hue_scale = 1 + 0.045 * mean_chroma, 1 + 0.015 * mean_chroma * weight
    twist = 2 * sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    rotation = -sin(radians(60 * exp(-(((hue - 275) / 25) ** 2)))) * twist
    light_part, chroma_part = (light2 - light1) / light_scale, (chroma2 - chroma1) / chroma_scale
    hue_part = hue_step / hue_scale
    return sqrt(light_part**2 + chroma_part**2 + hue_part**2 + rotation * chroma_part * hue_part)
