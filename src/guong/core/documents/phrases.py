"""Sentences and lines that the campaign's papers share, so that each is written in one place."""

from collections.abc import Iterable, Sequence
from datetime import date

from guong.core.documents.model import Cell, Paragraph, Run, Signature, text
from guong.core.documents.parties import Officials, Person
from guong.core.wording import in_words, long_date, weekday

TICK_BOX = "□"


def copies_sentence(copies: int) -> str:
    """Return how many copies the minutes have and that all agreed; raises ValueError for fewer than one."""
    if copies < 1:
        raise ValueError("minutes are made in at least one copy")
    return (
        f"Biên bản được lập thành {copies:02d} bản (bằng chữ: {in_words(copies)} bản), đã đọc cho những người có tên "
        "nghe, nhất trí và cùng ký."
    )


def people_lines(label: str, people: Sequence[Person]) -> tuple[tuple[str, str], ...]:
    """Return a labelled line for the first person and lines without label for the others."""
    return tuple((label if not place else "", person.printed) for place, person in enumerate(people))


def signed_by(role: str, people: Iterable[Person]) -> Signature:
    """Return a place to sign for all ``people`` under one role."""
    return Signature(role, tuple(person.name for person in people))


def signatures_of(officials: Officials) -> tuple[Signature, ...]:
    """Return the four places to sign of minutes: chair, clerk, counting board, witnesses."""
    return (
        signed_by("CHỦ TRÌ", (officials.chair,)),
        signed_by("THƯ KÝ", (officials.clerk,)),
        signed_by("TỔ KIỂM PHIẾU", officials.board),
        signed_by("ĐẠI BIỂU CHỨNG KIẾN", officials.witnesses),
    )


def officials_lines(officials: Officials) -> tuple[tuple[str, str], ...]:
    """Return the labelled lines of those who direct, write, count and attest."""
    return (
        ("Chủ trì", officials.chair.printed),
        ("Thư ký", officials.clerk.printed),
        *people_lines("Tổ kiểm phiếu", officials.board),
        *people_lines("Đại biểu chứng kiến", officials.witnesses),
    )


def joined(parts: Sequence[str]) -> str:
    """Return ``a``, ``a và b`` or ``a, b và c``; an empty string where there is nothing."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} và {parts[-1]}"


def sentence(words: str) -> str:
    """Return the words, blanks at their ends left out, with a full stop where no mark ends them."""
    trimmed = words.strip()
    return trimmed if trimmed.endswith((".", ";", ":", "!", "?", "…")) else f"{trimmed}."


def in_sentence(words: str) -> str:
    """Return a title as it stands within a sentence: its first letter small."""
    return words[:1].lower() + words[1:]


def round_named(name: str) -> str:
    """Return a round as it stands within a sentence, the word for it once: "đợt các trường học"."""
    named = in_sentence(name)
    return named if named.startswith("đợt") else f"đợt {named}"


def dashed(items: Iterable[str]) -> tuple[Paragraph, ...]:
    """Return items as official papers set them: a dash at the first line's indent, the rest from the margin."""
    return tuple(text(f"- {sentence(item)}") for item in items)


def led(lead: str, words: str) -> Paragraph:
    """Return a paragraph whose first words are bold, e.g. ``Điều 1.``."""
    return Paragraph((Run(f"{lead} ", bold=True), Run(words)))


def weekday_and_date(day: date) -> str:
    """Return ``Thứ Hai, ngày 15 tháng 5 năm 2023``."""
    return f"{weekday(day)}, {long_date(day)}"


def on_days(first: date, last: date) -> str:
    """Return ``từ ngày 15 tháng 5 năm 2023 đến ngày 19 tháng 5 năm 2023``, or ``trong ngày …`` where it is one day."""
    return f"từ {long_date(first)} đến {long_date(last)}" if first != last else f"trong {long_date(first)}"


def no_name_twice(people: Iterable[Person], *, where: str) -> None:
    """Raise ValueError where one name and post stands twice; ``where`` is told in the message."""
    seen: set[Person] = set()
    for person in people:
        if person in seen:
            raise ValueError(f"one person stands twice {where}: {person.name}")
        seen.add(person)


def numbered_rows(rows: Iterable[Sequence[str]]) -> tuple[tuple[Cell, ...], ...]:
    """Return table rows with ``1``, ``2`` ... in front."""
    return tuple((Cell(str(place)), *(Cell(words) for words in row)) for place, row in enumerate(rows, 1))
