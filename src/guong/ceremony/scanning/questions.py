"""The queue: what people are asked about a batch, in whose turn, blind to each other and in no order of sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from guong.ceremony.scanning.sheets import Sheet, new_key
from guong.core import paper_batch
from guong.core.paper_batch import HEAD_ANSWERS, ROW_ANSWERS

FIRST, SECOND, THIRD, TOGETHER = range(4)
"""Whose turn: two blind verifiers, a third where they differ, all three together where no two agree."""


@dataclass(eq=False)
class Question:
    """One strip: a row of a sheet (``item``) or its head (None). ``machine`` is what the reader was sure of, in an audit.

    ``answers`` are in the order of the turns; nobody sees those before the own one.
    """

    sheet: Sheet
    item: str | None
    machine: str | None = None
    answers: list[str] = field(default_factory=list, repr=False)
    key: str = field(default_factory=new_key)

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be answered."""
        return ROW_ANSWERS if self.item else HEAD_ANSWERS

    @property
    def settled(self) -> str | None:
        """The answer that counts, None while there is none; what all three say together stands."""
        if len(self.answers) > TOGETHER:
            return self.answers[TOGETHER]
        return paper_batch.settled(self.answers)

    @property
    def differs(self) -> bool:
        """Tell whether the first two said different things."""
        return len(self.answers) > SECOND and self.answers[FIRST] != self.answers[SECOND]

    @property
    def picture(self) -> bytes:
        """The strip as JPEG."""
        return self.sheet.front.strips[self.item] if self.item else self.sheet.front.head


class Queue:
    """All questions of a batch. Every turn has an order of its own, drawn by lot."""

    def __init__(self, sheets: Sequence[Sheet], chance: Random) -> None:
        rows = [(sheet, row) for sheet in sheets for row in sheet.front.reading.rows]
        sure = [(sheet, row) for sheet, row in rows if row.state == "read"]
        audited = paper_batch.drawn_for_audit(sure, chance)
        self.rows_read = len(sure)
        self.questions = [
            *(Question(sheet, None) for sheet in sheets),
            *(Question(sheet, row.item) for sheet, row in rows if row.state == "human"),
            *(Question(sheet, row.item, str(row.value)) for sheet, row in audited),
        ]
        self._orders = [chance.sample(self.questions, len(self.questions)) for _ in range(TOGETHER + 1)]

    @property
    def turn(self) -> int | None:
        """Whose turn it is; None when everything is settled."""
        return next((turn for turn in range(TOGETHER + 1) if self.waiting(turn)), None)

    def waiting(self, turn: int) -> list[Question]:
        """Return what that turn has still to answer, in its own order."""
        return [
            question
            for question in self._orders[turn]
            if len(question.answers) == turn and question.settled is None
        ]

    def answer(self, turn: int, given: Mapping[str, str]) -> int:
        """Take answers by question's key; returns how many were taken. Anything that wasn't asked is left out."""
        taken = [question for question in self.waiting(turn) if given.get(question.key) in question.choices]
        for question in taken:
            question.answers.append(given[question.key])
        return len(taken)

    def of(self, key: str) -> Question | None:
        """Return the question of that key."""
        return next((question for question in self.questions if question.key == key), None)

    def answers_of(self, sheet: Sheet) -> dict[str | None, str]:
        """Return what is settled of a sheet, by item (None its head)."""
        return {
            question.item: question.settled
            for question in self.questions
            if question.sheet is sheet and question.settled is not None
        }
