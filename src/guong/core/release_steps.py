"""The way of a result from the count to the person and into the archive, and who reads from which step on (R-000-12).

The lead body summarises for the Standing Board and the Standing Committee; the person hears last. A step back hands the
result to the step before, with a reason; nothing goes back once somebody was told.
"""

from enum import Enum


class ReleaseStep(Enum):
    """The steps in order. The first two follow from what was done elsewhere, the others are an officer's act."""

    COUNTED = "counted"
    EDITED = "edited"
    STANDING_BOARD = "standing_board"
    COMMITTEE = "committee"
    TOLD = "told"
    ARCHIVED = "archived"

    @property
    def label(self) -> str:
        """The step as screens and the journal name it."""
        return _LABELS[self]


class Reader(Enum):
    """Who reads results, by office."""

    COUNTING_BOARD = "counting_board"
    LEAD_BODY = "lead_body"
    STANDING_BOARD = "standing_board"
    COMMITTEE = "committee"
    PERSON = "person"


_LABELS = {
    ReleaseStep.COUNTED: "Đã kiểm phiếu",
    ReleaseStep.EDITED: "Đã biên tập ý kiến",
    ReleaseStep.STANDING_BOARD: "Báo cáo Thường trực",
    ReleaseStep.COMMITTEE: "Báo cáo Ban Thường vụ",
    ReleaseStep.TOLD: "Thông báo cho người được góp ý",
    ReleaseStep.ARCHIVED: "Lưu hồ sơ",
}
# The board writes its own minutes; the lead body was told to summarise (seed 000). Everybody else waits.
READS_FROM = {
    Reader.COUNTING_BOARD: ReleaseStep.COUNTED,
    Reader.LEAD_BODY: ReleaseStep.COUNTED,
    Reader.STANDING_BOARD: ReleaseStep.STANDING_BOARD,
    Reader.COMMITTEE: ReleaseStep.COMMITTEE,
    Reader.PERSON: ReleaseStep.TOLD,
}
_ORDER = tuple(ReleaseStep)
_ACTS = _ORDER[_ORDER.index(ReleaseStep.STANDING_BOARD) :]


def may_read(reader: Reader, reached: ReleaseStep | None) -> bool:
    """Tell whether a reader may see a result that stands at ``reached`` (None: not counted yet)."""
    return reached is not None and _ORDER.index(reached) >= _ORDER.index(READS_FROM[reader])


def is_behind(step: ReleaseStep, reached: ReleaseStep | None) -> bool:
    """Tell whether a step is done."""
    return reached is not None and _ORDER.index(step) <= _ORDER.index(reached)


def act_after(reached: ReleaseStep | None) -> ReleaseStep | None:
    """Return the step that an officer may take next; None where other work comes first or nothing is left."""
    if reached is None or reached is ReleaseStep.COUNTED or reached is _ORDER[-1]:
        return None
    return _ORDER[_ORDER.index(reached) + 1]


def step_back(reached: ReleaseStep | None, *, told: int) -> ReleaseStep | None:
    """Return the step to which a result may be handed back, None where it may not: ``told`` people heard theirs already."""
    if reached not in _ACTS or reached is ReleaseStep.ARCHIVED or told:
        return None
    return _ORDER[_ORDER.index(reached) - 1]
