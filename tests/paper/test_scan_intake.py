"""Files that come from scanners, phones and strangers: read within limits, refused with a reason, never a crash."""

import io
import json
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from guong.cli import main
from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.paper import ballot_layout, ballot_sheet_pdf
from guong.paper.reading import Layout, Scan, intake, read_file, scans
from tests.paper import filled, scanner

# Any password at all: neither of its two checks fits the empty one.
LOCKED = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>
%%%%EOF""" % (b"11" * 32, b"22" * 32)


@pytest.fixture(scope="module")
def pixels() -> Image.Image:
    """A filled-in front as a scanner delivers it."""
    return Image.fromarray(scanner.scan(filled.ballot(81)[0]).pixels)


def form_file(folder: Path, key: str = "school_head") -> Path:
    """The layout file as it lies next to the printed form."""
    path = folder / "form.json"
    path.write_bytes(ballot_layout(official(key).raw))
    return path


def reasons(path: Path) -> list[str | None]:
    """Why each page of a file was refused; None for one that wasn't."""
    return [scan.reason if isinstance(scan, Refused) else None for scan in scans(path)]


def gigapixel_png() -> bytes:
    """A few kilobytes that claim to be 50,000 by 50,000 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.pdf"])
def test_each_kind_of_file_gives_the_same_values(name: str, pixels: Image.Image, tmp_path: Path) -> None:
    pixels.save(tmp_path / name, dpi=(200, 200), resolution=200)
    (page,) = read_file(tmp_path / name, filled.layout())
    (plain,) = read_file(_saved(pixels, tmp_path / "plain.png"), filled.layout())
    assert page.refusal is None
    assert sum(row.state == "read" for row in page.rows) >= 8
    for row, before in zip(page.rows, plain.rows, strict=True):
        assert row.value == before.value or "human" in (row.state, before.state)


def _saved(image: Image.Image, path: Path) -> Path:
    image.save(path)
    return path


def test_the_printed_pdf_itself_is_read_front_and_back(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(ballot_sheet_pdf(official("school_head").raw, subject_line="x", copies=2))
    pages = list(read_file(path, filled.layout()))
    assert [(page.page, page.side, page.refusal) for page in pages] == [
        (1, "front", None),
        (2, "back", None),
        (3, "front", None),
        (4, "back", None),
    ]


def test_a_tiff_of_several_pages_gives_each(pixels: Image.Image, tmp_path: Path) -> None:
    blank = Image.new("L", pixels.size, 255)
    pixels.save(tmp_path / "a.tif", save_all=True, append_images=[blank, pixels], dpi=(200, 200))
    pages = list(read_file(tmp_path / "a.tif", filled.layout()))
    assert [page.refusal and page.refusal.reason for page in pages] == [None, "blank_page", None]


def test_a_scan_in_black_and_white_and_one_in_colour_are_taken(pixels: Image.Image, tmp_path: Path) -> None:
    for mode in ("1", "RGB", "P", "CMYK"):
        path = tmp_path / f"{mode}.tif"
        pixels.convert(mode).save(path, dpi=(200, 200))
        assert reasons(path) == [None]


def test_of_a_photo_in_colour_only_the_brightness_is_unpacked(tmp_path: Path) -> None:
    tinted = Image.merge(
        "RGB", [Image.linear_gradient("L").resize((300, 400), box=(0, 0, 256, 200 + b)) for b in (0, 20, 40)]
    )
    tinted.save(tmp_path / "a.jpg", quality=95)
    (scan,) = scans(tmp_path / "a.jpg")
    assert isinstance(scan, Scan)
    assert numpy.abs(scan.pixels.astype(int) - numpy.asarray(tinted.convert("L"), dtype=int)).max() <= 4


def test_a_small_file_that_unfolds_to_gigapixels_is_refused_before_it_does(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(gigapixel_png())
    assert reasons(path) == ["too_many_pixels"]


def test_an_image_of_more_than_forty_megapixels_is_refused(tmp_path: Path) -> None:
    Image.new("1", (8_000, 5_001), 1).save(tmp_path / "big.png")
    assert reasons(tmp_path / "big.png") == ["too_many_pixels"]


def test_a_pdf_with_a_picture_of_more_than_forty_megapixels_is_refused(tmp_path: Path) -> None:
    Image.new("1", (8_000, 5_001), 1).save(tmp_path / "big.pdf", resolution=700)
    assert reasons(tmp_path / "big.pdf") == ["too_many_pixels"]


def test_a_pdf_of_a_page_as_large_as_a_wall_is_refused(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(14_000, 14_000)
    document.save(str(tmp_path / "wall.pdf"))
    assert reasons(tmp_path / "wall.pdf") == ["too_many_pixels"]


def test_a_pdf_of_five_hundred_pages_is_refused_whole(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(500):
        document.new_page(10, 10)
    document.save(str(tmp_path / "long.pdf"))
    assert reasons(tmp_path / "long.pdf") == ["too_many_pages"]


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 10)
    (tmp_path / "a.png").write_bytes(gigapixel_png())
    assert reasons(tmp_path / "a.png") == ["too_large"]


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    (tmp_path / "locked.pdf").write_bytes(LOCKED)
    assert reasons(tmp_path / "locked.pdf") == ["encrypted"]


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 nothing", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"text"]
)
def test_a_broken_file_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(data)
    assert reasons(tmp_path / "a") == ["unreadable_file"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert reasons(tmp_path / "missing.pdf") == ["unreadable_file"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(["PNG", "JPEG", "TIFF", "PDF"]), at=st.floats(0, 1), junk=st.binary(max_size=40))
def test_no_damaged_file_breaks_the_reader(tmp_path: Path, kind: str, at: float, junk: bytes) -> None:
    made = io.BytesIO()
    Image.new("L", (120, 170), 255).save(made, kind)
    raw = made.getvalue()
    cut = int(at * len(raw))
    (tmp_path / "a").write_bytes(raw[:cut] + junk + raw[cut + len(junk) :])
    for scan in scans(tmp_path / "a"):
        assert isinstance(scan, Scan | Refused)


def test_photos_that_claim_seventy_two_dpi_are_taken_as_photos(tmp_path: Path) -> None:
    Image.new("L", (4000, 3000), 255).save(tmp_path / "a.jpg", dpi=(72, 72))
    (scan,) = scans(tmp_path / "a.jpg")
    assert isinstance(scan, Scan)
    assert scan.scale is None


def test_the_command_prints_one_line_of_json_a_page(
    pixels: Image.Image, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pixels.save(tmp_path / "a.png")
    assert main(["read", str(tmp_path / "a.png"), "--form", str(form_file(tmp_path)), "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["form"] == "school_head"


def test_it_runs_on_a_server_without_a_screen(pixels: Image.Image, tmp_path: Path) -> None:
    pixels.save(tmp_path / "a.png")
    words = ["read", str(tmp_path / "a.png"), "--form", str(form_file(tmp_path)), "--json"]
    screenless = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    done = subprocess.run(
        [sys.executable, "-m", "guong.cli", *words], env=screenless, capture_output=True, check=False
    )
    assert (done.returncode, json.loads(done.stdout)["status"]) == (0, "read")


def test_one_bad_file_of_a_folder_does_not_stop_the_others(
    pixels: Image.Image, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "stack"
    folder.mkdir()
    pixels.save(folder / "1.png")
    (folder / "2.png").write_bytes(b"broken")
    pixels.save(folder / "3.png")
    assert main(["read", str(folder), "--form", str(form_file(tmp_path)), "--json"]) == 1
    pages = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(page["page"], page["status"], page["reason"]) for page in pages] == [
        (1, "read", None),
        (2, "refused", "unreadable_file"),
        (3, "read", None),
    ]
    assert pages[0]["rows"] == pages[2]["rows"]


def test_without_json_people_read_sentences(
    pixels: Image.Image, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pixels.save(tmp_path / "a.png")
    (tmp_path / "b.png").write_bytes(b"broken")
    main(["read", str(tmp_path / "a.png"), "--form", str(form_file(tmp_path))])
    main(["read", str(tmp_path / "b.png"), "--form", str(form_file(tmp_path))])
    said = capsys.readouterr().out
    assert "Trang 1: đọc được" in said
    assert "Không mở được tệp này. Quét lại" in said


@pytest.mark.parametrize("form", ["", "[]", "{}", '{"form": "x"}', "\x00", "[" * 100_000])
def test_a_file_that_is_no_layout_is_refused_in_words(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "form.json").write_text(form, encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"")
    assert main(["read", str(tmp_path / "a.png"), "--form", str(tmp_path / "form.json")]) == 2
    assert "tệp bố cục" in capsys.readouterr().err


def test_wrong_usage_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read"]) == 2
    assert main(["read", str(tmp_path / "missing"), "--form", str(form_file(tmp_path))]) == 2
    assert main(["read", "--help"]) == 0


@pytest.mark.parametrize(
    "change",
    [
        {"pages": 3},
        {"pages": True},
        {"ticks": []},
        {"form": 1},
        {"ticks": [{"item": "a", "value": 1, "page": 1, "x": 1, "y": 1, "w": 5, "h": 5}]},
        {
            "ticks": [
                {"item": "a", "value": n, "page": 1, "x": 208, "y": 1, "w": 5, "h": 5} for n in (1, 2, 3, 4)
            ]
        },
        {
            "ticks": [
                {"item": "a", "value": n, "page": 1, "x": "1", "y": 1, "w": 5, "h": 5} for n in (1, 2, 3, 4)
            ]
        },
        {
            "ticks": [
                {"item": "a", "value": n, "page": 2, "x": 1e999, "y": 1, "w": 5, "h": 5} for n in (1, 2, 3, 4)
            ]
        },
    ],
)
def test_a_layout_out_of_shape_is_refused(change: dict[str, object]) -> None:
    data = json.loads(ballot_layout(official("school_head").raw)) | change
    with pytest.raises(ValueError, match=r"."):
        Layout.from_bytes(json.dumps(data).encode())


def test_transparent_and_deep_images_do_not_break_the_reader(tmp_path: Path) -> None:
    Image.new("RGBA", (100, 140), (0, 0, 0, 0)).save(tmp_path / "clear.png")
    Image.fromarray(numpy.full((140, 100), 60_000, dtype=numpy.uint16)).save(tmp_path / "deep.png")
    assert reasons(tmp_path / "clear.png") == [None]
    assert reasons(tmp_path / "deep.png") == [None]
