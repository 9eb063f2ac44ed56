"""One batch from the hand count to its last answer: in memory only, void as soon as the counts don't agree."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random, SystemRandom
from typing import Literal, cast

from guong.ceremony.scanning import refusals
from guong.ceremony.scanning.questions import Queue
from guong.ceremony.scanning.sheets import LookAlikes, NotRead, Sheet
from guong.core import canonical, paper_batch
from guong.core.ballot import REMARK_BUDGET, tidy_remark
from guong.core.outcome import Refused
from guong.core.paper_batch import OTHER_SUBJECT
from guong.core.questionnaire import Questionnaire
from guong.paper import ballot_layout
from guong.paper.reading import PageReading
from guong.paper.scanning import ScannedPage, alike, read_scans
from guong.paper.scanning.fingerprints import ALIKE

Upload = Sequence[tuple[str, bytes]]
Named = tuple[str, ScannedPage]
Reader = Callable[[bytes, bytes], list[ScannedPage] | Refused]
"""Reads a file against a layout file: `read_scans`, or what gives back what it read before."""


@dataclass
class _Stack:
    """Pages that lie on each other: of one file, or of all files of one page each."""

    names: list[str] = field(default_factory=list)
    pages: list[Named] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)

    def extend(self, name: str, pages: list[Named], digest: bytes) -> None:
        """Lay another file on it."""
        self.names.append(name)
        self.pages += pages
        self.digests.append(digest)


class Batch:
    """A stack of sheets on one subject, counted by hand before it is scanned.

    Stages: scanned until `finish`, asked until the queue is settled, typed until no back waits, then ready to be sealed.
    """

    def __init__(
        self, form: Questionnaire, counted: int, *, read: Reader = read_scans, chance: Random | None = None
    ) -> None:
        self.form, self.counted, self._reader = form, counted, read
        self.sheets: list[Sheet] = []
        self.not_read: list[NotRead] = []
        self.look_alikes: list[LookAlikes] = []
        self.queue: Queue | None = None
        self.chance = chance or SystemRandom()
        self._layout = ballot_layout(form.raw)
        self._files: set[bytes] = set()

    @property
    def is_two_sided(self) -> bool:
        """Tell whether the form has a back to write on."""
        return bool(self.form.remark_fields)

    @property
    def found(self) -> int:
        """Sheets that the count is compared with: read ones and those set aside to be keyed in by hand."""
        return len(self.sheets) + sum(entry.decision == "aside" for entry in self.not_read)

    def add(self, files: Upload) -> int | Refused:
        """Read the files of one upload, in the order of their names; returns how many sheets it brought.

        Files of one page each (a phone's, some scanners') are taken as one stack. A page, file or stack that can't be
        read is listed with its reason and stops nothing. Refused, with nothing taken in: ``no_file``, ``same_file``, and
        ``sides_mixed`` or ``one_side_only`` where no stack of the upload can be taken.
        """
        if not files:
            return refusals.NO_FILE
        ordered = sorted(files, key=lambda entry: _natural(entry[0]))
        digests = [hashlib.sha256(raw).digest() for _, raw in ordered]
        if set(digests) & self._files or len(set(digests)) < len(digests):
            return refusals.SAME_FILE
        return self._take_in(self._stacks(ordered, digests))

    def decide(self, key: str, decision: str) -> None:
        """Take a person's word on a place that wasn't read, or on two sheets that look alike."""
        for entry in self.not_read:
            if entry.key == key and decision in entry.choices:
                entry.decision = cast(Literal["rescanned", "aside"], decision)
        for pair in self.look_alikes:
            if pair.key == key and pair.decision is None and decision in ("same", "different"):
                pair.decision = cast(Literal["same", "different"], decision)
                if decision == "same" and pair.second in self.sheets and pair.first in self.sheets:
                    self.sheets.remove(pair.second)

    @property
    def undecided(self) -> int:
        """How many decisions of people are missing."""
        gone = [pair for pair in self.look_alikes if pair.decision is None and self._both_here(pair)]
        return len(gone) + sum(entry.decision is None for entry in self.not_read)

    def finish(self) -> Refused | None:
        """End the scanning and begin the questions.

        Refused: ``undecided``, ``nothing_read``; ``count_mismatch`` means that the batch is void, and whoever holds it
        drops it.
        """
        if self.undecided:
            return refusals.UNDECIDED
        if self.found != self.counted:
            return refusals.count_mismatch(self.counted, self.found)
        if not self.sheets:
            return refusals.NOTHING_READ
        self.chance.shuffle(self.sheets)
        self.queue = Queue(self.sheets, self.chance)
        return None

    @property
    def holds_another_subjects_sheet(self) -> bool:
        """Tell whether people settled that a sheet belongs to somebody else: then the batch is void."""
        return self.queue is not None and any(
            question.settled == OTHER_SUBJECT for question in self.queue.questions
        )

    def to_type(self) -> list[Sheet]:
        """Return the sheets whose back waits for somebody to type what stands there."""
        return [sheet for sheet in self.sheets if sheet.back is not None and sheet.notes is None]

    def type_notes(self, key: str, typed: Mapping[str, str]) -> Refused | None:
        """Take what stands on a sheet's back, by field; nothing typed means that nothing stands there.

        Refused: ``too_long``.
        """
        notes = {name: tidy_remark(typed.get(name, "")) for name in self.form.remark_fields}
        notes = {name: words for name, words in notes.items() if words}
        if sum(canonical.text_bytes(words) for words in notes.values()) > REMARK_BUDGET:
            return refusals.TOO_LONG
        for sheet in self.sheets:
            if sheet.key == key:
                sheet.notes = notes
        return None

    def picture(self, key: str) -> bytes | None:
        """Return the picture of that key: a question's strip, a sheet's back (its key + "b"), the boxes of the first or
        second of two look-alikes (their key + "a" or "b")."""
        question = self.queue.of(key) if self.queue else None
        if question is not None:
            return question.picture
        for sheet in self.sheets:
            if sheet.back is not None and key == f"{sheet.key}b":
                return sheet.back.whole
        for pair in self.look_alikes:
            if key in (f"{pair.key}a", f"{pair.key}b"):
                return (pair.first if key.endswith("a") else pair.second).front.whole
        return None

    def _both_here(self, pair: LookAlikes) -> bool:
        return pair.first in self.sheets and pair.second in self.sheets

    def _read(self, raw: bytes) -> list[ScannedPage]:
        read = self._reader(raw, self._layout)
        pages = [ScannedPage(PageReading(1, read))] if isinstance(read, Refused) else read
        if self.is_two_sided:
            return pages
        return [page for page in pages if not _is_blank(page.reading)]  # backs on which nothing is printed

    def _stacks(self, ordered: Upload, digests: Sequence[bytes]) -> list[_Stack]:
        """Read the files; those of one page each make one stack, which comes last."""
        stacks, loose = [], _Stack()
        for (name, raw), digest in zip(ordered, digests, strict=True):
            pages = [(f"{name}, trang {page.reading.page}", page) for page in self._read(raw)]
            if len(pages) > 1:
                stacks.append(_Stack([name], pages, [digest]))
            else:
                loose.extend(name, pages, digest)
        return [*stacks, loose] if loose.names else stacks

    def _take_in(self, stacks: list[_Stack]) -> int | Refused:
        paired = [(stack, self._sheets(stack)) for stack in stacks]
        refused = [(stack, why) for stack, why in paired if isinstance(why, Refused)]
        if refused and len(refused) == len(paired):
            return refused[0][1]
        before = len(self.sheets)
        for stack, sheets in paired:
            if not isinstance(sheets, Refused):
                self._files |= set(stack.digests)
                for front, back in sheets:
                    self._place(front, back)
        self.not_read += [NotRead(", ".join(stack.names), why, is_stack=True) for stack, why in refused]
        return len(self.sheets) - before

    def _sheets(self, stack: _Stack) -> list[tuple[Named, Named | None]] | Refused:
        sides = [_side(page) for _, page in stack.pages]
        sheets = paper_batch.paired(sides)
        if isinstance(sheets, Refused):
            return sheets
        read = [_side(page) for _, page in stack.pages if page.reading.refusal is None]
        if self.is_two_sided and "front" in read and "back" not in sides:
            return refusals.ONE_SIDE_ONLY
        pages = stack.pages
        return [(pages[front], None if back is None else pages[back]) for front, back in sheets]

    def _place(self, front: Named, back: Named | None) -> None:
        for where, page in (front, *([back] if back else [])):
            if page.reading.refusal is not None:
                self.not_read.append(NotRead(where, page.reading.refusal))
                return
        sheet = Sheet(front[1], back[1] if back else None)
        ink = sheet.front.ink
        for other in self.sheets:
            if ink is not None and other.front.ink is not None and alike(ink, other.front.ink) >= ALIKE:
                self.look_alikes.append(LookAlikes(other, sheet))
        self.sheets.append(sheet)


def _side(page: ScannedPage) -> paper_batch.Side:
    return cast(paper_batch.Side, page.reading.side)


def _is_blank(reading: PageReading) -> bool:
    return reading.refusal is not None and reading.refusal.reason == "blank_page"


def _natural(name: str) -> list[tuple[int, str]]:
    """Order names as people do: page 2 before page 10."""
    parts = re.split(r"(\d+)", name)
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
