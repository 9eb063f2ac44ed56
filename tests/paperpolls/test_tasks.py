"""The first page leads to a poll on paper alone: whoever can do what comes next, and nobody else."""

from datetime import timedelta

from guong.office.accounts.models import User
from guong.office.overview.selectors import home_of
from guong.office.paperpolls import services
from guong.office.paperpolls.models import PaperPoll
from tests.conferences.world import good
from tests.paperpolls.world import HELD_ON, VOTES, Cell, agreed, counted, made, minuted


def acts(user: User, poll: PaperPoll, *, days: int = 0) -> list[str]:
    waiting = home_of(user=user, today=HELD_ON + timedelta(days)).waiting
    return [task.button for task in waiting if task.arguments == (poll.key,)]


def test_on_its_day_the_counting_officer_is_led_to_the_sheets(cell: Cell) -> None:
    poll = made(cell)
    assert acts(cell.counter, poll) == ["Kiểm phiếu"]
    assert acts(cell.counter, poll, days=-1) == []
    assert acts(cell.clerk, poll) == []


def test_both_keyers_are_led_to_the_tally_until_they_have_keyed(cell: Cell) -> None:
    poll = counted(cell)
    good(services.key_tally(actor=cell.counter, poll=poll, places=cell.everything, typed=VOTES))
    assert acts(cell.counter, poll) == []
    assert acts(cell.clerk, poll) == ["Nhập số phiếu"]


def test_the_agreed_tally_waits_for_its_minutes_and_then_for_nobody(cell: Cell) -> None:
    assert acts(cell.counter, agreed(cell)) == ["Lập biên bản"]
    done, _ = minuted(cell)
    assert acts(cell.counter, done) == acts(cell.organiser, done) == []
