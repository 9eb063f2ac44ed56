"""The scanner beside the paper desk: a stack is drawn as people filled it in, scanned and read while the hall still votes.

It works ahead so that nobody waits for it; the station sees a page only once the sheets were counted by hand.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from random import Random

from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.demo.answers import empty_answer
from guong.demo.filled_sheets import PaperSheet, scanned_stack
from guong.demo.hall import Hall
from guong.office.papers import services as papers
from guong.paper import ballot_layout
from guong.paper.scanning import ScannedPage, read_scans


@dataclass(frozen=True)
class ScannedStack:
    """A subject's sheets in their order, the scanner's file of them, and what the reading process made of it."""

    sheets: Sequence[PaperSheet]
    file: bytes
    pages: list[ScannedPage] | Refused

    def read(self, raw: bytes, layout: bytes) -> list[ScannedPage] | Refused:
        """Return the pages of the file, as the station's own reader did."""
        return self.pages


Scans = Mapping[str, "Future[ScannedStack]"]
"""The stacks of a conference by the key of the person asked about."""


def sheets_of(hall: Hall, form: Questionnaire, subject: str, *, torn: int) -> list[PaperSheet]:
    """Return a person's sheets as they lie in the box; the first ``torn`` of them have lost two corners."""
    stamped = [PaperSheet(part, is_torn=place < torn) for place, part in enumerate(hall.sheets[subject])]
    empty = PaperSheet(empty_answer(form, subject), is_stamped=False)
    return stamped + [empty] * hall.unstamped[subject]


def scan(questionnaire: bytes, line: str, sheets: Sequence[PaperSheet], name: str) -> ScannedStack:
    """Draw, scan and read one stack; ``name`` seeds its pens and dirt, so that other draws don't depend on them."""
    file = papers.in_worker(scanned_stack, questionnaire, line, sheets, Random(name))
    return ScannedStack(sheets, file, read_scans(file, ballot_layout(questionnaire)))
