"""The datasets of what both apps need: sources and terms."""

from portal.loading.columns import Items, PartialDate, Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from portal.models import Source, Term


class SourceRow(Row):
    code: Required
    title: Required
    publisher: Text
    url: Text
    kind: Required
    standing: Required
    published: PartialDate
    accessed: PartialDate
    licence: Text


class TermRow(Row):
    code: Required
    name_en: Required
    name_zh: Text
    aliases: Items
    definition_en: Required
    definition_zh: Text
    source: Text


SOURCES = Dataset(name="sources", model=Source, row=SourceRow, key=("code",), key_of=lambda source: (source.code,))
TERMS = Dataset(
    name="terms",
    model=Term,
    row=TermRow,
    key=("code",),
    key_of=lambda term: (term.code,),
    references=(Reference("source", "sources", ("source",)),),
)
DATASETS = [SOURCES, TERMS]
