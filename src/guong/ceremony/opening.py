"""Opening a box on the board's laptop: in memory, then into a folder that is whole or absent (DESIGN §4.6)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # ships no annotations

from guong.ceremony.folder import place_is_free, write_folder
from guong.ceremony.shares import seed_from
from guong.ceremony.summary import result_code, seal_code, summary_text
from guong.core.outcome import Refused
from guong.core.secrecy.box import BadBox, Box
from guong.core.secrecy.opening import Opening, Progress, open_box

LARGEST_BOX = 256 * 1024 * 1024
RESULT, ARCHIVE, ARCHIVE_KEY, SUMMARY = "result.json", "archive.age", "archive-key.txt", "tom-tat.txt"
BAD_BOX = Refused(
    "bad_box",
    "Tệp hòm phiếu không nguyên vẹn: bị cắt ngắn, bị sửa hoặc không phải tệp hòm phiếu. "
    "Đề nghị xuất lại hòm phiếu từ máy chủ và chép lại.",
)


@dataclass(frozen=True)
class OpenedBox:
    """An opening with its sealed archive. ``archive_key`` is the age identity, one line, for one sheet of paper."""

    opening: Opening
    archive: bytes
    archive_key: str = field(repr=False)

    @property
    def codes(self) -> tuple[str, str, str]:
        """Unit, mã niêm phong and mã kết quả."""
        return self.opening.box.definition.unit, seal_code(self.opening), result_code(self.opening)

    @property
    def archive_key_file(self) -> str:
        """The text of ``archive-key.txt``."""
        poll = self.opening.box.definition.poll
        return f"# Chìa khoá tệp lưu kết quả, hội nghị {poll}\n{self.archive_key}\n"


def open_in_memory(
    box: bytes, shares: Sequence[str], *, progress: Progress | None = None
) -> OpenedBox | Refused:
    """Open a box file's bytes with two keys and seal the archive for a fresh key; writes nothing.

    Refused: as `seed_from`, ``bad_box``, ``other_key``, ``changed_box``.
    """
    content = content_of(box)
    if isinstance(content, Refused):
        return content
    return open_content(content, shares, progress=progress)


def content_of(box: bytes) -> Box | Refused:
    """Return what a box file's bytes say, still sealed; refused ``bad_box``."""
    try:
        return Box.from_bytes(box)
    except BadBox:
        return BAD_BOX


def open_content(
    content: Box, shares: Sequence[str], *, progress: Progress | None = None
) -> OpenedBox | Refused:
    """As `open_in_memory`, for a box that was read before."""
    seed = seed_from(shares)
    return seed if isinstance(seed, Refused) else open_with_seed(content, seed, progress=progress)


def open_with_seed(content: Box, seed: bytes, *, progress: Progress | None = None) -> OpenedBox | Refused:
    """As `open_content`, with the seed that two keys made; refused ``other_key``, ``changed_box``."""
    opening = open_box(content, seed, progress=progress)
    if isinstance(opening, Refused):
        return opening
    identity = pyrage.x25519.Identity.generate()
    archive = pyrage.encrypt(opening.archive, [identity.to_public()])
    return OpenedBox(opening, archive, str(identity))


def open_to_folder(
    *, box: Path | bytes, shares: Sequence[str], out: Path, progress: Progress | None = None
) -> Opening | Refused:
    """Open a box and write result.json, archive.age, archive-key.txt and tom-tat.txt into a new folder.

    ``out`` must be absent or empty. A crash leaves no half-written folder, and opening again gives the same digest:
    only the archive's own key is fresh. Refused: as `open_in_memory` and `write_folder`, ``no_box``.
    """
    refused = place_is_free(out)
    if refused is not None:
        return refused
    raw = read_box(box) if isinstance(box, Path) else box
    if isinstance(raw, Refused):
        return raw
    opened = open_in_memory(raw, shares, progress=progress)
    if isinstance(opened, Refused):
        return opened
    files = {
        RESULT: opened.opening.raw,
        ARCHIVE: opened.archive,
        ARCHIVE_KEY: opened.archive_key_file.encode(),
        SUMMARY: summary_text(opened.opening).encode(),
    }
    refused = write_folder(out, files)
    return opened.opening if refused is None else refused


def read_box(path: Path) -> bytes | Refused:
    """Return a box file's bytes; refused ``no_box`` where there is none to read, ``bad_box`` beyond 256 MiB."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_BOX + 1)
    except OSError as error:
        return Refused(
            "no_box", f"Không đọc được tệp hòm phiếu “{path}” ({error.strerror}). Đề nghị kiểm tra đường dẫn."
        )
    return BAD_BOX if len(raw) > LARGEST_BOX else raw
