"""How long each kind of personal data is kept, by a moved clock."""

from datetime import date

import pytest

from guong.core.personal_data import KINDS, Held, counted

BY_KEY = {kind.key: kind for kind in KINDS}


@pytest.mark.parametrize(
    ("key", "since", "over"),
    [
        ("roll", date(2023, 5, 16), date(2023, 11, 16)),
        ("roll", date(2023, 8, 31), date(2024, 2, 29)),
        ("register", date(2023, 5, 16), date(2024, 5, 16)),
        ("photographs", date(2024, 2, 29), date(2025, 2, 28)),
        ("temporary", date(2023, 12, 28), date(2024, 1, 4)),
        ("journal", date(2023, 5, 16), None),
        ("subjects", date(2023, 5, 16), None),
    ],
)
def test_the_day_on_which_its_time_is_over(key: str, since: date, over: date | None) -> None:
    assert BY_KEY[key].over_on(since) == over


def test_only_what_the_program_ends_itself_is_said_to_be_ended_by_it() -> None:
    assert {kind.key for kind in KINDS if kind.by_program} == {
        "register",
        "roll",
        "evidence",
        "plans",
        "photographs",
        "accounts",
        "temporary",
    }


def test_a_person_is_counted_once_for_each_unit_and_kind() -> None:
    held = [
        Held("register", "TH-01", "Trường A", "Vũ Thị Hạ", "Giáo viên"),
        Held("register", "TH-01", "Trường A", "Vũ Thị Hạ", "Tổ trưởng"),
        Held("roll", "TH-01", "Trường A", "Vũ Thị Hạ", "được triệu tập"),
        Held("register", "TH-02", "Trường B", "Vũ Thị Hạ", "Giáo viên"),
    ]
    assert counted(held) == {
        ("TH-01", "Trường A", "register"): 1,
        ("TH-01", "Trường A", "roll"): 1,
        ("TH-02", "Trường B", "register"): 1,
    }
