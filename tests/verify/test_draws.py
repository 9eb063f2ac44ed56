"""The verifier on draws: lists and numbers for both ways, the computed one drawn again (formats §13)."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guong.verify.command import main
from guong.verify.draws import check_draw
from guong.verify.report import Report
from tests.verify.conftest import Run
from tests.verify.draw_writer import DRAW, computed_draw, custom_draw, entries, lay_out
from tests.verify.writer import World, dump, sha, spoken, write_part

Json = dict[str, Any]


def verdict(draw: Json, key: str = DRAW) -> Report:
    report = Report()
    check_draw(report, key, dump(draw))
    return report


def written(draw: Json, folder: Path) -> Path:
    """A bundle of this draw alone, its manifest made anew as whoever forges a draw would."""
    write_part(folder / "bundle/public", "public", {f"draws/{DRAW}.json": dump(draw)}, None)
    return folder / "bundle"


def test_a_computed_draw_is_drawn_again(tmp_path: Path, run: Run) -> None:
    code, printed = run(written(computed_draw(), tmp_path))
    assert code == 0, printed
    assert "23 trường đủ điều kiện, 4 trường bị loại" in printed
    assert "tính lại từ các dòng chữ ngẫu nhiên ra đúng các trường trúng thăm" in printed
    assert "KẾT LUẬN: ĐẠT. Cả 4 mục đều khớp." in printed


def test_a_draw_by_hand_is_checked_as_far_as_it_can_be(tmp_path: Path, run: Run) -> None:
    code, printed = run(written(custom_draw(), tmp_path))
    assert code == 0, printed
    assert "Chưa kiểm: lượt gắp bằng tay" in printed


def test_a_draw_stands_beside_polls(world: World, tmp_path: Path, run: Run) -> None:
    world.draws = [computed_draw()]
    code, printed = run(world.write(tmp_path / "bundle"), "--json")
    assert code == 0, printed
    names = [check["name"] for check in json.loads(printed)["checks"]]
    assert {f"draw.{DRAW}.lists", f"draw.{DRAW}.again"} < set(names)


def test_the_code_of_the_list_is_that_of_the_frame_alone() -> None:
    draw = computed_draw()
    frame = {name: draw[name] for name in draw if name not in ("held_on", "contributions")}
    frame |= {"format": "guong/draw-frame/v1", "levels": copy.deepcopy(draw["levels"])}
    for part in frame["levels"]:
        del part["drawn"], part["reserves"]
    assert f"Mã danh sách gắp thăm: {spoken(sha(dump(frame)))}" in verdict(draw).checks[0].detail


def swap_drawn_and_reserve(draw: Json) -> None:
    part = draw["levels"][1]
    part["drawn"][0], part["reserves"][0] = part["reserves"][0], part["drawn"][0]


def swap_order(draw: Json) -> None:
    part = draw["levels"][1]
    part["drawn"][0], part["drawn"][1] = part["drawn"][1], part["drawn"][0]


def put_in_an_undrawn(draw: Json) -> None:
    part = draw["levels"][0]
    lots = {*part["drawn"], *part["reserves"]}
    part["drawn"][0] = next(entry["unit"] for entry in part["frame"] if entry["unit"] not in lots)


def change_contribution(draw: Json) -> None:
    draw["contributions"][1] += "."


def exchange_contributions(draw: Json) -> None:
    draw["contributions"].reverse()


def leave_out_a_drawn_school(draw: Json) -> None:
    part = draw["levels"][0]
    gone = next(entry for entry in part["frame"] if entry["unit"] == part["drawn"][0])
    part["frame"].remove(gone)
    part["excluded"].insert(0, gone | {"reason": "no_head"})
    part["drawn"] = [*part["drawn"][1:], part["reserves"].pop(0)]


@pytest.mark.parametrize(
    "tamper",
    [swap_drawn_and_reserve, swap_order, put_in_an_undrawn, change_contribution, exchange_contributions],
)
def test_a_changed_computed_draw_is_caught_behind_a_new_manifest(
    tmp_path: Path, run: Run, tamper: Callable[[Json], None]
) -> None:
    draw = computed_draw()
    tamper(draw)
    code, printed = run(written(draw, tmp_path))
    assert code == 1
    assert "ra các trường khác hoặc thứ tự khác" in printed


def test_a_school_moved_out_of_the_frame_changes_the_code_that_was_read_aloud() -> None:
    draw = computed_draw()
    before = verdict(draw).checks[0].detail
    leave_out_a_drawn_school(draw)
    after = verdict(draw).checks[0].detail
    assert before.rpartition("Mã")[2] != after.rpartition("Mã")[2]


def test_swapped_lots_of_a_draw_by_hand_show_only_beside_the_signed_minutes(tmp_path: Path, run: Run) -> None:
    draw = custom_draw()
    swap_drawn_and_reserve(draw)
    code, printed = run(written(draw, tmp_path))
    assert code == 0
    assert "đối chiếu các trường trúng thăm với biên bản có chữ ký" in printed


def first(draw: Json) -> Json:
    part: Json = draw["levels"][0]
    return part


FORGERIES: dict[str, tuple[str, Callable[[Json], object]]] = {
    "another key": ("gắp thăm, draw", lambda d: d.update(draw="0000000000")),
    "an excluded school drawn": ("không có trong danh sách", lambda d: first(d)["drawn"].__setitem__(0, "MN-99")),
    "a school of another level": ("không có trong danh sách", lambda d: first(d)["drawn"].__setitem__(0, "TH-01")),
    "a lot twice": ("trúng thăm hai lần", lambda d: first(d)["drawn"].__setitem__(0, first(d)["reserves"][0])),
    "too few drawn": ("phải có 5 trường trúng thăm", lambda d: first(d)["drawn"].pop()),
    "too many drawn": ("phải có 5 trường trúng thăm", lambda d: first(d)["drawn"].append("MN-09")),
    "no reserves": ("2 trường dự phòng", lambda d: first(d)["reserves"].clear()),
    "a frame too small": ("cần gắp 5", lambda d: first(d).update(frame=entries("MN", 4))),
    "nothing to draw": ("cần gắp 0", lambda d: first(d).update(to_draw=0, drawn=[])),
    "in the frame and excluded": (
        "đứng hai lần",
        lambda d: first(d)["excluded"].insert(0, {"unit": "MN-01", "name": "N", "reason": "no_head"}),
    ),
    "in two levels": ("đứng hai lần", lambda d: d["levels"][1]["frame"].insert(0, {"unit": "MN-01", "name": "N"})),
    "a level twice": ("ghi hai lần", lambda d: d["levels"][1].update(level="preschool")),
    "no level": ("không có cấp học nào", lambda d: d["levels"].clear()),
    "out of order": ("không xếp theo mã", lambda d: first(d)["frame"].reverse()),
    "an invented reason": ("lý do loại", lambda d: first(d)["excluded"][0].update(reason="disliked")),
    "a reason of another list": ("lý do loại", lambda d: d["without_level"][0].update(reason="no_head")),
    "a head's name": ("thừa hoặc thiếu trường", lambda d: first(d)["frame"][0].update(head="Đ/c A")),
    "a day that isn't": ("phải là ngày", lambda d: d.update(held_on="2023-02-30")),
    "a day written otherwise": ("phải là ngày", lambda d: d.update(reference_date="20230515")),
    "a line break in a key": ("một dòng chữ", lambda d: first(d)["frame"][0].update(unit="MN-01\n")),
    "no plan": ("số kế hoạch", lambda d: d.update(plan="")),
    "months": ("1 đến 60", lambda d: d.update(months_in_post=0)),
    "another method": ("cách gắp thăm", lambda d: d.update(method="chosen")),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGERIES)
@pytest.mark.parametrize("make", [custom_draw, computed_draw])
def test_lists_and_numbers_that_do_not_hold_are_told(name: str, make: Callable[[], Json]) -> None:
    told, forge = FORGERIES[name]
    draw = make()
    forge(draw)
    report = verdict(draw)
    assert [check.ok for check in report.checks] == [False]
    assert told in report.checks[0].detail


@pytest.mark.parametrize(
    ("contributions", "told"),
    [
        ([], "ít nhất hai dòng"),
        (["một mình"], "ít nhất hai dòng"),
        (["a", ""], "một dòng chữ"),
        (["a", "hai  khoảng trắng"], "một dòng chữ"),
        (["a", "b" * 201], "một dòng chữ"),
        (["a", "ẩn\u200b"], "ký tự không được phép"),
        (["a", "кириллица"], "ký tự không được phép"),
    ],
)
def test_contributions_that_break_the_rules_are_told(contributions: list[str], told: str) -> None:
    draw = computed_draw() | {"contributions": contributions}
    lay_out(draw)
    assert told in verdict(draw).checks[0].detail


def test_contributions_in_a_draw_by_hand_are_told() -> None:
    report = verdict(custom_draw() | {"contributions": ["a", "b"]})
    assert "gắp bằng tay mà lại có dòng chữ" in report.checks[0].detail


def test_a_short_frame_has_fewer_reserves() -> None:
    draw = computed_draw()
    assert len(draw["levels"][2]["reserves"]) == 1
    assert verdict(draw).ok


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(computed_draw(), tmp_path_factory.mktemp("draw"))


@settings(max_examples=150, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), change=st.integers(1, 255))
def test_any_changed_byte_fails_also_behind_the_manifest_unless_it_is_only_a_word(
    pristine: Path, where: float, change: int
) -> None:
    path = pristine / f"public/draws/{DRAW}.json"
    before = path.read_bytes()
    changed = bytearray(before)
    changed[int(where * len(before))] ^= change
    path.write_bytes(changed)
    try:
        assert main([str(pristine)]) == 1
    finally:
        path.write_bytes(before)
    report = Report()
    check_draw(report, DRAW, bytes(changed))
    if report.ok:  # a name, a date, a number of months: the code of the frame or the day is another
        assert bytes(changed) != before
        assert json.loads(changed)["contributions"] == json.loads(before)["contributions"]


@pytest.mark.parametrize(
    "path", ["draws/a.json", "draws/4Q7ZK2M8XA.txt", "draws/4Q7ZK2M8XA/x.json", "draws/0.json"]
)
def test_only_a_draw_s_own_path_is_known(tmp_path: Path, run: Run, path: str) -> None:
    write_part(tmp_path / "public", "public", {path: dump(computed_draw())}, None)
    code, printed = run(tmp_path)
    assert code == 1
    assert "tệp lạ" in printed
