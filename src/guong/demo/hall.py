"""A conference hall in memory: people sign, draw slips by hand, choose phone or paper, hand slips back.

Counts are taken from the pieces of paper as they lie at the end, not from what the program knows, so that the
reconciliation is a real one.
"""

from dataclasses import dataclass, field
from random import Random

from guong.core.ballot import Part
from guong.core.questionnaire import Questionnaire
from guong.core.reconciliation import HandCount
from guong.demo.answers import answer, empty_answer
from guong.demo.voter import Phone


@dataclass(frozen=True)
class Habits:
    """How many of those present do what; everybody else votes on the own phone."""

    paper_at_desk: int = 3
    exchange: int = 1
    spoil_and_redraw: int = 1
    keep_slip: int = 1
    empty_on_phone: int = 1
    unstamped_sheets: int = 1


@dataclass
class Hall:
    """What lies where at the end. ``sheets`` are stamped paper answers, ``unstamped`` counts those without a stamp."""

    signatures: int = 0
    printed: int = 0
    paper_sets: int = 0
    unstamped: int = 0
    replaced: int = 0
    phones: list[Phone] = field(default_factory=list)
    sheets: list[tuple[Part, ...]] = field(default_factory=list)
    exchanged: list[bytes] = field(default_factory=list)
    spoiled: list[bytes] = field(default_factory=list)
    kept: list[bytes] = field(default_factory=list)
    box_of_slips: list[bytes] = field(default_factory=list)

    @property
    def sheets_in_box(self) -> int:
        """Paper sheets found in the box for each subject."""
        return len(self.sheets) + self.unstamped

    @property
    def counted_by_hand(self) -> HandCount:
        """The hand count of the pieces of paper."""
        return HandCount(
            signatures=self.signatures,
            printed=self.printed,
            drawn=self.printed - len(self.box_of_slips),
            left_over=len(self.box_of_slips),
            paper_sets=self.paper_sets,
            exchanged=len(self.exchanged),
            spoiled=len(self.spoiled),
            replaced=self.replaced,
            not_returned=len(self.kept),
        )


def fill_hall(
    random: Random,
    tickets: list[bytes],
    *,
    present: int,
    subjects: list[str],
    form: Questionnaire,
    habits: Habits,
) -> Hall:
    """Let everybody present sign, draw and answer; ``tickets`` are the printed slips, shuffled in their box."""
    hall = Hall(printed=len(tickets), box_of_slips=list(tickets))
    random.shuffle(hall.box_of_slips)
    for voter in range(present):
        hall.signatures += 1
        if voter < habits.paper_at_desk:
            _take_paper(hall, random, form, subjects, unstamped=voter < habits.unstamped_sheets)
            continue
        _draw_and_vote(hall, random, form, subjects, voter - habits.paper_at_desk, habits)
    random.shuffle(hall.sheets)
    return hall


def _draw_and_vote(
    hall: Hall, random: Random, form: Questionnaire, subjects: list[str], place: int, habits: Habits
) -> None:
    ticket = hall.box_of_slips.pop()
    if place < habits.exchange:
        hall.exchanged.append(ticket)
        _take_paper(hall, random, form, subjects, unstamped=False)
        return
    place -= habits.exchange
    if place < habits.spoil_and_redraw:
        hall.spoiled.append(ticket)
        hall.replaced += 1
        ticket = hall.box_of_slips.pop()
    elif place < habits.spoil_and_redraw + habits.keep_slip:
        hall.kept.append(ticket)
        return
    first_empty = habits.spoil_and_redraw + habits.keep_slip
    empty = first_empty <= place < first_empty + habits.empty_on_phone
    chosen = [empty_answer(form, subject) if empty else answer(random, form, subject) for subject in subjects]
    hall.phones.append(Phone(ticket, tuple(chosen)))


def _take_paper(
    hall: Hall, random: Random, form: Questionnaire, subjects: list[str], *, unstamped: bool
) -> None:
    hall.paper_sets += 1
    if unstamped:
        hall.unstamped += 1
    else:
        hall.sheets.append(tuple(answer(random, form, subject) for subject in subjects))
