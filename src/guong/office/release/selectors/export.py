"""A round's figures as one long table for other programs: the texts that the judge reads, each with its mark."""

from collections.abc import Iterator, Sequence

from guong.core.data_package import Column, DataTable, Value
from guong.core.disclosure import HIDDEN, MOST, SUPPRESSED, TOP_CODE
from guong.core.disclosure.readings import is_number
from guong.core.questionnaire import Item, Questionnaire
from guong.office.release.selectors.printed import PrintedTables
from guong.office.release.selectors.rounds import RoundFigures, RoundPerson

_NINETY = TOP_CODE.removesuffix(" %")
MARKS = {
    "chinh_xac": "tỷ lệ chính xác, một chữ số thập phân",
    "khoang": "tỷ lệ nằm trong khoảng tu–den, vì có số liệu thành phần không công bố chính xác",
    "tu_90": "từ 90 % trở lên; thay cho số chính xác khi gần như mọi người chọn cùng một mức",
    "phan_lon": "trên một nửa; thay cho số chính xác khi gần như mọi người chọn cùng một mức",
    "khong_neu": "không nêu, vì mức khác đã mã hoá hoặc bốn mức được gộp thành hai (dưới 10 phiếu)",
    "it_nguoi": SUPPRESSED,
}
_TABLES = {"nguoi": "kết quả của một người", "nhom": "chung một cấp học hoặc chức vụ", "dot": "chung cả đợt"}
_COLUMNS = (
    Column("bang", "string", "Dòng này thuộc bảng nào", _TABLES),
    Column("nhom", "string", "Cấp học hoặc chức vụ"),
    Column("don_vi", "string", "Đơn vị của người được góp ý"),
    Column("ho_ten", "string", "Người được góp ý"),
    Column("chuc_vu", "string", "Chức vụ"),
    Column("lan", "integer", "Lần công bố; từ 2 trở lên là đính chính"),
    Column("so_phieu", "integer", "Số phiếu thu về"),
    Column("noi_dung_so", "string", "Số thứ tự của nội dung trên phiếu"),
    Column("noi_dung", "string", "Nội dung trên phiếu"),
    Column("muc", "string", "Mức đánh giá; “Tốt trở lên” là hai mức đầu gộp lại"),
    Column("ty_le", "number", "Tỷ lệ % trên số phiếu thu về, chỉ có khi dau là chinh_xac"),
    Column("tu", "integer", "Tỷ lệ % ít nhất, chỉ có khi dau là khoang"),
    Column("den", "integer", "Tỷ lệ % nhiều nhất, chỉ có khi dau là khoang"),
    Column("dau", "string", "Cách đọc ô này", MARKS),
)
_NOTES = (
    "Số liệu gộp đã qua các quy tắc công bố; không có phiếu nào của từng người.",
    "Tỷ lệ tính trên số phiếu thu về. Nhóm dưới 05 phiếu không có số liệu.",
)
_BETTER = "Tốt trở lên"
_Line = tuple[Value, ...]


def export_table(figures: RoundFigures, tables: PrintedTables) -> DataTable:
    """Return everything that a round publishes of answers; ``tables`` are those that the judge read."""
    form = figures.form
    rows = tuple(_rows(figures, tables, form)) if form else ()
    return DataTable("so-lieu", f"Số liệu gộp của đợt: {figures.of_round.name}", _COLUMNS, rows, _NOTES)


def _rows(figures: RoundFigures, tables: PrintedTables, form: Questionnaire) -> Iterator[_Line]:
    items = {item.key: item for item in form.items}
    people = {(person.conference.key, person.subject.key): person for person in figures.people}
    for row in tables.rows:
        person = people[row.poll.split(".")[0], row.subject]
        head = (*_person(person), row.returned)
        yield from _cells(head, items[row.item], row.shares, row.better)
    for person in figures.people:
        if person.known and not person.shown:
            yield (*_person(person), person.known.participation.returned, *(None,) * 6, "it_nguoi")
    for total in tables.sums:
        group, key = total.key.rsplit(": ", 1)
        head = ("nhom" if group else "dot", group or None, None, None, None, None, total.returned)
        yield from _cells(head, items[key], total.shares, total.better)


def _person(person: RoundPerson) -> tuple[Value, ...]:
    unit, subject = person.conference.unit.name, person.subject
    edition = person.known.edition if person.known else None
    return "nguoi", person.group, unit, subject.name, subject.post.title, edition


def _cells(head: Sequence[Value], item: Item, shares: Sequence[str], better: str) -> Iterator[_Line]:
    for level, text in zip((*item.levels, _BETTER), (*shares, better), strict=True):
        yield (*head, item.number, item.text, level, *_said(text))


def _said(text: str) -> tuple[Value, ...]:
    """Return share, least, largest and mark of a printed cell."""
    if is_number(text):
        return float(text.replace(",", ".")), None, None, "chinh_xac"
    if "–" in text:
        low, high = map(int, text.split("–"))
        return None, low, high, "khoang"
    marks = {_NINETY: "tu_90", MOST: "phan_lon", HIDDEN: "khong_neu"}
    return None, None, None, marks[text]
