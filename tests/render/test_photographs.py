"""Photographs enter papers upright and without the camera's notes."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm
from PIL import Image

from guong.core.documents.model import Document, Photograph
from guong.render import to_docx, to_pdf
from guong.render.photographs import LONGEST_SIDE, NotAPhotograph, as_svg, cleaned, size_in_mm
from tests.documents import invented


def picture(size: tuple[int, int] = (400, 200), *, kind: str = "JPEG", orientation: int = 1) -> bytes:
    """A picture whose left half is red; a camera wrote place and orientation into it."""
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010F] = "Hãng máy ảnh"
    notes.get_ifd(0x8825)[1] = "N"
    made = BytesIO()
    image.save(made, kind, exif=notes)
    return made.getvalue()


def opened(data: bytes) -> Image.Image:
    """The picture read back."""
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_time_and_device_are_dropped(kind: str) -> None:
    before = picture(kind=kind)
    assert len(opened(before).getexif())
    after = opened(cleaned(before))
    assert after.format == "JPEG"
    assert not len(after.getexif())
    assert b"Exif" not in cleaned(before)


def test_a_picture_taken_sideways_is_turned_upright() -> None:
    after = opened(cleaned(picture(orientation=6)))
    assert after.size == (200, 400)
    assert after.getpixel((100, 20))[1] < 80  # type: ignore[index]  # RGB: what was on the left is now above


def test_a_large_picture_is_made_smaller() -> None:
    assert max(opened(cleaned(picture((4000, 3000)))).size) == LONGEST_SIDE


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"GIF89a" + b"\x00" * 40, picture()[:200]])
def test_what_is_no_photograph_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPhotograph):
        cleaned(data)


def test_a_picture_that_unpacks_to_too_much_is_refused() -> None:
    made = BytesIO()
    Image.new("1", (10_000, 7_000)).save(made, "PNG")
    with pytest.raises(NotAPhotograph, match="sixty million"):
        cleaned(made.getvalue())


@pytest.mark.parametrize(("size", "fitted"), [((400, 200), (130, 65)), ((200, 400), (47.5, 95))])
def test_a_photograph_keeps_its_shape_in_its_frame(
    size: tuple[int, int], fitted: tuple[float, float]
) -> None:
    assert size_in_mm(picture(size), width=130, height=95) == fitted


def test_a_photograph_stands_in_word_as_a_picture_with_its_caption() -> None:
    data = cleaned(picture())
    document = Document(
        invented.letterhead(), "BIÊN BẢN", "Thử", (Photograph(data, "Đồng chí chủ trì phát biểu"),)
    )
    made = to_docx(document)
    with ZipFile(BytesIO(made)) as package:
        assert data in [package.read(name) for name in package.namelist() if name.startswith("word/media/")]
    word = docx.Document(BytesIO(made))
    assert abs(word.inline_shapes[0].width - Mm(130)) < Mm(0.1)
    assert "Đồng chí chủ trì phát biểu" in [paragraph.text for paragraph in word.paragraphs]


def test_a_photograph_stands_in_the_pdf() -> None:
    document = Document(invented.letterhead(), "BIÊN BẢN", "Thử", (Photograph(cleaned(picture()), "Ảnh"),))
    assert b"/Subtype /Image" in to_pdf(document) or b"/Subtype/Image" in to_pdf(document)


def test_an_svg_around_what_is_no_picture_is_refused() -> None:
    with pytest.raises(NotAPhotograph):
        as_svg(b"<svg onload='x'/>")
