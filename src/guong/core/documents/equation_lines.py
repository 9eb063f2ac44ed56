"""The reconciliation as it is printed: each equation of formats §12 with its figures and its outcome."""

from dataclasses import dataclass

from guong.core.documents.model import Align, Cell, Column, Table, header_row
from guong.core.reconciliation import Explanation, HandCount, hall_equations, limit_breaches
from guong.core.tally import SubjectCount


@dataclass(frozen=True)
class EquationLine:
    """One equation: its number, wording, both sides as figures, the difference (0: it holds), an explanation if not."""

    number: int
    wording: str
    figures: str
    difference: int
    explanation: str = ""


@dataclass(frozen=True)
class Reconciled:
    """What is held against each other for one subject.

    ``roll`` people were summoned, ``device`` sealed ballots came from phones, ``paper_sheets`` were counted by hand
    in the box; ``count`` is the opening's count.
    """

    hand: HandCount
    roll: int
    device: int
    paper_sheets: int
    count: SubjectCount
    explanations: tuple[Explanation, ...] = ()


def equation_lines(sides: Reconciled) -> tuple[EquationLine, ...]:
    """Return the equations of one subject (DESIGN §4.7); a subject that was not opened has no fifth."""
    lines = [
        *hall_lines(sides.hand, device=sides.device, explanations=sides.explanations),
        _of_subject(sides),
    ]
    if sides.count.state == "opened":
        lines.append(_of_items(sides.count))
    lines.append(_of_limits(sides))
    return tuple(lines)


def equation_table(lines: tuple[EquationLine, ...]) -> Table:
    """Return the equations as a table; the last column says ``Khớp``, or ``Lệch`` with the explanation."""
    return Table(
        columns=(Column(8, Align.CENTER), Column(70), Column(42, Align.CENTER), Column(45)),
        header=(header_row("TT", "Nội dung đối chiếu", "Số liệu", "Kết quả"),),
        rows=tuple(
            (Cell(str(line.number)), Cell(line.wording), Cell(line.figures), Cell(_outcome(line)))
            for line in lines
        ),
    )


def hall_lines(
    hand: HandCount, *, device: int, explanations: tuple[Explanation, ...] = ()
) -> list[EquationLine]:
    """Return equations 1 to 3, which are settled in the hall before the box is sealed (DESIGN §4.7)."""
    said = {(entry.equation, entry.difference): entry for entry in explanations}
    wordings = {
        1: (
            "Số chữ ký = thẻ đã bốc + bộ phiếu giấy đã phát − thẻ đổi sang phiếu giấy − thẻ phát lại",
            f"{hand.signatures} = {hand.drawn} + {hand.paper_sets} − {hand.exchanged} − {hand.replaced}",
        ),
        2: ("Thẻ đã in = thẻ đã bốc + thẻ còn lại", f"{hand.printed} = {hand.drawn} + {hand.left_over}"),
        3: (
            "Thẻ đã bốc = phiếu gửi bằng điện thoại + thẻ đổi sang phiếu giấy + thẻ hỏng + thẻ không dùng",
            f"{hand.drawn} = {device} + {hand.exchanged} + {hand.spoiled} + {hand.not_returned}",
        ),
    }
    lines = []
    for equation in hall_equations(hand, device=device):
        wording, figures = wordings[equation.number]
        shown = figures if not equation.difference else f"{equation.left} ≠ {figures.split(' = ')[1]}"
        entry = said.get((equation.number, equation.difference))
        lines.append(EquationLine(equation.number, wording, shown, equation.difference, _said(entry)))
    return lines


def _of_subject(sides: Reconciled) -> EquationLine:
    count, returned = sides.count, sides.device + sides.paper_sheets
    figures = f"{sides.device} + {sides.paper_sheets} = {count.opened}"
    wording = "Phiếu gửi bằng điện thoại + phiếu giấy trong hòm = phiếu thu về"
    difference = returned - count.opened
    if count.state == "opened":
        wording += " = hợp lệ + không hợp lệ"
        figures += f" = {count.valid} + {count.invalid}"
        difference = difference or count.opened - count.valid - count.invalid
    return EquationLine(4, wording, figures.replace(" = ", " ≠ ", 1) if difference else figures, difference)


def _of_items(count: SubjectCount) -> EquationLine:
    matching = sum(sum(row) == count.valid for row in count.items.values())
    wording = "Từng nội dung: bốn mức + bỏ trống = phiếu hợp lệ"
    return EquationLine(
        5, wording, f"{matching}/{len(count.items)} nội dung bằng {count.valid}", len(count.items) - matching
    )


def _of_limits(sides: Reconciled) -> EquationLine:
    hand = sides.hand
    breaches = limit_breaches(hand, roll=sides.roll, paper_sheets=[sides.paper_sheets])
    pairs = (
        (hand.signatures, sides.roll),
        (sides.paper_sheets, hand.paper_sets),
        (hand.replaced, hand.spoiled),
    )
    figures = "; ".join(f"{left} {'≤' if left <= right else '>'} {right}" for left, right in pairs)
    wording = "Số chữ ký ≤ số được triệu tập; phiếu giấy trong hòm ≤ bộ đã phát; thẻ phát lại ≤ thẻ hỏng"
    return EquationLine(6, wording, figures, len(breaches))


def _said(entry: Explanation | None) -> str:
    return f"{entry.text} (Xác nhận: {', '.join(entry.signed_by)})" if entry else ""


def _outcome(line: EquationLine) -> str:
    if not line.difference:
        return "Khớp"
    return f"Lệch. {line.explanation}" if line.explanation else "Lệch, chưa có giải trình"
