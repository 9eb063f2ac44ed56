"""An invented opening of a round of three schools, and its five papers, for tests and for the gallery."""

from dataclasses import replace
from datetime import date, datetime

from guong.core.documents.archive_lists import KeptDossier, KeptThing
from guong.core.documents.archive_sealing_minutes import (
    ArchiveSealingMinutes,
    Parcel,
    archive_sealing_minutes,
)
from guong.core.documents.ballot_destruction_minutes import (
    BallotDestructionMinutes,
    ballot_destruction_minutes,
)
from guong.core.documents.handover_minutes import HandoverMinutes, handover_minutes
from guong.core.documents.key_destruction_minutes import (
    DestroyedSet,
    KeyDestructionMinutes,
    KeyEnvelopeEnd,
    key_destruction_minutes,
)
from guong.core.documents.model import Document, Letterhead, Profile
from guong.core.documents.opening_minutes import KeySet, OpenedBox, OpeningMinutes, opening_minutes
from guong.core.documents.parties import Officials, Person
from guong.core.documents.sealed_boxes import SealedBox

ROUND = "đợt trường học tháng 5/2023"
RULES = "Góp ý người đứng đầu, bản 2023-1"
CHAIR = Person("Đỗ Quang Ẩn", "Phó Trưởng ban Tuyên giáo Quận uỷ")
CLERK = Person("Lương Mỹ Duyên", "Chuyên viên Ban Tuyên giáo Quận uỷ")
KEEPER = Person("Tạ Phương Nhung", "Văn thư Ban Tuyên giáo Quận uỷ")
BOARD = (
    Person("Ngô Hữu Thuỷ", "Tổ trưởng"),
    Person("Trịnh Kiều Oanh", "Thư ký tổ"),
    Person("Phạm Đức Ưởng", "Thành viên"),
)
WITNESS = Person("Bùi Tố Uyên", "Đại diện Đảng uỷ phường Bồ Đề")
OFFICIALS = Officials(CHAIR, CLERK, BOARD, (WITNESS,))
BOXES = (
    SealedBox("Trường Mầm non Hoa Cúc", date(2023, 5, 15), "4821 0937 7715 0264", 38, 6, 2, BOARD[0]),
    SealedBox("Trường Tiểu học Hoa Sen", date(2023, 5, 15), "1190 5523 8846 0072", 42, 4, 2, BOARD[0]),
    SealedBox(
        "Trường Trung học cơ sở Hướng Dương", date(2023, 5, 16), "7305 6618 2094 5521", 51, 0, 1, BOARD[1]
    ),
)
CODES = ("9037 1148 2205 6671", "2756 9904 1183 4470", "6620 3317 8859 1042")
RECIPIENTS = ("Ban Thường vụ Quận uỷ (để báo cáo),", "Uỷ ban Kiểm tra Quận uỷ,", "Lưu.")


def letterhead(number: str, day: date, issuer: str = "Ban Tuyên giáo") -> Letterhead:
    """The lead body's letterhead."""
    return Letterhead(Profile.PARTY, "Quận uỷ Long Biên", issuer, "Long Biên", day, number)


def given_handover() -> HandoverMinutes:
    """What the handover says."""
    return HandoverMinutes(
        letterhead=letterhead("Số 21-BB/BTG", date(2023, 5, 16)),
        at=datetime(2023, 5, 16, 16, 30),
        place="phòng họp số 2, trụ sở Quận uỷ",
        round_name=ROUND,
        lead_body="Ban Tuyên giáo Quận uỷ",
        received_by=KEEPER,
        witnesses=(WITNESS,),
        boxes=BOXES,
        kept_at="tủ sắt số 1, phòng Văn thư Ban Tuyên giáo",
        opens_at=datetime(2023, 5, 19, 14, 0),
        copies=3,
        rule_set=RULES,
        recipients=RECIPIENTS,
    )


def opened(place: int, **changes: object) -> OpenedBox:
    """One of the opened boxes."""
    box = BOXES[place]
    counts = (("Hiệu trưởng", box.device + box.sheets),)
    made = OpenedBox(box, counts, CODES[place], (BOARD[0].name, BOARD[1].name))
    return replace(made, **changes)  # type: ignore[arg-type]  # keyword defaults of a test


def given_opening() -> OpeningMinutes:
    """What the opening says."""
    return OpeningMinutes(
        letterhead=letterhead("Số 24-BB/BTG", date(2023, 5, 19)),
        round_name=ROUND,
        began=datetime(2023, 5, 19, 14, 0),
        ended=datetime(2023, 5, 19, 16, 10),
        place="phòng họp số 2, trụ sở Quận uỷ",
        chair=CHAIR,
        clerk=CLERK,
        groups=(("Tổ kiểm phiếu", BOARD), ("Đại biểu chứng kiến", (WITNESS,))),
        results=tuple(opened(place) for place in range(3)),
        key_sets=(
            KeySet("Bộ chìa khoá ngày 15/5/2023 (02 hòm phiếu)", (BOARD[0], WITNESS), 3),
            KeySet("Bộ chìa khoá ngày 16/5/2023 (01 hòm phiếu)", (BOARD[0], BOARD[1]), 3),
        ),
        machines="Hai chương trình độc lập chạy trên hai máy, không nối mạng, cùng mở từng hòm phiếu",
        copies=4,
        rule_set=RULES,
        round_code="5512 0846 3097 1824",
        round_confirmed_by=BOARD[:2],
        recipients=RECIPIENTS,
    )


def given_key_destruction() -> KeyDestructionMinutes:
    """What the end of the keys says."""
    keepers = (BOARD[0], BOARD[1], WITNESS)
    return KeyDestructionMinutes(
        letterhead=letterhead("Số 25-BB/BTG", date(2023, 5, 19)),
        at=datetime(2023, 5, 19, 16, 20),
        place="phòng họp số 2, trụ sở Quận uỷ",
        round_name=ROUND,
        officials=OFFICIALS,
        sets=(
            DestroyedSet(
                (BOXES[0].unit, BOXES[1].unit),
                tuple(KeyEnvelopeEnd(keeper, keeper is not BOARD[1]) for keeper in keepers),
            ),
            DestroyedSet(
                (BOXES[2].unit,), tuple(KeyEnvelopeEnd(keeper, keeper is not WITNESS) for keeper in keepers)
            ),
        ),
        way="cắt vụn bằng máy huỷ tài liệu",
        inspection_body="Uỷ ban Kiểm tra Quận uỷ",
        copies=4,
        rule_set=RULES,
        recipients=RECIPIENTS,
    )


def dossiers() -> tuple[KeptDossier, ...]:
    """What each of the three conferences left."""
    return tuple(
        KeptDossier(
            box.unit,
            (
                KeptThing("Phiếu giấy", box.sheets, "phiếu"),
                KeptThing("Thẻ còn lại, thẻ đổi, thẻ hỏng", 9 - place, "thẻ"),
                KeptThing("Tệp lưu kết quả", 1, "tệp"),
                KeptThing("Tờ chìa khoá tệp lưu", 1, "tờ"),
            ),
        )
        for place, box in enumerate(BOXES)
    )


def given_archive_sealing() -> ArchiveSealingMinutes:
    """What the sealing for keeping says."""
    return ArchiveSealingMinutes(
        letterhead=letterhead("Số 26-BB/BTG", date(2023, 5, 19)),
        at=datetime(2023, 5, 19, 16, 45),
        place="phòng họp số 2, trụ sở Quận uỷ",
        round_name=ROUND,
        officials=OFFICIALS,
        dossiers=dossiers(),
        parcels=(
            Parcel("Thùng số 1", "Phiếu giấy, thẻ và tờ chìa khoá tệp lưu của ba hội nghị", 3),
            Parcel("Bì số 2", "Thẻ nhớ chứa các tệp lưu kết quả", 2),
        ),
        kept_at="kho lưu trữ Văn phòng Quận uỷ, tủ số 4",
        keeper=KEEPER,
        keep_months=6,
        opened_by_whom="Ban Thường vụ Quận uỷ",
        copies=3,
        rule_set=RULES,
        recipients=RECIPIENTS,
    )


def given_ballot_destruction() -> BallotDestructionMinutes:
    """What the destruction of the ballots says."""
    return BallotDestructionMinutes(
        letterhead=letterhead("Số 52-BB/BTG", date(2023, 11, 22)),
        began=datetime(2023, 11, 22, 9, 0),
        ended=datetime(2023, 11, 22, 10, 15),
        place="kho lưu trữ Văn phòng Quận uỷ",
        round_name=ROUND,
        officials=OFFICIALS,
        keeper=KEEPER,
        decision="Quyết định số 12-QĐ/BTG, ngày 20/11/2023 của Ban Tuyên giáo Quận uỷ",
        sealing="Biên bản niêm phong lưu trữ số 26-BB/BTG",
        sealed_on=date(2023, 5, 19),
        keep_months=6,
        parcels=2,
        dossiers=dossiers(),
        way="cắt vụn bằng máy huỷ tài liệu",
        copies=3,
        rule_set=RULES,
        recipients=RECIPIENTS,
    )


def handover() -> Document:
    """The handover."""
    return handover_minutes(given_handover())


def opening() -> Document:
    """The opening."""
    return opening_minutes(given_opening())


def key_destruction() -> Document:
    """The end of the keys."""
    return key_destruction_minutes(given_key_destruction())


def archive_sealing() -> Document:
    """The sealing for keeping."""
    return archive_sealing_minutes(given_archive_sealing())


def ballot_destruction() -> Document:
    """The destruction of the ballots."""
    return ballot_destruction_minutes(given_ballot_destruction())
