"""Invented slips, sheets and keys for tests and for the gallery; none opens anything."""

import random

from guong.core.questionnaire import official
from guong.paper import (
    ArchiveKeyFace,
    KeyEnvelopeFace,
    SlipFace,
    StationCardFace,
    archive_key_pdf,
    ballot_sheet_pdf,
    box_label_pdf,
    key_envelope_pdf,
    seal_strip_pdf,
    secrecy_poster_pdf,
    shared_device_card_pdf,
    slip_sheet_pdf,
    station_card_pdf,
)
from tests.ballots.world import World

UNIT = "Trường Tiểu học Hoa Sen"
TITLE = "Hội nghị lấy ý kiến góp ý đối với người đứng đầu"
DOMAIN = "gopy.example.vn/b/7K3M9QXT2A"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
OPENING = "ngày 02 tháng 6 năm 2023, tại Hội trường Quận uỷ"
ROLES = ("Tổ trưởng tổ kiểm phiếu", "Thư ký tổ kiểm phiếu", "Đại biểu chứng kiến")


def groups(seed: int) -> tuple[str, str, str, str]:
    """Four groups as a slip has them, fixed by ``seed``."""
    chance = random.Random(seed)
    first, second, third, fourth = ("".join(chance.choices(ALPHABET, k=5)) for _ in range(4))
    return first, second, third, fourth


def slips(number: int) -> list[SlipFace]:
    """Invented slip faces."""
    return [SlipFace(f"https://{DOMAIN}#{''.join(groups(n))}", groups(n)) for n in range(number)]


def envelopes() -> list[KeyEnvelopeFace]:
    """Three invented key envelopes."""
    chance = random.Random(7)
    return [
        KeyEnvelopeFace(role, tuple(f"{chance.randrange(1024):04d}" for _ in range(20)), name)
        for role, name in zip(ROLES, ("Ngô Hữu Thuỷ", "Trịnh Kiều Oanh", "Bùi Tố Uyên"), strict=True)
    ]


def slip_sheet(number: int = 11) -> bytes:
    """A set of slips."""
    return slip_sheet_pdf(slips(number), poll_title=TITLE, unit=UNIT, domain=DOMAIN)


def secrecy_poster() -> bytes:
    """The poster for the door, of an invented poll."""
    return secrecy_poster_pdf(World().definition, opening=OPENING, domain=DOMAIN.partition("/")[0])


def shared_device_card() -> bytes:
    """The card beside the shared device, of an invented poll."""
    return shared_device_card_pdf(f"https://{DOMAIN}/may-chung", unit=UNIT, conference=TITLE)


def school_sheet(copies: int = 1) -> bytes:
    """The school form for an invented head."""
    form = official("school_head")
    line = form.subject_template.format(ho_ten="Vũ Thị Ngọc Hằng", ten_truong="Tiểu học Hoa Sen")
    return ballot_sheet_pdf(form.raw, subject_line=line, copies=copies)


def ward_sheet() -> bytes:
    """The ward form for an invented chairman."""
    form = official("ward_head")
    line = form.subject_template.format(ho_ten="Lý Quốc Ưng", chuc_vu="Chủ tịch UBND", ten_phuong="Bồ Câu")
    return ballot_sheet_pdf(form.raw, subject_line=line)


def key_envelopes() -> bytes:
    """The three key envelopes of a day."""
    return key_envelope_pdf(
        envelopes(),
        unit="Quận uỷ Long Biên",
        conferences=[f"{UNIT}, 8 giờ ngày 15/5/2023", "Trường Mầm non Hoa Mai, 10 giờ ngày 15/5/2023"],
        prepared_on="ngày 14 tháng 5 năm 2023",
    )


def station_card() -> bytes:
    """The paper station's card."""
    return station_card_pdf(StationCardFace(groups(99)), unit=UNIT, conference=TITLE)


def archive_key() -> bytes:
    """The archive's key."""
    chance = random.Random(8)
    identity = "AGE-SECRET-KEY-1" + "".join(chance.choices("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", k=58))
    return archive_key_pdf(
        ArchiveKeyFace(identity), unit=UNIT, conference=TITLE, destroy_on="ngày 19 tháng 11 năm 2023"
    )


def box_label(boxes: int = 1) -> bytes:
    """The label of a ward's box: two heads are assessed."""
    return box_label_pdf(
        unit="Phường Bồ Câu",
        conference=TITLE,
        held_on="Ngày 15 tháng 5 năm 2023",
        subjects=("Đoàn Thị Ánh Nguyệt - Bí thư Đảng uỷ", "Lý Quốc Ưng - Chủ tịch UBND phường"),
        boxes=boxes,
    )


def seal_strips(strips: int = 3) -> bytes:
    """Seal strips that the board and the witness sign."""
    names = ("Ngô Hữu Thuỷ", "Trịnh Kiều Oanh", "Bùi Tố Uyên")
    return seal_strip_pdf(
        unit=UNIT,
        conference=TITLE,
        sealed_on="ngày 15 tháng 5 năm 2023",
        signers=tuple(zip(ROLES, names, strict=True)),
        strips=strips,
    )
