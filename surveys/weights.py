"""What the weights of a dataset are called."""

from django.utils.translation import gettext as _

from portal.labels import choose
from surveys.microdata.codebook.codebook import Codebook

UNWEIGHTED = "none"  # said as a parameter: everybody counts once, whatever the codebook's own weight


def weight_label(codebook: Codebook, code: str) -> str:
    """In the active language; "" is no weight at all."""
    if not code:
        return _("Unweighted")
    raked = codebook.weighting
    if raked and raked.code == code:
        return choose(raked.label_en or code, raked.label_zh)
    return codebook.by_code[code].text


def weight_choices(codebook: Codebook) -> dict[str, str]:
    """Values of the parameter `weight` → label."""
    return {UNWEIGHTED: weight_label(codebook, ""), **{code: weight_label(codebook, code) for code in codebook.weights}}
