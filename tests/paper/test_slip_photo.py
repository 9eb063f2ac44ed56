"""Slips read out of photographs as phones take them, and pictures that are refused before they are decoded."""

import io
import struct
import zlib

import numpy
import pytest
import segno
from PIL import Image

from guong.paper.slip_photo import MOST_BYTES, SlipPhoto, read_slip_photo
from tests.paper import invented
from tests.paper.slip_photos import jpeg, page, photographed

EIGHT = {slip.link for slip in invented.slips(8)}


@pytest.mark.parametrize("turned", [0, 12, 45, 90, 178])
@pytest.mark.parametrize("blur", [0.8, 1.6])
def test_every_slip_of_a_sheet_is_found_however_it_lies(turned: float, blur: float) -> None:
    sheet = page(invented.slip_sheet(8), dpi=180)
    found = read_slip_photo(jpeg(photographed(sheet, turned=turned, blur=blur)))
    assert isinstance(found, SlipPhoto)
    assert set(found.addresses) == EIGHT
    assert found.others == 0


def test_a_photo_turned_by_the_cameras_note_is_read_too() -> None:
    picture = Image.fromarray(page(invented.slip_sheet(1)))
    notes = picture.getexif()
    notes[0x0112] = 6
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=notes)
    found = read_slip_photo(made.getvalue())
    assert isinstance(found, SlipPhoto)
    assert found.addresses == (invented.slips(1)[0].link,)


def test_one_slip_seen_twice_is_one_code() -> None:
    sheet = page(invented.slip_sheet(1))
    twice = jpeg(numpy.hstack([sheet, sheet]))
    found = read_slip_photo(twice)
    assert isinstance(found, SlipPhoto)
    assert len(found.addresses) == 1


def test_a_code_that_is_no_slips_is_counted_apart() -> None:
    made = io.BytesIO()
    segno.make("https://nganhang.example/chuyen-khoan").save(made, kind="png", scale=6)
    found = read_slip_photo(made.getvalue())
    assert found == SlipPhoto((), 1)


def test_a_photo_without_slips_holds_none() -> None:
    assert read_slip_photo(jpeg(numpy.full((600, 800), 120, dtype=numpy.uint8))) == SlipPhoto((), 0)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"\xff\xd8\xff\xe0 cut short", b"<svg/>"])
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    assert read_slip_photo(data) == "type"


def test_too_many_bytes_are_refused_unopened() -> None:
    assert read_slip_photo(b"\xff\xd8\xff" + bytes(MOST_BYTES)) == "size"


def test_too_many_pixels_are_refused_before_they_are_unfolded() -> None:
    assert read_slip_photo(_bomb(20_000, 20_000)) == "pixels"
    assert read_slip_photo(_bomb(8_000, 7_600)) == "pixels"


def test_more_than_sixty_codes_are_too_many() -> None:
    eight_sheets = [page(invented.slip_sheet(64), number, dpi=72) for number in range(8)]
    wall = numpy.vstack([numpy.hstack(eight_sheets[:4]), numpy.hstack(eight_sheets[4:])])
    assert read_slip_photo(jpeg(wall, quality=95)) == "many"


def _bomb(width: int, height: int) -> bytes:
    """A PNG whose head promises that many pixels and whose body holds none."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
