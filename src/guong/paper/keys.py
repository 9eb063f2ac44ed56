"""Phong bì chìa khoá hòm phiếu, station card and archive key (DESIGN §4.1, §4.5, §4.6; formats §4)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guong.paper.codes import qr_svgs
from guong.paper.sheets import typeset

NUMBERS = 20
_AGE_PREFIX = "AGE-SECRET-KEY-1"
_NUMBER = re.compile(r"\d{4}\Z")


@dataclass(frozen=True)
class KeyEnvelopeFace:
    """One key envelope: who keeps it (role, name or empty), and the share's twenty four-digit numbers."""

    holder_role: str
    numbers: tuple[str, ...]
    holder_name: str = ""

    def __post_init__(self) -> None:
        if len(self.numbers) != NUMBERS or not all(map(_NUMBER.match, self.numbers)):
            raise ValueError("a key has twenty numbers of four digits")

    @property
    def key_text(self) -> str:
        """The text of the QR code, a key file of formats §4."""
        return " ".join(self.numbers)


@dataclass(frozen=True)
class StationCardFace:
    """The card of the paper station: four groups of five characters."""

    groups: tuple[str, str, str, str]


@dataclass(frozen=True)
class ArchiveKeyFace:
    """The archive's key: the age identity, one line."""

    identity: str


@dataclass(frozen=True)
class ArchiveKeySheet:
    """The sheet of one conference's archive: its key, the unit and the conference as printed."""

    face: ArchiveKeyFace
    unit: str
    conference: str


def key_envelope_pdf(
    envelopes: Sequence[KeyEnvelopeFace], *, unit: str, conferences: Sequence[str], prepared_on: str
) -> bytes:
    """Return one A4 page for each envelope, printed on one side, folded twice so that the numbers are inside.

    ``conferences`` are printed titles of what the set serves, ``prepared_on`` a printed date.
    """
    pictures = qr_svgs([face.key_text for face in envelopes])
    pages = [
        {"role": face.holder_role, "name": face.holder_name, "numbers": list(face.numbers), "qr": picture}
        for face, picture in zip(envelopes, pictures, strict=True)
    ]
    data = {"pages": pages, "unit": unit, "conferences": list(conferences), "prepared_on": prepared_on}
    return typeset("key_envelopes", data)


def station_card_pdf(face: StationCardFace, *, unit: str, conference: str) -> bytes:
    """Return the one sheet of the paper station's card; its QR holds the 20 characters."""
    data = {"groups": list(face.groups), "qr": qr_svgs(["".join(face.groups)])[0]}
    return typeset("station_card", data | {"unit": unit, "conference": conference})


def archive_key_pdf(face: ArchiveKeyFace, *, unit: str, conference: str, destroy_on: str) -> bytes:
    """Return the one sheet with the archive's key, kept with the sealed paper ballots until ``destroy_on``."""
    return archive_keys_pdf([ArchiveKeySheet(face, unit, conference)], destroy_on=destroy_on)


def archive_keys_pdf(sheets: Sequence[ArchiveKeySheet], *, destroy_on: str) -> bytes:
    """Return one page for each archive, each sealed with the paper ballots of its own conference."""
    pictures = qr_svgs([sheet.face.identity for sheet in sheets])
    pages = [_archive_page(sheet, picture) for sheet, picture in zip(sheets, pictures, strict=True)]
    return typeset("archive_key", {"pages": pages, "destroy_on": destroy_on})


def _archive_page(sheet: ArchiveKeySheet, picture: str) -> dict[str, object]:
    identity = sheet.face.identity
    prefix = _AGE_PREFIX if identity.startswith(_AGE_PREFIX) else ""
    rest = identity.removeprefix(prefix)
    groups = [rest[start : start + 4] for start in range(0, len(rest), 4)]
    return {
        "prefix": prefix,
        "groups": groups,
        "qr": picture,
        "unit": sheet.unit,
        "conference": sheet.conference,
    }
