"""Compiles the catalogue of the desk's English: .po in, .mo out, no GNU gettext needed. Standard library only.

Reads what we write: one msgid and one msgstr an entry, no contexts, no plurals; anything else is a fault in the file.
"""

from __future__ import annotations

import ast
import os
import struct
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "src/guong/web/locale/en/LC_MESSAGES/django.po"
_MAGIC = 0x950412DE
_HEAD = 7 * 4


class FaultyCatalogue(ValueError):
    """A line that this reader doesn't know."""


@dataclass
class Entry:
    """Vietnamese and English; ``is_fuzzy`` where somebody must look again."""

    vietnamese: str = ""
    english: str = ""
    is_fuzzy: bool = False


def read(text: str) -> list[Entry]:
    """Return the entries of a catalogue, its head among them with an empty ``vietnamese``. Raises FaultyCatalogue."""
    entries = [_entry(block) for block in text.replace("\r\n", "\n").split("\n\n") if "msgid" in block]
    sources = [entry.vietnamese for entry in entries]
    if len(set(sources)) < len(sources):
        twice = next(source for source in sources if sources.count(source) > 1)
        raise FaultyCatalogue(f"twice: {twice}")
    return entries


def _entry(block: str) -> Entry:
    entry, words, part = Entry(), {"msgid": "", "msgstr": ""}, ""
    for line in block.strip().splitlines():
        if line.startswith("#"):
            entry.is_fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        first, _, rest = line.partition(" ")
        if first in words:
            part, quoted = first, rest
        elif line.startswith('"') and part:
            quoted = line
        else:
            raise FaultyCatalogue(line)
        words[part] += _unquoted(quoted)
    entry.vietnamese, entry.english = words["msgid"], words["msgstr"]
    return entry


def _unquoted(quoted: str) -> str:
    try:
        text = ast.literal_eval(quoted)
    except (SyntaxError, ValueError) as error:
        raise FaultyCatalogue(quoted) from error
    if not isinstance(text, str):
        raise FaultyCatalogue(quoted)
    return text


def compiled(entries: list[Entry]) -> bytes:
    """Return the bytes of the .mo: sorted, without entries that are fuzzy or empty."""
    kept = sorted(
        (entry.vietnamese.encode(), entry.english.encode())
        for entry in entries
        if entry.english and not entry.is_fuzzy
    )
    tables, texts = [b"", b""], b""
    start = _HEAD + 2 * 8 * len(kept)
    for side in (0, 1):
        for pair in kept:
            tables[side] += struct.pack("<II", len(pair[side]), start + len(texts))
            texts += pair[side] + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, len(kept), _HEAD, _HEAD + 8 * len(kept), 0, 0)
    return head + tables[0] + tables[1] + texts


def compile_catalogue() -> None:
    """Write the .mo beside the .po where it isn't up to date; other processes see the old one or the new one."""
    made = compiled(read(CATALOGUE.read_text(encoding="utf-8")))
    target = CATALOGUE.with_suffix(".mo")
    if target.is_file() and target.read_bytes() == made:
        return
    beside = target.with_suffix(f".{os.getpid()}")
    beside.write_bytes(made)
    os.replace(beside, target)


if __name__ == "__main__":
    compile_catalogue()
