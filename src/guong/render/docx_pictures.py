"""The SVG beside its PNG in a Word file: new Word draws the SVG, older programs the PNG."""

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.parts.story import StoryPart
from docx.shape import InlineShape

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_EXTENSION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{relation}"/>'
    "</a:ext></a:extLst>"
)


def attach_svg(part: StoryPart, shape: InlineShape, svg: str) -> None:
    """Add the SVG to the package and name it in the picture's extension list."""
    number = sum(1 for entry in part.package.iter_parts() if str(entry.partname).endswith(".svg")) + 1
    picture = Part(PackURI(f"/word/media/chart{number}.svg"), "image/svg+xml", svg.encode(), part.package)
    relation = part.relate_to(picture, _RELATION)
    shape._inline.graphic.graphicData.pic.blipFill.blip.append(
        parse_xml(_EXTENSION.format(relation=relation))
    )
