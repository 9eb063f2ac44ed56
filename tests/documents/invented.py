"""Invented people, counts and papers for tests and for the gallery; nobody here exists."""

from collections import Counter
from datetime import date, datetime

from guong.core.documents.attendance_list import AttendanceLine, AttendanceList
from guong.core.documents.entry_log import EntryLog, EntryTotals
from guong.core.documents.equation_lines import Reconciled
from guong.core.documents.model import Letterhead, Profile, Signature
from guong.core.documents.parties import Conference, Officials, Person
from guong.core.documents.personal_summary import Participation, PersonalSummary, SummaryRow
from guong.core.documents.sealing_minutes import SealingMinutes
from guong.core.documents.tally_minutes import Codes, TallyMinutes
from guong.core.questionnaire import official
from guong.core.reconciliation import HandCount
from guong.core.remarks.digest import RemarkCounts, Said, Theme
from guong.core.remarks.verdicts import Reason
from guong.core.tally import SubjectCount
from guong.core.wording import percent, percent_of_per_mille
from guong.render.charts import BarRow, diverging_bars

FORM = official("school_head")
RULES = "Góp ý người đứng đầu, bản 2023-1"
HEAD = Person("Vũ Thị Ngọc Hằng", "Bí thư Chi bộ, Hiệu trưởng Trường Tiểu học Hoa Sen")
HAND = HandCount(
    signatures=46,
    printed=52,
    drawn=44,
    left_over=8,
    paper_sets=4,
    exchanged=1,
    spoiled=1,
    replaced=1,
    not_returned=0,
)
DEVICE, SHEETS, ROLL = 42, 4, 47
RECIPIENTS = (
    "Ban Thường vụ Quận uỷ (để báo cáo),",
    "Ban Tuyên giáo Quận uỷ,",
    "Chi bộ Trường Tiểu học Hoa Sen,",
    "Lưu.",
)


def letterhead(
    number: str = "Số 12-BB/TKP", profile: Profile = Profile.PARTY, issuer: str = "Tổ kiểm phiếu số 1"
) -> Letterhead:
    """A letterhead of the invented counting board."""
    return Letterhead(profile, "Quận uỷ Long Biên", issuer, "Long Biên", date(2023, 5, 15), number)


def conference() -> Conference:
    """The invented conference."""
    return Conference(
        title="Hội nghị lấy ý kiến góp ý đối với người đứng đầu",
        unit="Trường Tiểu học Hoa Sen",
        place="Hội trường Trường Tiểu học Hoa Sen",
        began=datetime(2023, 5, 15, 8, 0),
        ended=datetime(2023, 5, 15, 9, 20),
    )


def officials() -> Officials:
    """Those who direct, write, count and attest."""
    return Officials(
        chair=Person("Đỗ Quang Ẩn", "Phó Trưởng ban Tuyên giáo Quận uỷ"),
        clerk=Person("Lương Mỹ Duyên", "Chuyên viên Ban Tuyên giáo Quận uỷ"),
        board=(
            Person("Ngô Hữu Thuỷ", "Tổ trưởng"),
            Person("Trịnh Kiều Oanh", "Thư ký tổ"),
            Person("Phạm Đức Ưởng", "Thành viên"),
        ),
        witnesses=(Person("Bùi Tố Uyên", "Chủ tịch Công đoàn nhà trường"),),
    )


def counted(valid: int = 45, invalid: int = 1) -> SubjectCount:
    """A count in which every row sums to ``valid``; the rows differ by a fixed pattern."""
    items: dict[str, tuple[int, ...]] = {}
    for place, item in enumerate(FORM.items):
        blank, poor, average = place % 2, place % 3, (place * 5) % 7
        good = 9 + (place * 4) % 11
        items[item.key] = (blank, valid - blank - poor - average - good, good, average, poor)
    return SubjectCount("s1", "opened", DEVICE, SHEETS, valid, invalid, items, "kept")


def small_group_tally() -> TallyMinutes:
    """Minutes of a subject that was not opened: four took part."""
    count = SubjectCount("s1", "too_few", 3, 1)
    hand = HandCount(
        signatures=4,
        printed=8,
        drawn=3,
        left_over=5,
        paper_sets=1,
        exchanged=0,
        spoiled=0,
        replaced=0,
        not_returned=0,
    )
    return tally(count, sides=Reconciled(hand, 5, count.device, count.paper, count), remarks_received=None)


def tally(count: SubjectCount | None = None, **changes: object) -> TallyMinutes:
    """The minutes of counting for the invented head."""
    count = count or counted()
    values: dict[str, object] = {
        "letterhead": letterhead(),
        "conference": conference(),
        "subject": HEAD,
        "officials": officials(),
        "opened_at": datetime(2023, 5, 19, 14, 0),
        "finished_at": datetime(2023, 5, 19, 14, 35),
        "place": "phòng họp số 2, trụ sở Quận uỷ",
        "form": FORM,
        "sides": Reconciled(HAND, ROLL, count.device, count.paper, count),
        "codes": Codes(
            seal="4821 0937 7715 0264",
            result="9037 1148 2205 6671",
            dossier="1190 5523 8846 0072",
            digests=(("Mã niêm phong", "3f9a" * 16), ("Mã kết quả", "b07c" * 16), ("Mã hồ sơ", "51de" * 16)),
        ),
        "confirmed_by": ("Ngô Hữu Thuỷ", "Trịnh Kiều Oanh"),
        "keys_destroyed": 3,
        "destroy_on": date(2023, 11, 19),
        "copies": 3,
        "rule_set": RULES,
        "remarks_received": 17,
        "recipients": RECIPIENTS,
    }
    return TallyMinutes(**(values | changes))  # type: ignore[arg-type]  # keyword defaults of a test


DIGEST = (
    Theme(
        "Phát huy dân chủ",
        (
            Said("Đề nghị bàn với tổ chuyên môn trước khi phân công.", 3),
            Said("Đề nghị lắng nghe hết ý kiến trước khi kết luận.", 2),
            Said("Một số việc lớn mới chỉ thông báo, chưa bàn trong hội đồng."),
        ),
    ),
    Theme(
        "Công khai, minh bạch các hoạt động của nhà trường theo quy định",
        (
            Said("Cần công khai sớm hơn kế hoạch mua sắm trang thiết bị.", 4),
            Said("Đề nghị công bố lịch trực trước một tuần."),
        ),
    ),
    Theme(
        "Họp, giao ban",
        (Said("Có lúc còn nóng trong các buổi giao ban.", 2), Said("Đề nghị họp gọn hơn, đúng giờ.")),
    ),
)


def summary(*, suppressed: bool = False) -> PersonalSummary:
    """The personal summary; suppressed: as for a group of four."""
    count = counted()
    criteria = [item for item in FORM.items if item.key != "prestige"]
    rows, bars = [], []
    for item in criteria:
        blank, *levels = count.items[item.key]
        per_mille = tuple((n * 1000 + 23) // 46 for n in levels)
        shares = tuple(map(percent_of_per_mille, per_mille))
        better = percent(levels[0] + levels[1], 46)
        rows.append(SummaryRow(item.number, item.text, shares, better))  # type: ignore[arg-type]
        bars.append(BarRow(f"{item.number}. {item.text}", per_mille))  # type: ignore[arg-type]
    names = criteria[0].levels
    chart = diverging_bars(bars, levels=names, title="Tỷ lệ bốn mức của từng nội dung")
    prestige = zip(FORM.items[-1].levels, ("52,2", "39,1", "6,5", "0,0"), strict=True)
    return PersonalSummary(
        letterhead=letterhead("Số 31-TH/BTG", issuer="Ban Tuyên giáo"),
        subject=HEAD,
        unit="Trường Tiểu học Hoa Sen",
        conference="Hội nghị ngày 15/5/2023",
        participation=Participation(47, 46, 46, *((None, None) if suppressed else (45, 1))),
        levels=names,  # type: ignore[arg-type]
        rows=() if suppressed else tuple(rows),
        prestige=() if suppressed else tuple(prestige),
        signature=Signature("TRƯỞNG BAN", ("Hồ Vĩnh Kỳ",), authority="T/M BAN TUYÊN GIÁO QUẬN UỶ", hint=""),
        rule_set=RULES,
        chart="" if suppressed else chart,
        remarks=None if suppressed else RemarkCounts(17, 14, 5, 3),
        themes=() if suppressed else DIGEST,
        reasons={} if suppressed else {Reason.NAMES_SOMEONE: 2, Reason.OFF_MATTER: 1},
        recipients=("Người được góp ý,", "Lưu."),
    )


def sealing() -> SealingMinutes:
    """The minutes of sealing."""
    return SealingMinutes(
        letterhead=letterhead("Số 08-BB/TKP"),
        conference=conference(),
        officials=officials(),
        roll=ROLL,
        hand=HAND,
        device=DEVICE,
        sheets=((HEAD.name, SHEETS),),
        seal_code="4821 0937 7715 0264",
        counted_by=("Ngô Hữu Thuỷ", "Trịnh Kiều Oanh"),
        keepers=(*officials().board[:2], officials().witnesses[0]),
        handed_over_by=officials().board[0],
        received_by=Person("Tạ Phương Nhung", "Văn thư Ban Tuyên giáo Quận uỷ"),
        opening="14 giờ, ngày 19 tháng 5 năm 2023, tại trụ sở Quận uỷ",
        copies=3,
        rule_set=RULES,
        recipients=RECIPIENTS,
    )


def attendance(people: int = 47) -> AttendanceList:
    """A roll of invented staff."""
    family = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
    middle = ("Thị", "Văn", "Minh", "Thuỳ", "Hữu")
    given = (
        "Ẩn",
        "Bảo",
        "Châu",
        "Diễm",
        "Giang",
        "Hường",
        "Khuê",
        "Lựu",
        "Mỵ",
        "Ngữ",
        "Oánh",
        "Phượng",
        "Vỹ",
    )
    names = Counter[str]()
    lines = []
    for place in range(people):
        name = f"{family[place % 8]} {middle[place % 5]} {given[place % 13]}"
        names[name] += 1
        lines.append(AttendanceLine(name, "Giáo viên" if place > 3 else "Tổ trưởng", f"Tổ {place % 5 + 1}"))
    assert max(names.values()) == 1
    return AttendanceList(
        letterhead=letterhead(""),
        conference=conference(),
        lines=tuple(lines),
        signatures=(Signature("THƯ KÝ", ("Lương Mỹ Duyên",)), Signature("CHỦ TRÌ", ("Đỗ Quang Ẩn",))),
        rule_set=RULES,
    )


def entries() -> EntryLog:
    """The log of entering paper sheets."""
    return EntryLog(
        letterhead=letterhead("Số 09-NK/TKP"),
        conference=conference(),
        first_typist=Person("Cao Thuý Vy", "Chuyên viên Văn phòng Quận uỷ"),
        second_typist=Person("Mai Trọng Đỉnh", "Chuyên viên Văn phòng Quận uỷ"),
        totals=(EntryTotals(HEAD.name, 4, 4, 1, 2, 2),),
        invalid_reasons=(("Không có dấu của cơ quan phát hành phiếu", 1), ("Phiếu trắng", 0)),
        rule_set=RULES,
    )
