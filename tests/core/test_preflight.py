"""What is said and asked before a poll opens."""

from datetime import datetime

import pytest

from guong.core import preflight
from guong.core.preflight import Check, Finding, Level

ANNOUNCED = datetime(2023, 5, 15, 8, 0)
DONE = Finding(Check.DISK, Level.OK, "")


def keys(
    now: datetime = ANNOUNCED, *, left: bool = True, findings: tuple[Finding, ...] = (DONE,)
) -> list[str]:
    asked = preflight.questions(now=now, announced=ANNOUNCED, subject_left=left, findings=findings)
    return [question.key for question in asked]


def test_nothing_is_asked_where_all_is_done_and_the_hour_has_come() -> None:
    assert keys() == []


def test_before_the_announced_hour_is_asked_with_both_hours() -> None:
    (asked,) = preflight.questions(
        now=datetime(2023, 5, 15, 7, 12), announced=ANNOUNCED, subject_left=True, findings=()
    )
    assert asked.sentence == "Hội nghị ghi 8 giờ; bây giờ mới 7 giờ 12 phút. Mở luôn?"


def test_on_an_earlier_day_both_days_are_said() -> None:
    (asked,) = preflight.questions(
        now=datetime(2023, 5, 14, 21, 0), announced=ANNOUNCED, subject_left=True, findings=()
    )
    assert "ngày 15/5/2023; hôm nay mới ngày 14/5/2023" in asked.sentence


def test_a_person_asked_about_who_may_still_be_there_is_asked_for() -> None:
    assert keys(left=False) == ["in_room"]


def test_what_is_not_done_is_named_and_what_blocks_is_not_asked_about() -> None:
    findings = (
        Finding(Check.PENS, Level.TODO, ""),
        Finding(Check.DISK, Level.WARN, ""),
        Finding(Check.PRINTED, Level.BLOCK, ""),
    )
    (asked,) = preflight.questions(now=ANNOUNCED, announced=ANNOUNCED, subject_left=True, findings=findings)
    assert asked.sentence == f"Còn 2 mục chưa xong: {Check.PENS.words}; {Check.DISK.words}. Vẫn mở?"


@pytest.mark.parametrize(("free", "level"), [(2 * 2**30, Level.OK), (2 * 2**30 - 1, Level.WARN)])
def test_less_than_two_gigabytes_free_is_told(free: int, level: Level) -> None:
    assert preflight.disk(free).level is level


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "không quá một phút"),
        (-60, "không quá một phút"),
        (61, "chậm hơn máy này 1 phút"),
        (-7300, "nhanh hơn máy này 2 giờ"),
        (3 * 86400, "chậm hơn máy này 3 ngày"),
    ],
)
def test_clocks_that_differ_by_more_than_a_minute_are_told_which_way(seconds: int, said: str) -> None:
    found = preflight.clocks(seconds)
    assert said in found.sentence
    assert (found.level is Level.OK) is (abs(seconds) <= 60)


@pytest.mark.parametrize(
    ("https", "protected", "decision", "days", "level", "said"),
    [
        (True, True, "", None, Level.OK, "không đọc được ngày hết hạn"),
        (True, True, "", 90, Level.OK, "còn 90 ngày"),
        (True, True, "", 13, Level.WARN, "nhắc người quản trị"),
        (True, True, "", -1, Level.WARN, "đã hết hạn"),
        (False, True, "", None, Level.OK, "Chỉ chạy trong máy này"),
        (False, False, "", None, Level.BLOCK, "chưa có HTTPS"),
        (False, False, "Chủ trì đồng ý", None, Level.OK, "theo quyết định: Chủ trì đồng ý"),
    ],
)  # fmt: skip
def test_the_address_is_judged_by_https_decision_and_days_left(
    https: bool, protected: bool, decision: str, days: int | None, level: Level, said: str
) -> None:
    found = preflight.address(is_https=https, is_protected=protected, decision=decision, days_left=days)
    assert found.level is level
    assert said in found.sentence
