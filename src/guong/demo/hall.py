"""A conference hall in memory: people sign, draw slips by hand, choose phone or paper, hand slips back.

Counts are taken from the pieces of paper as they lie at the end, not from what the program knows, so that the
reconciliation is a real one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from guong.core.ballot import Part
from guong.core.questionnaire import Questionnaire
from guong.core.reconciliation import HandCount
from guong.demo.answers import answer, empty_answer
from guong.demo.phones import Phone


@dataclass(frozen=True)
class Habits:
    """How many of those summoned do what; everybody else votes on the own phone.

    ``blank_for_last`` phones leave the last person asked about blank, ``unstamped`` and ``sheets_kept`` are sheets of the
    last person only: without the body's stamp, or never put into the box. ``torn`` sheets of each person have lost two
    corners, so that no machine reads them.
    """

    absent: int = 2
    paper_at_desk: int = 5
    exchange: int = 1
    spoil_and_redraw: int = 1
    keep_slip: int = 1
    empty_on_phone: int = 1
    blank_for_last: int = 0
    unstamped: int = 1
    sheets_kept: int = 0
    torn: int = 0


def habits_of(random: Random, *, place: int, subjects: int) -> Habits:
    """Return the habits of a round's conference; the third of every five has no paper, and wards blank one person.

    At the first one sheet of each person is torn.
    """
    on_paper = 0 if place % 5 == 2 else random.randint(5, 7)
    ward = subjects > 1
    return Habits(
        absent=random.randint(0, 3),
        paper_at_desk=on_paper,
        exchange=random.randint(0, 1) if on_paper else 0,
        spoil_and_redraw=random.randint(0, 1),
        keep_slip=random.randint(0, 1),
        empty_on_phone=random.randint(0, 1),
        blank_for_last=random.randint(1, 2) if ward else 0,
        unstamped=1 if on_paper and place % 2 else 0,
        sheets_kept=1 if on_paper and ward and place % 3 == 0 else 0,
        torn=1 if place == 0 else 0,
    )


@dataclass
class Hall:
    """What lies where at the end, by subject key where each has a sheet of the own.

    ``sheets`` are stamped paper answers, ``unstamped`` counts those without a stamp.
    """

    signatures: int = 0
    printed: int = 0
    paper_sets: int = 0
    replaced: int = 0
    unstamped: Counter[str] = field(default_factory=Counter)
    phones: list[Phone] = field(default_factory=list)
    sheets: dict[str, list[Part]] = field(default_factory=dict)
    exchanged: list[bytes] = field(default_factory=list)
    spoiled: list[bytes] = field(default_factory=list)
    kept: list[bytes] = field(default_factory=list)
    box_of_slips: list[bytes] = field(default_factory=list)

    def sheets_in_box(self, subject: str) -> int:
        """Paper sheets found in the box for one subject."""
        return len(self.sheets[subject]) + self.unstamped[subject]

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


@dataclass
class Filling:
    """A hall while it fills: ``tickets`` are the printed slips, ``subjects`` the keys of those asked about."""

    random: Random
    form: Questionnaire
    subjects: Sequence[str]
    habits: Habits
    hall: Hall

    @classmethod
    def begin(
        cls,
        random: Random,
        tickets: Sequence[bytes],
        *,
        subjects: Sequence[str],
        form: Questionnaire,
        habits: Habits,
    ) -> "Filling":
        """Shuffle the slips into their box; nobody has come yet."""
        hall = Hall(printed=len(tickets), box_of_slips=list(tickets), sheets={key: [] for key in subjects})
        random.shuffle(hall.box_of_slips)
        return cls(random, form, subjects, habits, hall)

    def fill(self, *, present: int) -> Hall:
        """Let everybody present sign, draw and answer."""
        for voter in range(present):
            self.hall.signatures += 1
            if voter < self.habits.paper_at_desk:
                self._take_paper()
            else:
                self._draw_and_vote(voter - self.habits.paper_at_desk)
        for pile in self.hall.sheets.values():
            self.random.shuffle(pile)
        return self.hall

    def _draw_and_vote(self, place: int) -> None:
        hall, habits = self.hall, self.habits
        ticket = hall.box_of_slips.pop()
        if place < habits.exchange:
            hall.exchanged.append(ticket)
            self._take_paper()
            return
        place -= habits.exchange
        if place < habits.spoil_and_redraw:
            hall.spoiled.append(ticket)
            hall.replaced += 1
            ticket = hall.box_of_slips.pop()
        elif place < habits.spoil_and_redraw + habits.keep_slip:
            hall.kept.append(ticket)
            return
        place -= habits.spoil_and_redraw + habits.keep_slip
        hall.phones.append(Phone(ticket, tuple(self._phone_answers(place))))

    def _phone_answers(self, place: int) -> list[Part]:
        blank = set(self.subjects) if 0 <= place < self.habits.empty_on_phone else set()
        if 0 <= place - self.habits.empty_on_phone < self.habits.blank_for_last:
            blank = {self.subjects[-1]}
        return [
            empty_answer(self.form, key) if key in blank else answer(self.random, self.form, key)
            for key in self.subjects
        ]

    def _take_paper(self) -> None:
        hall, habits, last = self.hall, self.habits, self.subjects[-1]
        place = hall.paper_sets
        hall.paper_sets += 1
        for key in self.subjects:
            if key == last and place < habits.unstamped:
                hall.unstamped[key] += 1
            elif not (key == last and habits.unstamped <= place < habits.unstamped + habits.sheets_kept):
                hall.sheets[key].append(answer(self.random, self.form, key))
