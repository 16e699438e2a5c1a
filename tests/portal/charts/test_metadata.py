"""What PNG, SVG and PDF files say of themselves: title, rights, source and address, for any program that asks."""

import io
import xml.etree.ElementTree as ElementTree

from PIL import Image
from pypdf import PdfReader

from portal.charts import pictures
from portal.charts.captions import Caption
from portal.charts.shapes import RankedBars
from portal.charts.sizes import SIZES
from tests.portal.charts.frames import stages

SHAPE, DEFAULT = RankedBars("label", "share"), SIZES["default"]
STATED = Caption(
    title="Title <b> & “more”",
    description="Who and when",
    language="zh-hans",
    metadata={
        "creator": "无服务器市场观察",
        "source": "An Institute, 2021",
        "rights": "CC BY 4.0",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "date": "2026-11-24",
        "identifier": "https://example.org/zh-hans/surveys?a=1&b=2",
    },
)


def test_png_names_its_address_and_date():
    image = Image.open(io.BytesIO(pictures.png(stages(), SHAPE, STATED, theme="light", size=DEFAULT)))

    assert image.text["URL"] == STATED.metadata["identifier"]
    assert image.text["Date"] == "2026-11-24"
    assert image.text["License"] == "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"
    assert image.text["Title"].lang == "zh-hans"


def test_svg_states_rights_and_source_in_rdf():
    root = ElementTree.fromstring(pictures.framed_svg(stages(), SHAPE, STATED, theme="light", size=DEFAULT))
    dublin, creative = "{http://purl.org/dc/elements/1.1/}", "{http://creativecommons.org/ns#}"
    stated = {element.tag.removeprefix(dublin): element.text for element in root.iter() if dublin in str(element.tag)}

    assert stated == {name: text for name, text in STATED.metadata.items() if name != "license"}
    licence = next(root.iter(f"{creative}license"))
    assert next(iter(licence.attrib.values())) == "https://creativecommons.org/licenses/by/4.0/"


def test_pdf_states_rights_and_source_in_xmp():
    document = PdfReader(io.BytesIO(pictures.pdf(stages(), SHAPE, STATED, theme="light", size=DEFAULT)))
    packet = document.xmp_metadata

    assert packet.dc_title == {"x-default": STATED.title}
    assert packet.dc_creator == ["无服务器市场观察"]
    assert packet.dc_source == "An Institute, 2021"
    assert packet.dc_rights == {"x-default": "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"}
    assert packet.dc_identifier == STATED.metadata["identifier"]
    assert packet.dc_language == ["zh-hans"]
    assert packet.dc_description == {"x-default": "Who and when"}
    assert document.root_object["/Lang"] == "zh-hans"
