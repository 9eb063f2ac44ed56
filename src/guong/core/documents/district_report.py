"""Báo cáo tổng hợp of a round: for the Standing Committee (research/domain.md §D2 no. 9, R-001-14, DESIGN §5, §8).

No person is ranked: groups stand in the order of levels, people in the order of units. Where a sum would give a coded row
away it is the range that `guong.core.aggregation` allows.
"""

from collections.abc import Iterator

from guong.core.aggregation import lowest
from guong.core.disclosure import SUPPRESSED
from guong.core.documents import district_tables as tables
from guong.core.documents.district_annex import annex
from guong.core.documents.district_parts import DistrictReport
from guong.core.documents.model import Block, Document, Figure, Heading, KeyValues, NumberedList, note, text
from guong.core.documents.phrases import dashed, on_days
from guong.core.documents.remark_lines import counts_sentence
from guong.core.wording import in_both, in_digits, percent, short_date

LOWEST = 5
RANGES = (
    "Số dạng “63–65” là khoảng chứa tỷ lệ thật: khi kết quả của một người gần như thống nhất, số chính xác của cả nhóm "
    "sẽ làm lộ kết quả ấy."
)
_DOTS = "…" * 40
_NUMBERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_Section = tuple[str, tuple[Block, ...]]


def district_report(given: DistrictReport) -> Document:
    """Return the report with its annex; an assessment or proposals not written yet leave dots to write on."""
    return Document(
        letterhead=given.letterhead,
        kind="BÁO CÁO",
        abstract=given.matter,
        blocks=(
            *_opening(given),
            *_sections(given),
            text(f"Trên đây là báo cáo kết quả đợt lấy ý kiến “{given.round_name}”, trân trọng báo cáo."),
        ),
        signatures=(given.signature,),
        recipients=given.recipients,
        annex=annex(given),
        rule_set=given.rule_set,
    )


def _sections(given: DistrictReport) -> Iterator[Block]:
    parts = (
        _organisation,
        _criteria,
        _groups,
        _prestige,
        _lowest,
        _earlier,
        _remarks,
        _assessment,
        _proposals,
        _withheld,
    )
    found = [section for section in (part(given) for part in parts) if section is not None]
    for number, (title, blocks) in zip(_NUMBERS, found, strict=False):
        yield Heading(f"{number}. {title}")
        yield from blocks


def _opening(given: DistrictReport) -> tuple[Block, ...]:
    total = given.total
    sentence = (
        f"Thực hiện {given.plan}, {on_days(given.begins_on, given.ends_on)} đã tổ chức "
        f"{in_digits(total.conferences)} hội nghị lấy ý kiến góp ý đối với {in_digits(total.subjects)} đồng chí. "
        "Kết quả như sau:"
    )
    if not given.bases:
        return (text(sentence),)
    return (text("Căn cứ:"), *dashed(given.bases), text(sentence))


def _organisation(given: DistrictReport) -> _Section:
    total = given.total
    lines = [
        ("Số hội nghị", in_digits(total.conferences)),
        ("Số đồng chí được góp ý", in_digits(total.subjects)),
        ("Số người được triệu tập", in_digits(total.summoned)),
        ("Số người có mặt", f"{in_digits(total.present)} ({percent(total.present, total.summoned)} %)"),
        ("Số phiếu thu về", in_digits(total.returned)),
        ("Phiếu theo hình thức", _channels(given)),
    ]
    blocks: list[Block] = [KeyValues(tuple(lines))]
    if len(given.turnouts) > 1:
        blocks.append(tables.turnout_table(given.turnouts, first="Loại đơn vị"))
    if given.cancelled:
        blocks += [
            text(f"Không tổ chức {in_both(len(given.cancelled), 'hội nghị')} đã lên lịch:"),
            *_cancelled(given),
        ]
    return "TÌNH HÌNH TỔ CHỨC", tuple(blocks)


def _cancelled(given: DistrictReport) -> tuple[Block, ...]:
    return dashed(
        f"{site.unit}, dự kiến họp ngày {short_date(site.planned_on)}; lý do: {site.reason}"
        for site in given.cancelled
    )


def _channels(given: DistrictReport) -> str:
    if given.channels is None:
        return f"{SUPPRESSED}."
    device, paper = map(in_digits, given.channels)
    return f"{device} phiếu gửi bằng thiết bị, {paper} phiếu giấy"


def _criteria(given: DistrictReport) -> _Section:
    title = "KẾT QUẢ CHUNG CỦA CẢ ĐỢT"
    if not given.whole.subjects:
        return title, (text(f"{SUPPRESSED}.", bold=True),)
    items = tables.criteria_of(given.form.items)
    returned = given.whole.criteria[0].returned
    base = f"Tỷ lệ % tính trên {in_digits(returned)} phiếu thu về đối với {in_digits(given.whole.subjects)} đồng chí."
    ranges = any(not row.is_exact for row in given.whole.criteria)
    return title, (
        Figure(given.charts.criteria, alt="Biểu đồ tỷ lệ bốn mức của từng nội dung, cả đợt"),
        tables.levels_table(items, given.whole.criteria, title="Bốn mức của từng nội dung, cả đợt"),
        note(f"{base} {RANGES if ranges else ''}".strip()),
    )


def _groups(given: DistrictReport) -> _Section | None:
    shown = [group for group in given.groups if group.subjects]
    if len(shown) < 2:
        return None
    items = tables.criteria_of(given.form.items)
    first = given.group_word
    return f"KẾT QUẢ THEO {first.upper()}", (
        Figure(given.charts.groups, alt=f"Biểu đồ bốn mức, chung các nội dung, theo {first.lower()}"),
        tables.pooled_table(items[0].levels, [*shown, given.whole], first=first),
        tables.group_table(items, shown, given.whole),
    )


def _prestige(given: DistrictReport) -> _Section | None:
    item = next((item for item in given.form.items if item.key == tables.PRESTIGE), None)
    if item is None or given.whole.prestige is None or not given.whole.subjects:
        return None
    rows = [*(group for group in given.groups if group.subjects), given.whole]
    return "MỨC ĐỘ UY TÍN", (
        Figure(given.charts.prestige, alt="Biểu đồ bốn mức uy tín"),
        tables.prestige_table(item.levels, rows, first=given.group_word),
    )


def _lowest(given: DistrictReport) -> _Section | None:
    items = tables.criteria_of(given.form.items)
    places = lowest(given.whole.criteria, most=LOWEST)
    if not places:
        return None
    return "NỘI DUNG CẦN QUAN TÂM", (
        tables.lowest_table(items, given.whole.criteria, places),
        note(f"{len(places)} nội dung có tỷ lệ “{tables.BETTER}” thấp nhất của cả đợt, thấp nhất trước."),
    )


def _earlier(given: DistrictReport) -> _Section:
    title, earlier = "SO VỚI ĐỢT TRƯỚC", given.earlier
    if earlier is None or not given.whole.subjects or not any(earlier.criteria):
        return title, (text("Không có đợt trước hỏi cùng câu chữ để so sánh."),)
    items = tables.criteria_of(given.form.items)
    left_out = len(items) - sum(row is not None for row in earlier.criteria)
    tail = f" {left_out} nội dung có câu chữ khác nên không so sánh." if left_out else ""
    return title, (
        text(f"So với {earlier.name}; người tham gia và người được góp ý có thể khác nhau.{tail}"),
        tables.earlier_table(items, given.whole.criteria, earlier),
    )


def _remarks(given: DistrictReport) -> _Section:
    words = (
        f"{counts_sentence(given.remarks)} Nội dung ý kiến không đưa vào báo cáo này; ý kiến được hai cán bộ ngoài đơn vị "
        "biên tập trước khi chuyển cho người được góp ý."
    )
    return "Ý KIẾN GHI TRÊN PHIẾU", (text(words),)


def _assessment(given: DistrictReport) -> _Section:
    return "ĐÁNH GIÁ CHUNG", dashed(given.assessment) or (text(_DOTS),)


def _proposals(given: DistrictReport) -> _Section:
    return "KIẾN NGHỊ, ĐỀ XUẤT", dashed(given.proposals) or (text(_DOTS),)


def _withheld(given: DistrictReport) -> _Section:
    held = given.withheld
    lines = [
        f"Kết quả của một người chỉ được công bố khi có từ {held.rows_from} phiếu; ý kiến chỉ được giữ khi có từ "
        f"{held.remarks_from} phiếu."
    ]
    if held.too_few:
        lines.append(f"Không đưa vào mọi bảng kết quả vì nhóm có ít người: {'; '.join(held.too_few)}.")
    if held.merged:
        lines.append(f"Gộp bốn mức thành hai vì có dưới 10 phiếu: {'; '.join(held.merged)}.")
    if held.coded_rows:
        lines.append(
            f"{in_digits(held.coded_rows)} dòng kết quả của từng người không ghi số chính xác vì tất cả, hoặc tất cả trừ vài "
            "người, chọn cùng một mức; các dòng tổng có chứa chúng được ghi thành khoảng."
        )
    if given.channels is None:
        lines.append("Không ghi số phiếu theo hình thức vì có hình thức chỉ một đến bốn người dùng.")
    if held.without_remarks:
        lines.append(f"Không giữ ý kiến ghi trên phiếu đối với {in_digits(held.without_remarks)} đồng chí.")
    lines.append(
        "Không tổng hợp kết quả theo nhóm người tham gia hoặc theo hình thức bỏ phiếu; không xếp hạng."
    )
    return "SỐ LIỆU KHÔNG CÔNG BỐ VÀ LÝ DO", (NumberedList(tuple(lines), numbered=False),)
