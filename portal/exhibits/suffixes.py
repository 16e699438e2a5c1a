"""The file forms of exhibits: how their addresses end and what comes out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileForm:
    suffix: str
    content_type: str
    is_shown: bool = False  # by a browser, rather than saved

    @property
    def media_type(self) -> str:
        """Without its parameters."""
        return self.content_type.partition(";")[0]


FORMS = (
    FileForm(".csv", "text/csv; charset=utf-8; header=present"),
    FileForm(".tsv", "text/tab-separated-values; charset=utf-8; header=present"),
    FileForm(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    FileForm(".json", "application/json", is_shown=True),
    FileForm(".md", "text/markdown; charset=utf-8", is_shown=True),
    FileForm(".txt", "text/plain; charset=utf-8", is_shown=True),
    FileForm(".zip", "application/zip"),
    FileForm(".svg", "image/svg+xml", is_shown=True),
    FileForm(".png", "image/png", is_shown=True),
    FileForm(".pdf", "application/pdf", is_shown=True),
    FileForm(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    FileForm(".jsonstat.json", "application/json", is_shown=True),
    FileForm(".vl.json", "application/json", is_shown=True),
    FileForm(".ipynb", "application/x-ipynb+json"),
    FileForm(".bib", "application/x-bibtex; charset=utf-8"),
    FileForm(".ris", "application/x-research-info-systems; charset=utf-8"),
    FileForm(".csl.json", "application/vnd.citationstyles.csl+json"),
)
FORM_OF = {form.suffix: form for form in FORMS}
SUFFIXES = tuple(FORM_OF)

DATA_SUFFIXES = (".csv", ".tsv", ".xlsx", ".json", ".md", ".txt", ".zip", ".pptx", ".ipynb")  # every exhibit has them
CUBE_SUFFIXES = (".jsonstat.json",)  # where codes and numbers make a cube
CHART_SUFFIXES = (".svg", ".png", ".pdf")  # where a shape is drawn
TABLE_SUFFIXES = (".pdf",)  # where rows stand without a chart
PLOT_SUFFIXES = (".vl.json",)  # where the shape is a plot, not cards
CITATION_SUFFIXES = (".bib", ".ris", ".csl.json")  # how to cite it; every exhibit has them
