"""Draws by lot: frame, exclusions and numbers; a computed draw is drawn again (formats §13)."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from guong.verify.report import Report
from guong.verify.strict import (
    Fault,
    Json,
    canonical,
    count,
    exact,
    listing,
    printable,
    read_canonical,
    record,
    sha256,
    sixteen_digits,
    text,
)

KEEP = "Giữ nguyên các tệp, đối chiếu với biên bản gắp thăm đã ký và báo cơ quan chủ trì."
UNIT_LENGTH = 40
LINE_LENGTH = 200
MOST_MONTHS = 60
LEAST_CONTRIBUTIONS = 2
LEVEL = re.compile(r"[a-z0-9_]{1,32}")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
LEGIBLE = re.compile("[ -~\xa1-\xac\xae-\u024f\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2026]*")
REASONS = frozenset({"closed", "not_public", "no_head", "head_too_new"})
REASONS_WITHOUT_LEVEL = frozenset({"closed", "not_public", "no_level"})
DRAW_FIELDS = (
    "format", "draw", "plan", "held_on", "reference_date", "months_in_post",
    "method", "contributions", "levels", "without_level",
)  # fmt: skip
LEVEL_FIELDS = ("level", "name", "to_draw", "reserve_count", "frame", "excluded", "drawn", "reserves")


@dataclass(frozen=True)
class Level:
    """One level; all tuples hold unit keys."""

    key: str
    name: str
    to_draw: int
    frame: tuple[str, ...]
    excluded: tuple[str, ...]
    drawn: tuple[str, ...]
    reserves: tuple[str, ...]


@dataclass(frozen=True)
class Draw:
    """A draw whose lists and numbers hold; `seed` is None where paper lots were drawn."""

    levels: tuple[Level, ...]
    without_level: tuple[str, ...]
    seed: bytes | None
    code: str


def check_draw(report: Report, key: str, data: bytes) -> None:
    """Check one draw's file; the custom can't be drawn again, and the report says so."""
    draw = report.attempt(
        f"draw.{key}.lists", f"Gắp thăm {key}", _lists_hold, KEEP, lambda: read_draw(key, data)
    )
    if draw is None:
        return
    if draw.seed is None:
        report.not_checked.append(
            f"lượt gắp bằng tay của gắp thăm {key}: đối chiếu các trường trúng thăm với biên bản có chữ ký."
        )
        return
    seed = draw.seed
    report.attempt(
        f"draw.{key}.again",
        f"Gắp thăm {key}",
        "tính lại từ các dòng chữ ngẫu nhiên ra đúng các trường trúng thăm và dự phòng, đúng thứ tự.",
        KEEP,
        lambda: _draw_again(draw, seed),
    )


def read_draw(key: str, data: bytes) -> Draw:
    """Parse a draw; refuses another key, wrong numbers, lists out of order, a unit twice anywhere, a drawn unit
    outside its level's frame, and contributions that don't belong to the method."""
    top = record(read_canonical(data), "gắp thăm", *DRAW_FIELDS)
    exact(top["format"], "guong/draw/v1", "gắp thăm, format")
    exact(top["draw"], key, "gắp thăm, draw")
    _line(top["plan"], "số kế hoạch", LINE_LENGTH)
    for name in ("held_on", "reference_date"):
        _day(top[name], name)
    if not 1 <= count(top["months_in_post"], "months_in_post") <= MOST_MONTHS:
        raise Fault("số tháng giữ chức vụ phải từ 1 đến 60")
    levels = tuple(_read_level(value) for value in listing(top["levels"], "levels"))
    draw = Draw(
        levels=levels,
        without_level=_units(top["without_level"], "without_level", REASONS_WITHOUT_LEVEL),
        seed=_read_seed(top["method"], top["contributions"]),
        code=_frame_code(top),
    )
    if not levels or len({level.key for level in levels}) != len(levels):
        raise Fault("không có cấp học nào, hoặc có cấp học ghi hai lần")
    units = [*draw.without_level, *(unit for level in levels for unit in (*level.frame, *level.excluded))]
    twice = [unit for unit, times in Counter(units).items() if times > 1]
    if twice:
        raise Fault(
            f"trường {printable(twice[0])} đứng hai lần trong danh sách hoặc vừa được gắp vừa bị loại"
        )
    return draw


def _lists_hold(draw: Draw) -> str:
    frame = sum(len(level.frame) for level in draw.levels)
    out = len(draw.without_level) + sum(len(level.excluded) for level in draw.levels)
    drawn = sum(len(level.drawn) for level in draw.levels)
    reserves = sum(len(level.reserves) for level in draw.levels)
    return (
        f"{len(draw.levels)} cấp học, {frame} trường đủ điều kiện, {out} trường bị loại đều có lý do; {drawn} trường "
        f"trúng thăm và {reserves} trường dự phòng đều thuộc danh sách. Mã danh sách gắp thăm: {draw.code}."
    )


def _draw_again(draw: Draw, seed: bytes) -> None:
    for level in draw.levels:
        lots = sorted((sha256(seed, b"\n", unit.encode(), b"\n"), unit) for unit in level.frame)
        order = [unit for _, unit in lots]
        last = level.to_draw + len(level.reserves)
        if order[: level.to_draw] != list(level.drawn) or order[level.to_draw : last] != list(level.reserves):
            raise Fault(f"tính lại cấp {printable(level.name)} ra các trường khác hoặc thứ tự khác")


def _read_seed(method: Json, value: Json) -> bytes | None:
    contributions = [
        _line(words, "dòng chữ ngẫu nhiên", LINE_LENGTH) for words in listing(value, "contributions")
    ]
    if method == "custom" and not contributions:
        return None
    if method != "computed":
        raise Fault("cách gắp thăm không đúng, hoặc gắp bằng tay mà lại có dòng chữ ngẫu nhiên")
    if len(contributions) < LEAST_CONTRIBUTIONS:
        raise Fault("phải có ít nhất hai dòng chữ ngẫu nhiên")
    if not all(LEGIBLE.fullmatch(words) for words in contributions):
        raise Fault("dòng chữ ngẫu nhiên có ký tự không được phép")
    return "".join(contributions).encode()


def _read_level(value: Json) -> Level:
    fields = record(value, "cấp học", *LEVEL_FIELDS)
    key = text(fields["level"], "level")
    name = _line(fields["name"], "tên cấp học", LINE_LENGTH)
    if not LEVEL.fullmatch(key):
        raise Fault("mã cấp học không đúng dạng")
    level = Level(
        key=key,
        name=name,
        to_draw=count(fields["to_draw"], "to_draw"),
        frame=_units(fields["frame"], "frame", None),
        excluded=_units(fields["excluded"], "excluded", REASONS),
        drawn=_lots(fields["drawn"], "drawn"),
        reserves=_lots(fields["reserves"], "reserves"),
    )
    _check_numbers(level, count(fields["reserve_count"], "reserve_count"))
    return level


def _check_numbers(level: Level, reserve_count: int) -> None:
    where = f"cấp {printable(level.name)}"
    if level.to_draw < 1 or len(level.frame) < level.to_draw:
        raise Fault(f"{where}: danh sách có {len(level.frame)} trường, cần gắp {level.to_draw}")
    reserves = min(reserve_count, len(level.frame) - level.to_draw)
    if (len(level.drawn), len(level.reserves)) != (level.to_draw, reserves):
        raise Fault(
            f"{where}: phải có {level.to_draw} trường trúng thăm, {reserves} trường dự phòng; "
            f"ghi {len(level.drawn)} và {len(level.reserves)}"
        )
    lots = (*level.drawn, *level.reserves)
    if len(set(lots)) != len(lots):
        raise Fault(f"{where}: có trường trúng thăm hai lần")
    outside = sorted(set(lots) - set(level.frame))
    if outside:
        raise Fault(f"{where}: trường {printable(outside[0])} trúng thăm nhưng không có trong danh sách")


def _units(value: Json, where: str, reasons: frozenset[str] | None) -> tuple[str, ...]:
    units: list[str] = []
    for item in listing(value, where):
        fields = record(item, where, "unit", "name", *(() if reasons is None else ("reason",)))
        _line(fields["name"], f"{where}, name", LINE_LENGTH)
        if reasons is not None and text(fields["reason"], f"{where}, reason") not in reasons:
            raise Fault(f"{where}: lý do loại không đúng quy định")
        units.append(_line(fields["unit"], f"{where}, unit", UNIT_LENGTH))
    if units != sorted(units):
        raise Fault(f"{where}: các trường không xếp theo mã đơn vị")
    return tuple(units)


def _lots(value: Json, where: str) -> tuple[str, ...]:
    return tuple(text(unit, where) for unit in listing(value, where))


def _line(value: Json, where: str, longest: int) -> str:
    words = text(value, where)
    if not 1 <= len(words) <= longest or " ".join(words.split()) != words or CONTROL.search(words):
        raise Fault(
            f"{where}: phải là một dòng chữ không trống, không thừa khoảng trắng, không quá {longest} ký tự"
        )
    return words


def _day(value: Json, where: str) -> None:
    written = text(value, where)
    try:
        if date.fromisoformat(written).isoformat() == written:
            return
    except ValueError:
        pass
    raise Fault(f"{where}: phải là ngày dạng năm-tháng-ngày")


def _frame_code(top: dict[str, Json]) -> str:
    before: dict[str, Json] = {
        name: value for name, value in top.items() if name not in ("held_on", "contributions", "levels")
    }
    before["format"] = "guong/draw-frame/v1"
    before["levels"] = [
        {name: part for name, part in level.items() if name not in ("drawn", "reserves")}
        for level in listing(top["levels"], "levels")
        if isinstance(level, dict)
    ]
    return sixteen_digits(sha256(canonical(before)))
