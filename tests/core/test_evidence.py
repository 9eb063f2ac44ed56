"""A file is what its content says; names are only names."""

import io
import zipfile

import openpyxl
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from guong.core.evidence import MOST_BYTES, Evidence, EvidenceKind, read_evidence, tidy_name
from guong.core.outcome import Refused


def picture(kind: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (20, 10), "teal").save(made, kind)
    return made.getvalue()


def word() -> bytes:
    made = io.BytesIO()
    Document().save(made)
    return made.getvalue()


def sheet() -> bytes:
    made = io.BytesIO()
    openpyxl.Workbook().save(made)
    return made.getvalue()


def package(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in names:
            target.writestr(name, "x")
    return made.getvalue()


PDF = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n"


def reason(data: bytes, name: str = "bien-ban.pdf") -> str:
    outcome = read_evidence(data, name)
    assert isinstance(outcome, Refused)
    return outcome.reason


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: PDF, EvidenceKind.PDF),
        (lambda: picture("JPEG"), EvidenceKind.JPEG),
        (lambda: picture("PNG"), EvidenceKind.PNG),
        (word, EvidenceKind.DOCX),
        (sheet, EvidenceKind.XLSX),
    ],
    ids=["pdf", "jpeg", "png", "docx", "xlsx"],
)
def test_the_five_kinds_are_known_whatever_their_names(make: object, kind: EvidenceKind) -> None:
    assert callable(make)
    found = read_evidence(make(), "anh.exe")
    assert found == Evidence(kind, f"anh.{kind.value}")


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00 a program",
        b"<html><script>alert(1)</script></html>",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old Word file",
        b"%PDF-1.7 cut off",
        b"PK\x03\x04 no archive at all",
        package("readme.txt"),
        package("word/document.xml"),
        package("[Content_Types].xml", "word/document.xml", "xl/workbook.xml"),
    ],
)
def test_anything_else_is_refused_though_named_pdf(data: bytes) -> None:
    assert reason(data) == "file_type"


def test_programs_inside_a_document_are_refused() -> None:
    assert reason(package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")) == "file_macros"


def test_too_large_and_empty_files_are_refused() -> None:
    assert reason(PDF.ljust(MOST_BYTES + 1, b" ")) == "file_too_large"
    assert reason(b"") == "file_empty"


def test_a_bomb_of_zeros_is_refused_by_its_directory_alone() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("[Content_Types].xml", "x")
        target.writestr("word/document.xml", bytes(9 * 1024 * 1024))
        for number in range(25):
            target.writestr(f"word/media/{number}", bytes(9 * 1024 * 1024))
    assert len(made.getvalue()) < MOST_BYTES
    assert reason(made.getvalue()) == "file_type"


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"%PDF-"):
        assert isinstance(read_evidence(start + data, "x"), Refused | Evidence)


@given(st.text(max_size=200))
def test_a_shown_name_has_no_folders_and_the_true_ending(name: str) -> None:
    shown = tidy_name(name, EvidenceKind.PDF)
    assert shown.endswith(".pdf")
    assert not set('/\\<>:"|?*;\n\r\x00') & set(shown)
    assert len(shown) <= 130
