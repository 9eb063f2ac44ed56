"""The annex of the district report: each group's picture and tables, then every conference."""

from collections.abc import Iterator

from guong.core.documents import district_tables as tables
from guong.core.documents.district_parts import DistrictReport, GroupSums
from guong.core.documents.model import Block, Figure, Heading, NumberedList, PageBreak, note

_PEOPLE = (
    "Tỷ lệ % “Tốt trở lên” tính trên số phiếu thu về của từng người. “≥ 90” và “phần lớn” (trên một nửa) thay cho số chính "
    "xác khi tất cả, hoặc tất cả trừ vài người, chọn cùng một mức; “…” là không công bố."
)


def annex(given: DistrictReport) -> tuple[Block, ...]:
    """Return the annex: a part for each group in the report's order, then the conferences."""
    blocks: list[Block] = []
    for place, group in enumerate(given.groups):
        if place:
            blocks.append(PageBreak())
        blocks += _group(given, group, place)
    if blocks:
        blocks.append(PageBreak())
    return (*blocks, Heading(f"{len(given.groups) + 1}. Các hội nghị"), tables.site_table(given.sites))


def _group(given: DistrictReport, group: GroupSums, place: int) -> Iterator[Block]:
    items = tables.criteria_of(given.form.items)
    lines = [line for line in given.subjects if line.group == group.name]
    yield Heading(f"{place + 1}. {group.name}")
    if group.subjects:
        yield Figure(given.charts.of_group[place], alt=f"Biểu đồ bốn mức của từng nội dung: {group.name}")
        yield tables.levels_table(items, group.criteria, title=f"{group.name}, bốn mức")
    shown = [line for line in lines if line.better]
    if shown:
        yield tables.subject_table(items, shown, title=f"{group.name}, từng đồng chí")
        yield note(_PEOPLE)
    withheld = tuple(tables.suppressed_names(lines))
    if withheld:
        yield NumberedList(withheld, numbered=False)
