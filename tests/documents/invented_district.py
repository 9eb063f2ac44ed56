"""An invented district report: fifteen schools or fourteen wards, every count made up and called so."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random

from guong.core.aggregation import KnownRow, added, channel_split, known_row
from guong.core.documents.district_parts import (
    DistrictReport,
    Earlier,
    GroupSums,
    SiteLine,
    SubjectLine,
    Turnout,
    Withheld,
)
from guong.core.documents.district_tables import criteria_of
from guong.core.documents.model import Letterhead, Profile, Signature
from guong.core.questionnaire import Questionnaire, official
from guong.core.remarks.digest import RemarkCounts
from guong.office.release.figures import shown_row
from guong.render.sum_charts import district_charts

SCHOOLS = {
    "Mầm non": ("Nắng Mai", "Sao Mai", "Hoa Hồng", "Tuổi Thơ", "Bình Yên"),
    "Tiểu học": ("Hoa Sen", "Hướng Dương", "Ban Mai", "Sông Xanh", "Cầu Vồng"),
    "THCS": ("Bình Minh", "Ánh Dương", "Hoà Bình", "Trúc Lâm", "Vạn Xuân"),
}
WARDS = (
    "Hoa Ban", "Sông Trăng", "Đồng Nắng", "Bến Mây", "Gò Sim", "Vườn Đào", "Hồ Sen", "Cầu Đá", "Lũng Hoa", "Bãi Dâu",
    "Đê Xanh", "Thềm Gió", "Núi Ngọc", "Rừng Thông",
)  # fmt: skip
PEOPLE = (
    "Đàm Thị Mỹ Uyên", "Trịnh Thị Bích Hợp", "Nghiêm Xuân Tùng", "La Thị Thuỳ Trang", "Phùng Thị Hoà", "Doãn Quốc Khánh",
    "Tăng Thị Yến", "Khuất Thị Nga", "Lò Văn Sáng", "Giáp Thị Hạnh", "Ngạc Thu Sương", "Ứng Hoài Thu", "Sầm Thị Tuyết",
    "Phí Quang Lộc",
)  # fmt: skip
_UNANIMOUS = 0.06


def schools() -> DistrictReport:
    """The May round: one school with four voters, one with seven, some rows nearly unanimous."""
    sizes = {"Bình Yên": 4, "Cầu Vồng": 7}
    units = [
        (level, f"Trường {level} {name}", sizes.get(name, 0)) for level in SCHOOLS for name in SCHOOLS[level]
    ]
    people = [(level, unit, "Bí thư Chi bộ, Hiệu trưởng", size) for level, unit, size in units]
    return _report(
        official("school_head"), people, "Các trường học", "Cấp học", tuple(SCHOOLS), earlier=False
    )


def wards() -> DistrictReport:
    """The October round: two people in each ward, and a round before it."""
    posts = ("Bí thư Đảng uỷ", "Chủ tịch UBND")
    people = [(post, f"Phường {ward}", post, 0) for ward in WARDS for post in posts]
    return _report(official("ward_head"), people, "Các phường", "Chức vụ", posts, earlier=True)


def _report(
    form: Questionnaire,
    people: Sequence[tuple[str, str, str, int]],
    round_name: str,
    group_word: str,
    groups: Sequence[str],
    *,
    earlier: bool,
) -> DistrictReport:
    random = Random(167)
    sizes = {unit: size or random.randint(38, 57) for _, unit, _, size in people}
    counted = [(group, unit, post, _counts(random, form, sizes[unit])) for group, unit, post, _ in people]
    shown = [entry for entry in counted if sizes[entry[1]] >= 5]
    sums = tuple(_sums(form, name, [entry[3] for entry in shown if entry[0] == name]) for name in groups)
    whole = _sums(form, "Cả đợt", [entry[3] for entry in shown])
    returned = sum(sizes[entry[1]] for entry in counted)
    return DistrictReport(
        letterhead=Letterhead(
            Profile.PARTY, "Quận uỷ Hoa Sen", "Ban Tuyên giáo", "Hoa Sen", date(2023, 5, 26), "Số 45-BC"
        ),
        matter="Tổng hợp kết quả lấy ý kiến góp ý việc tu dưỡng, rèn luyện đạo đức của người đứng đầu năm 2023",
        plan="Kế hoạch số 167-KH/QU, ngày 27/01/2023",
        bases=(
            "Chương trình 01-CTr/QU, ngày 15/10/2020",
            "Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị",
        ),
        round_name=round_name,
        begins_on=date(2023, 5, 15),
        ends_on=date(2023, 5, 19),
        group_word=group_word,
        form=form,
        turnouts=_turnouts(sizes, people, groups if group_word == "Cấp học" else ()),
        channels=channel_split(returned - 61, 61),
        whole=whole,
        groups=sums,
        sites=_sites(sizes),
        subjects=tuple(_line(form, place, entry, sizes[entry[1]]) for place, entry in enumerate(counted)),
        withheld=_withheld(counted),
        remarks=RemarkCounts(183, shown=151, edited=44, withheld=32),
        charts=district_charts(form, whole, sums),
        earlier=_earlier(form, random) if earlier else None,
        assessment=(
            "Các hội nghị được tổ chức dân chủ, đúng kế hoạch; người tham gia góp ý có tinh thần xây dựng",
            "Nội dung giải quyết kiến nghị của viên chức cần được quan tâm hơn",
        ),
        proposals=("Đề nghị Ban Thường vụ Quận uỷ giao các chi bộ theo dõi kế hoạch khắc phục",),
        signature=Signature("TRƯỞNG BAN", ("Tạ Thị Lan Chi",), hint=""),
        recipients=("Ban Thường vụ Quận uỷ (để báo cáo),", "Ban Tổ chức Quận uỷ,", "Lưu."),
        rule_set="Quy tắc áp dụng kèm Kế hoạch 167-KH/QU, bản 1",
    )


def _sites(sizes: dict[str, int]) -> tuple[SiteLine, ...]:
    first = date(2023, 5, 15)
    return tuple(
        SiteLine(unit, first + timedelta(place // 3), size + 2, size)
        for place, (unit, size) in enumerate(sizes.items())
    )


def _withheld(counted: "Sequence[tuple[str, str, str, Counts]]") -> Withheld:
    def named(sizes: range) -> tuple[str, ...]:
        return tuple(
            f"{_name(place)} ({entry[1]})" for place, entry in enumerate(counted) if entry[3][0] in sizes
        )

    shown = [entry[3] for entry in counted if entry[3][0] >= 5]
    return Withheld(
        too_few=named(range(5)),
        merged=named(range(5, 10)),
        coded_rows=sum(not row.is_exact for counts in shown for row in _known(counts)),
        without_remarks=sum(entry[3][0] < 10 for entry in counted),
        rows_from=5,
        remarks_from=10,
    )


Counts = tuple[int, dict[str, tuple[int, ...]]]


def _counts(random: Random, form: Questionnaire, size: int) -> Counts:
    return size, {item.key: _row(random, size) for item in form.items}


def _row(random: Random, size: int) -> tuple[int, ...]:
    if random.random() < _UNANIMOUS:
        return size, 0, 0, 0
    drawn = random.choices(range(4), weights=(random.uniform(35, 60), 35, random.uniform(4, 14), 3), k=size)
    return tuple(drawn.count(level) for level in range(4))


def _known(counts: Counts) -> list[KnownRow]:
    return [known_row(row, returned=counts[0]) for row in counts[1].values()]


def _sums(form: Questionnaire, name: str, counts: Sequence[Counts]) -> GroupSums:
    def total(key: str) -> KnownRow:
        return added(known_row(rows[key], returned=size) for size, rows in counts)

    return GroupSums(
        name, len(counts), tuple(total(item.key) for item in criteria_of(form.items)), total("prestige")
    )


def _line(form: Questionnaire, place: int, entry: tuple[str, str, str, Counts], size: int) -> SubjectLine:
    group, unit, post, (returned, rows) = entry
    if size < 5:
        return SubjectLine(group, unit, _name(place), post, returned, (), "…")
    blank = (0,)
    texts = [shown_row(item, blank + rows[item.key], returned=returned).good_or_better for item in form.items]
    return SubjectLine(group, unit, _name(place), post, returned, tuple(texts[:-1]), texts[-1])


def _name(place: int) -> str:
    return PEOPLE[place % len(PEOPLE)]


def _turnouts(
    sizes: dict[str, int], people: Sequence[tuple[str, str, str, int]], levels: Sequence[str]
) -> tuple[Turnout, ...]:
    def line(name: str, belongs: Callable[[str], bool]) -> Turnout:
        units = {unit for group, unit, _, _ in people if belongs(group)}
        asked = [unit for group, unit, _, _ in people if belongs(group)]
        present = sum(sizes[unit] for unit in units)
        returned = sum(sizes[unit] for unit in asked)
        return Turnout(name, len(units), len(asked), present + 2 * len(units), present, returned)

    return (*(line(level, level.__eq__) for level in levels), line("Cả đợt", lambda group: True))


def _earlier(form: Questionnaire, random: Random) -> Earlier:
    rows = [known_row(_row(random, 540), returned=540) for _ in criteria_of(form.items)]
    return Earlier("đợt các phường năm 2022, Kế hoạch số 104-KH/QU", (*rows[:9], None, *rows[10:]))
