"""How papers write the codes of the voter's page and of the office's journal (DESIGN §4.9)."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.core.wording import in_digits


@dataclass(frozen=True)
class JournalCode:
    """The head of the journal as it was printed: the number of its last entry, its sixteen digits."""

    number: int
    code: str


def page_rows(codes: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return a labelled row for each code: the page as it was at the opening, then each change during the poll."""
    return tuple(
        ("Mã trang bỏ phiếu" if not place else "Mã trang bỏ phiếu đã thay đổi", code)
        for place, code in enumerate(codes)
    )


def journal_rows(head: JournalCode | None) -> tuple[tuple[str, str], ...]:
    """Return the row on the journal, none where no head was taken."""
    return () if head is None else ((f"Mã nhật ký đến việc số {in_digits(head.number)}", head.code),)
