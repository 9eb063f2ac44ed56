"""Papers that are handed out: slips, the official ballot sheet, key envelopes, station card, archive key,
box label, seal strips, lots, the poster for the door, the card of the shared device, sheets of a poll on paper alone."""

from guong.paper.ballot_sheet import FormTooLong, ballot_layout, ballot_sheet_pdf
from guong.paper.keys import (
    ArchiveKeyFace,
    ArchiveKeySheet,
    KeyEnvelopeFace,
    StationCardFace,
    archive_key_pdf,
    archive_keys_pdf,
    key_envelope_pdf,
    station_card_pdf,
)
from guong.paper.lots import LotBox, lot_sheet_pdf
from guong.paper.poll_sheets import poll_sheets_pdf
from guong.paper.seals import box_label_pdf, seal_strip_pdf
from guong.paper.secrecy_poster import poster_facts, secrecy_poster_pdf
from guong.paper.shared_device import shared_device_card_pdf
from guong.paper.slips import SlipFace, slip_sheet_pdf

__all__ = [
    "ArchiveKeyFace",
    "ArchiveKeySheet",
    "FormTooLong",
    "KeyEnvelopeFace",
    "LotBox",
    "SlipFace",
    "StationCardFace",
    "archive_key_pdf",
    "archive_keys_pdf",
    "ballot_layout",
    "ballot_sheet_pdf",
    "box_label_pdf",
    "key_envelope_pdf",
    "lot_sheet_pdf",
    "poll_sheets_pdf",
    "poster_facts",
    "seal_strip_pdf",
    "secrecy_poster_pdf",
    "shared_device_card_pdf",
    "slip_sheet_pdf",
    "station_card_pdf",
]
