"""The Word styles of a paper; named in Vietnamese where the office will see them in its list."""

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"
_CENTER, _LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
# name: size in points, bold, italic, alignment, space before and after in points
_OWN = {
    "Cơ quan cấp trên": (13, False, False, _CENTER, 0, 0),
    "Cơ quan ban hành": (13, True, False, _CENTER, 0, 0),
    "Số, địa danh": (13, False, False, _CENTER, 2, 0),
    "Loại văn bản": (15, True, False, _CENTER, 14, 2),
    "Trích yếu": (14, True, False, _CENTER, 0, 3),
    "Trích yếu công văn": (12, False, True, _CENTER, 0, 0),
    "Kính gửi": (13, False, False, _LEFT, 0, 2),
    "Ghi chú": (11, False, True, _LEFT, 2, 6),
    "Ô bảng": (11, False, False, _LEFT, 1, 1),
    "Sau bảng": (4, False, False, _LEFT, 0, 0),
    "Đường kẻ": (2, False, False, _LEFT, 0, 0),
    "Chữ ký": (13, True, False, _CENTER, 0, 0),
    "Nơi nhận": (11, False, False, _LEFT, 0, 0),
    "Chân trang": (8, False, False, _CENTER, 0, 0),
}


def prepare_styles(word: WordFile, *, keep: bool) -> None:
    """Set Normal and the headings, and add the styles of the papers.

    With ``keep`` (a template of the office) existing styles stay as they are; only missing ones are added.
    """
    names = {style.name for style in word.styles}
    if not keep:
        _set_normal(word)
    for name, look in _OWN.items():
        if name not in names:
            style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            assert isinstance(style, ParagraphStyle)
            _set(style, *look)
            style.paragraph_format.line_spacing = 1.0


def room_of(word: WordFile) -> Length:
    """Return the width between the margins of the first section."""
    section = word.sections[0]
    return Length((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))


def _set_normal(word: WordFile) -> None:
    normal = word.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _set(normal, 13, False, False, None, 0, 4)
    normal.paragraph_format.line_spacing = 1.05
    for level, size in ((1, 13), (2, 13)):
        heading = word.styles[f"Heading {level}"]
        assert isinstance(heading, ParagraphStyle)
        _set(heading, size, True, False, _LEFT, 10 if level == 1 else 6, 4)
        heading.font.color.rgb = RGBColor(0, 0, 0)
        heading.paragraph_format.keep_with_next = True


def _set(
    style: ParagraphStyle,
    size: int,
    bold: bool,
    italic: bool,
    align: WD_ALIGN_PARAGRAPH | None,
    before: int,
    after: int,
) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.paragraph_format.alignment = align
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


FIRST_LINE = Mm(10)
