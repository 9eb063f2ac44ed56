"""Kế hoạch: the order of a campaign, as plan 167-KH/QU reads (seed 001, R-001-21; research/domain.md §D2 no. 1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from guong.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    header_row,
    note,
    text,
)
from guong.core.documents.phrases import dashed, in_sentence, sentence
from guong.core.documents.rule_sheet import RuleSheet, rule_table
from guong.core.questionnaire import Item, Questionnaire

_PRESTIGE = "prestige"
_LETTERS = "abcdefgh"


@dataclass(frozen=True)
class PlanVoters:
    """Who takes part at one kind of unit: ``units`` (``14 phường``), ``people``, and whom not (``exception``)."""

    units: str
    people: str
    exception: str = ""


@dataclass(frozen=True)
class PlanTime:
    """When a round takes place: ``units`` (``các trường học``), ``when`` (``Thực hiện vào tháng 5/2023``)."""

    units: str
    when: str


@dataclass(frozen=True)
class PlanDuty:
    """What one body has to do."""

    body: str
    tasks: tuple[str, ...]


@dataclass(frozen=True)
class PlanPaper:
    """Everything that the plan says.

    ``matter`` is the abstract, its first letter capital; it returns within the first and the last sentence.
    ``issuer`` is the body as a sentence names it (``Ban Thường vụ Quận uỷ``). ``bases`` are whole phrases
    (``Chương trình 01-CTr/QU, ngày 15/10/2020 của Quận uỷ về “…”``). ``recipients`` bear their purposes.
    ``forms`` are the ballots, whose items the annex lists.
    """

    letterhead: Letterhead
    matter: str
    issuer: str
    bases: tuple[str, ...]
    purposes: tuple[str, ...]
    requirements: tuple[str, ...]
    content: str
    subjects: tuple[str, ...]
    voters: tuple[PlanVoters, ...]
    method: tuple[str, ...]
    times: tuple[PlanTime, ...]
    duties: tuple[PlanDuty, ...]
    rules: RuleSheet
    forms: tuple[Questionnaire, ...]
    signature: Signature
    recipients: tuple[str, ...]


def plan(given: PlanPaper) -> Document:
    """Return the plan with its annex: the rules that apply, and what the ballots ask.

    Raises ValueError where a part that no plan can lack is empty: bases, purposes, subjects, voters, method, times,
    duties, forms, recipients; or where a body has no task.
    """
    for part in (
        "bases",
        "purposes",
        "subjects",
        "voters",
        "method",
        "times",
        "duties",
        "forms",
        "recipients",
    ):
        if not getattr(given, part):
            raise ValueError(f"a plan needs its {part}")
    if not all(duty.tasks for duty in given.duties):
        raise ValueError("a body without a task has no place in the plan")
    return Document(
        letterhead=given.letterhead,
        kind="KẾ HOẠCH",
        abstract=given.matter,
        blocks=(_opening(given), *_aims(given), *_content(given), *_duties(given), _closing(given)),
        signatures=(given.signature,),
        recipients=given.recipients,
        annex=(*_rules(given), *_ballots(given)),
        rule_set=given.rules.name,
    )


def _opening(given: PlanPaper) -> Paragraph:
    bases = ", ".join(entry.strip().rstrip(".,;") for entry in given.bases)
    return text(f"Thực hiện {bases}, {given.issuer} ban hành Kế hoạch {in_sentence(given.matter)} như sau:")


def _aims(given: PlanPaper) -> Iterator[Block]:
    yield Heading("I. MỤC ĐÍCH, YÊU CẦU")
    yield Heading("1. Mục đích", level=2)
    yield from dashed(given.purposes)
    if given.requirements:
        yield Heading("2. Yêu cầu", level=2)
        yield from dashed(given.requirements)


def _content(given: PlanPaper) -> Iterator[Block]:
    yield Heading("II. NỘI DUNG, ĐỐI TƯỢNG VÀ CÁCH THỨC TRIỂN KHAI")
    yield Heading("1. Nội dung lấy ý kiến", level=2)
    yield Paragraph(
        (
            Run(given.content.strip().rstrip(".")),
            Run(" (nội dung được cụ thể hoá trong phiếu xin ý kiến).", italic=True),
        )
    )
    yield Heading("2. Đối tượng thực hiện", level=2)
    yield text("a. Người được góp ý:")
    yield from dashed(given.subjects)
    if given.rules.months_in_post:
        yield text(
            "Chưa thực hiện lấy phiếu đối với người đứng đầu mới chuyển vị trí công tác về đơn vị mới dưới "
            f"{given.rules.months_in_post} tháng."
        )
    yield text("b. Người tham gia góp ý:")
    for voters in given.voters:
        yield _voters(voters)
    yield Heading("3. Cách thức triển khai", level=2)
    yield from dashed(given.method)
    yield Heading("4. Thời gian thực hiện", level=2)
    yield from dashed(f"Đối với {time.units}: {time.when}" for time in given.times)


def _voters(voters: PlanVoters) -> Paragraph:
    people = f"- Đối với {voters.units}: {voters.people.strip().rstrip('.')}"
    if not voters.exception:
        return text(f"{people}.")
    return Paragraph((Run(f"{people} ("), Run(voters.exception, italic=True), Run(").")))


def _duties(given: PlanPaper) -> Iterator[Block]:
    yield Heading("III. TỔ CHỨC THỰC HIỆN")
    for place, duty in enumerate(given.duties, 1):
        yield Heading(f"{place}. {duty.body}", level=2)
        yield from dashed(duty.tasks)


def _closing(given: PlanPaper) -> Paragraph:
    return text(
        f"Trên đây là Kế hoạch {in_sentence(given.matter)}. {given.issuer} đề nghị các đơn vị liên quan nghiêm túc "
        "triển khai thực hiện./."
    )


def _rules(given: PlanPaper) -> Iterator[Block]:
    yield Heading("A. QUY TẮC ÁP DỤNG")
    yield note(
        f"Bộ quy tắc: {given.rules.name}, được ghi tên trong mọi biên bản của kế hoạch này; muốn thay đổi phải có văn "
        "bản trước khi mở đợt."
    )
    yield rule_table(given.rules)


def _ballots(given: PlanPaper) -> Iterator[Block]:
    for place, (letter, form) in enumerate(zip(_LETTERS, given.forms, strict=False)):
        yield PageBreak()
        if not place:
            yield Heading("B. NỘI DUNG PHIẾU XIN Ý KIẾN")
        yield Heading(f"{letter}. {form.title.capitalize()}", level=2)
        yield text(sentence(_subject_line(form)), italic=True)
        yield from _items(form)


def _subject_line(form: Questionnaire) -> str:
    """The form's line with dots where a name will stand."""
    words, rest = "", form.subject_template
    while "{" in rest:
        before, _, after = rest.partition("{")
        words, rest = words + before + "…………", after.partition("}")[2]
    return words + rest


def _items(form: Questionnaire) -> Iterator[Block]:
    criteria = [item for item in form.items if item.key != _PRESTIGE]
    yield Table(
        columns=(Column(12, Align.CENTER), Column(153)),
        header=(header_row(form.headings["number"], form.headings["criterion"]),),
        rows=tuple((Cell(item.number), Cell(item.text)) for item in criteria),
    )
    yield text(f"Mỗi nội dung đánh giá theo {_levels(criteria[0])}. {form.headings['note']}.")
    yield text(sentence(_calm(form.headings["opinion"])))
    for item in form.items:
        if item.key == _PRESTIGE:
            yield text(f"{_calm(form.headings['prestige'])}: {'; '.join(item.levels)}.")


def _levels(item: Item) -> str:
    return f"{len(item.levels):02d} mức độ: {', '.join(level.lower() for level in item.levels)}"


def _calm(heading: str) -> str:
    """A heading of capitals within running text: ``II. Ý kiến khác``."""
    number, _, words = heading.partition(" ")
    return f"{number} {words.capitalize()}"
