"""Files as evidence: what they are is read from their content, never from their names (issue 7, bad input)."""

import struct
import zipfile
import zlib
from dataclasses import dataclass
from enum import Enum
from io import BytesIO

from guong.core.outcome import Refused

MOST_BYTES = 10 * 1024 * 1024
MOST_FILES = 10  # for one point of a plan
LONGEST_NAME = 120
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_PARTS = 5000
_OFFICE_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}


class EvidenceKind(Enum):
    """The kinds that are taken; the value is the ending under which a file is handed out."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"
    DOCX = "docx"
    XLSX = "xlsx"

    @property
    def media_type(self) -> str:
        """The type that a browser is told."""
        return _TYPES[self]

    @property
    def is_picture(self) -> bool:
        """Tell whether the file is a picture, made anew before it is kept."""
        return self in (EvidenceKind.JPEG, EvidenceKind.PNG)


_TYPES = {
    EvidenceKind.PDF: "application/pdf",
    EvidenceKind.JPEG: "image/jpeg",
    EvidenceKind.PNG: "image/png",
    EvidenceKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    EvidenceKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TOO_LARGE = Refused(
    "file_too_large",
    "Tệp lớn hơn 10 MB. Đề nghị chụp lại nhỏ hơn, hoặc chia văn bản thành nhiều tệp rồi gửi từng tệp.",
)
EMPTY = Refused("file_empty", "Tệp không có nội dung. Đề nghị mở lại tệp trên máy, lưu rồi gửi lại.")
ODD_TYPE = Refused(
    "file_type",
    "Chỉ nhận tệp PDF, ảnh JPEG, PNG, văn bản Word (.docx), bảng Excel (.xlsx). Tệp này có nội dung khác, dù tên tệp thế nào. "
    "Đề nghị lưu sang một trong các loại trên.",
)
WITH_MACROS = Refused(
    "file_macros",
    "Tệp Word, Excel này có chương trình bên trong (macro). Đề nghị lưu thành .docx, .xlsx thường hoặc PDF rồi gửi lại.",
)
TOO_MANY = Refused(
    "too_many_files",
    "Mục này đã có 10 tệp minh chứng. Đề nghị gộp các tờ vào một tệp PDF, hoặc bỏ bớt tệp thừa.",
)


@dataclass(frozen=True)
class Evidence:
    """A file that may be kept: its kind and its printed name, without folders and signs that mean something to a system."""

    kind: EvidenceKind
    name: str


def read_evidence(data: bytes, name: str) -> Evidence | Refused:
    """Tell what a file is. Refused: ``file_empty``, ``file_too_large``, ``file_type``, ``file_macros``."""
    if not data:
        return EMPTY
    if len(data) > MOST_BYTES:
        return TOO_LARGE
    kind = _kind(data)
    return kind if isinstance(kind, Refused) else Evidence(kind, tidy_name(name, kind))


def tidy_name(name: str, kind: EvidenceKind) -> str:
    """Return a file's name as it is shown: the last part of a path, printable, with the ending of what it really is."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = last.rsplit(".", 1)[0] if "." in last else last
    kept = "".join(letter for letter in stem if letter.isprintable() and letter not in '<>:"|?*;').strip(" .")
    return f"{kept[:LONGEST_NAME] or 'minh-chung'}.{kind.value}"


def _kind(data: bytes) -> EvidenceKind | Refused:
    if data.startswith(b"%PDF-") and b"%%EOF" in data[-2048:]:
        return EvidenceKind.PDF
    if data.startswith(b"\xff\xd8\xff"):
        return EvidenceKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return EvidenceKind.PNG
    return _office_kind(data) if data.startswith(b"PK\x03\x04") else ODD_TYPE


def _office_kind(data: bytes) -> EvidenceKind | Refused:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, NotImplementedError):
        return ODD_TYPE
    names = {entry.filename for entry in entries}
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        return ODD_TYPE
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return WITH_MACROS
    if "[Content_Types].xml" not in names:
        return ODD_TYPE
    found = [EvidenceKind(kind) for part, kind in _OFFICE_PARTS.items() if part in names]
    return found[0] if len(found) == 1 else ODD_TYPE
