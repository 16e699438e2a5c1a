"""An exhibit as schema.org describes data sets, for search engines of data: https://schema.org/Dataset"""

import re

from django.utils.translation import gettext as _

from portal.exhibits.citations import Citation
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.suffixes import FORM_OF

YEAR = re.compile(r"(?:19|20)\d\d")
TIMES = ("wave", "edition")  # code columns that are steps in time
HTML_LANGUAGES = {"en": "en", "zh-hans": "zh-Hans"}
ENDS = ".。!！?？"  # of sentences
LONGEST = 5000  # characters of a description that search engines read


def dataset_of(exhibit: Exhibit, root: str) -> dict:
    """The description; what is not known, such as the years of a list of products, is left out."""
    page = f"{root}{exhibit.href()}"
    organisation = {"@type": "Organization", "name": _("Serverless Market Watch"), "url": f"{root}/"}
    years = years_of(exhibit)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": page,
        "url": page,
        "name": exhibit.title,
        "description": description_of(exhibit),
        "inLanguage": HTML_LANGUAGES[exhibit.language],
        "version": str(exhibit.version),
        "dateModified": exhibit.updated.date().isoformat(),
        "license": exhibit.licence.url,
        "isAccessibleForFree": True,
        "creator": organisation,
        "publisher": organisation,
        "isBasedOn": [source_of(citation) for citation in exhibit.citations],
        **({"temporalCoverage": years} if years else {}),
        **({"variableMeasured": list(map(variable_of, exhibit.measures))} if exhibit.measures else {}),
        "distribution": [download_of(exhibit, suffix, root) for suffix in exhibit.suffixes],
    }


def description_of(exhibit: Exhibit) -> str:
    """Finding, question, base, what is shown and what must be known, as sentences."""
    must = [note.text for note in exhibit.notes if note.is_mandatory]
    texts = dict.fromkeys([exhibit.finding, exhibit.title, exhibit.subtitle, exhibit.description, *must])
    end, joint = ("。", "") if exhibit.language == "zh-hans" else (".", " ")
    return joint.join(text if text[-1] in ENDS else text + end for text in texts if text)[:LONGEST]


def years_of(exhibit: Exhibit) -> str:
    """ "2020", or "2018/2021" from the first wave or edition to the last; nothing where rows have none."""
    codes = {str(code) for key in TIMES if key in exhibit.frame for code in exhibit.frame[key].dropna()}
    years = sorted({found[0] for code in codes if (found := YEAR.search(code))})
    return "/".join(dict.fromkeys([years[0], years[-1]])) if years else ""


def variable_of(column: Column) -> dict:
    unit = {"unitText": column.unit} if column.unit else {}
    return {"@type": "PropertyValue", "name": column.label, "propertyID": column.key, **unit}


def source_of(citation: Citation) -> dict:
    """What the numbers rest on; copies of other sites have no address here either."""
    known = {"url": citation.url, "datePublished": citation.published}
    publisher = {"publisher": {"@type": "Organization", "name": citation.publisher}} if citation.publisher else {}
    return {
        "@type": "CreativeWork",
        "name": citation.title,
        **publisher,
        **{name: text for name, text in known.items() if text},
    }


def download_of(exhibit: Exhibit, suffix: str, root: str) -> dict:
    return {
        "@type": "DataDownload",
        "name": f"{exhibit.title} ({suffix})",
        "encodingFormat": FORM_OF[suffix].media_type,
        "contentUrl": f"{root}{exhibit.href(suffix)}",
    }
