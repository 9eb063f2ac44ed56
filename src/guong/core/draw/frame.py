"""The frame of a draw: which schools of each level may be drawn, and why the others may not (DESIGN §8)."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guong.core.crockford import ALPHABET
from guong.core.draw.lines import LONGEST_KEY, LONGEST_NAME, is_line
from guong.core.eligibility import MONTHS_IN_POST, head_eligibility
from guong.core.outcome import Refused

_DRAW_KEY = re.compile(rf"[{ALPHABET}]{{10}}")
_LEVEL_KEY = re.compile(r"[a-z0-9_]{1,32}")
_MOST_MONTHS = 60


class Method(Enum):
    """How lots are drawn: paper lots from a box, or computed from contributions laid on the table."""

    CUSTOM = "custom"
    COMPUTED = "computed"


class Exclusion(Enum):
    """Why a school may not be drawn, in the order in which reasons are looked for."""

    CLOSED = "closed"
    NOT_PUBLIC = "not_public"
    NO_LEVEL = "no_level"
    NO_HEAD = "no_head"
    HEAD_TOO_NEW = "head_too_new"


@dataclass(frozen=True)
class School:
    """A school of the register. ``level`` is a level's key or None; ``heads_since`` holds, for each post that leads
    the school, the day since which its holder has been in post."""

    unit: str
    name: str
    level: str | None
    public: bool = True
    closed_on: date | None = None
    heads_since: tuple[date, ...] = ()


@dataclass(frozen=True)
class LevelTerms:
    """A level, how many of its schools are drawn (1 or more) and how many reserves after them (0 or more)."""

    key: str
    name: str
    to_draw: int
    reserves: int


@dataclass(frozen=True)
class Terms:
    """What is settled before the draw. ``key`` is 10 Crockford characters chosen at random, ``plan`` a number such as
    ``167-KH/QU``; heads need ``months`` months in post on ``reference``."""

    key: str
    plan: str
    reference: date
    method: Method
    levels: tuple[LevelTerms, ...]
    months: int = MONTHS_IN_POST


@dataclass(frozen=True)
class FrameUnit:
    """A school that may be drawn."""

    unit: str
    name: str


@dataclass(frozen=True)
class Excluded:
    """A school that may not be drawn; ``eligible_on`` only where its head is too new."""

    unit: str
    name: str
    reason: Exclusion
    eligible_on: date | None = None


@dataclass(frozen=True)
class FrameLevel:
    """One level's schools, both lists sorted by unit key."""

    terms: LevelTerms
    units: tuple[FrameUnit, ...]
    excluded: tuple[Excluded, ...]

    @property
    def reserves(self) -> int:
        """How many reserves there can be: fewer than wanted where the frame is short."""
        return max(0, min(self.terms.reserves, len(self.units) - self.terms.to_draw))

    @property
    def lots(self) -> int:
        """How many lots are drawn in all, reserves included."""
        return self.terms.to_draw + self.reserves


@dataclass(frozen=True)
class Frame:
    """The frozen frame; ``without_level`` are schools excluded because the register knows no level of theirs."""

    terms: Terms
    levels: tuple[FrameLevel, ...]
    without_level: tuple[Excluded, ...]


def freeze_frame(terms: Terms, schools: Sequence[School]) -> Frame | Refused:
    """Return the frame of a draw, the same for any order of ``schools``.

    A school with two leading posts may be drawn if at least one holder has been long enough in post (seed 001 II.2
    spares the head, not the school). Refuses terms without sense, a school twice, a level that isn't drawn, unusable
    keys or names, and a level with fewer schools than are to be drawn.
    """
    frame = propose_frame(terms, schools)
    return frame if isinstance(frame, Refused) else frame_shortage(frame) or frame


def propose_frame(terms: Terms, schools: Sequence[School]) -> Frame | Refused:
    """Return the frame as `freeze_frame`, even where a level has too few schools: so that a page can show why.

    Such a frame must not be drawn from.
    """
    refused = _check_terms(terms) or _check_schools(terms, schools)
    if refused is not None:
        return refused
    ordered = sorted(schools, key=lambda school: school.unit)
    judged = [(school, _exclusion(school, terms)) for school in ordered]
    return Frame(
        terms,
        tuple(_level(level, judged) for level in terms.levels),
        tuple(excluded for school, excluded in judged if school.level is None and excluded),
    )


def _check_terms(terms: Terms) -> Refused | None:
    if not _DRAW_KEY.fullmatch(terms.key) or not 1 <= terms.months <= _MOST_MONTHS:
        raise ValueError("a draw needs a key of 10 Crockford characters and 1 to 60 months")
    if not is_line(terms.plan, LONGEST_NAME):
        return Refused("no_plan", "Chưa ghi số kế hoạch. Ghi số, ký hiệu của kế hoạch rồi lập lại danh sách.")
    if not terms.levels:
        return Refused("no_levels", "Chưa chọn cấp học nào để gắp thăm. Chọn ít nhất một cấp học.")
    keys = [level.key for level in terms.levels]
    for level in terms.levels:
        if not _LEVEL_KEY.fullmatch(level.key) or not is_line(level.name, LONGEST_NAME):
            return Refused("bad_level", "Có cấp học không ghi tên hoặc mã. Kiểm tra lại danh mục cấp học.")
        if keys.count(level.key) > 1:
            return Refused("level_twice", f"Cấp {level.name} được khai hai lần. Bỏ bớt một dòng.")
        if level.to_draw < 1 or level.reserves < 0:
            return Refused(
                "nothing_to_draw",
                f"Cấp {level.name}: phải gắp ít nhất một trường, số dự phòng không được âm. Sửa lại số cần gắp.",
            )
    return None


def _check_schools(terms: Terms, schools: Sequence[School]) -> Refused | None:
    times = Counter(school.unit for school in schools)
    levels = {level.key for level in terms.levels}
    for school in sorted(schools, key=lambda entry: entry.unit):
        if not is_line(school.unit, LONGEST_KEY) or not is_line(school.name, LONGEST_NAME):
            return Refused(
                "bad_unit",
                "Có trường chưa có tên hoặc mã đơn vị không dùng được (trống, quá dài, xuống dòng). Sửa ở mục Đơn vị rồi lập lại danh sách.",
            )
        if times[school.unit] > 1:
            return Refused(
                "unit_twice",
                f"{school.name} (mã {school.unit}) có {times[school.unit]} dòng trong danh sách. "
                "Mỗi trường chỉ được một thăm: bỏ dòng thừa rồi lập lại.",
            )
        if school.level is not None and school.level not in levels:
            return Refused(
                "unknown_level",
                f"{school.name} thuộc cấp học không có trong đợt gắp thăm này. "
                "Thêm cấp học ấy hoặc bỏ trường khỏi danh sách.",
            )
    return None


def _exclusion(school: School, terms: Terms) -> Excluded | None:
    too_new = [head_eligibility(since, terms.reference, months=terms.months) for since in school.heads_since]
    waiting = [head.eligible_on for head in too_new if head is not None]
    reason: Exclusion | None = None
    if school.closed_on is not None and school.closed_on <= terms.reference:
        reason = Exclusion.CLOSED
    elif not school.public:
        reason = Exclusion.NOT_PUBLIC
    elif school.level is None:
        reason = Exclusion.NO_LEVEL
    elif not school.heads_since:
        reason = Exclusion.NO_HEAD
    elif len(waiting) == len(too_new):
        return Excluded(school.unit, school.name, Exclusion.HEAD_TOO_NEW, min(waiting))
    return None if reason is None else Excluded(school.unit, school.name, reason)


def _level(terms: LevelTerms, judged: Sequence[tuple[School, Excluded | None]]) -> FrameLevel:
    mine = [(school, excluded) for school, excluded in judged if school.level == terms.key]
    return FrameLevel(
        terms,
        tuple(FrameUnit(school.unit, school.name) for school, excluded in mine if excluded is None),
        tuple(excluded for _, excluded in mine if excluded is not None),
    )


def frame_shortage(frame: Frame) -> Refused | None:
    """Return the refusal of a frame that has fewer schools at a level than are to be drawn, else None."""
    for level in frame.levels:
        if len(level.units) < level.terms.to_draw:
            return Refused(
                "frame_too_small",
                f"Cấp {level.terms.name} chỉ có {len(level.units)} trường đủ điều kiện, cần gắp {level.terms.to_draw}. "
                "Giảm số cần gắp hoặc kiểm tra lại các trường bị loại.",
            )
    return None
