"""Which page phones were served is written down at the opening and stays (DESIGN §4.9)."""

from pathlib import Path

import pytest

from guong.ballots import assets
from guong.core.outcome import Refused
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference
from tests.conferences.world import World, close_by_two, good, open_by_two, opened, prepared


class Served:
    """What this process serves; ``upgrade`` is a new version of the program after a new start."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch, self._folder = monkeypatch, folder
        self.upgrade("1")

    def upgrade(self, version: str) -> dict[str, str]:
        """Serve another page; returns its digests."""
        folder = self._folder / version
        folder.mkdir(parents=True)
        for name in assets.PAGE_FILES:
            (folder / name).write_text(f"{name} {version}")
        files = assets.Assets(folder)
        self._monkeypatch.setattr(assets, "served", lambda: files)
        return files.digests()


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Served:
    return Served(monkeypatch, tmp_path / "versions")


def recorded(conference: Conference) -> list[dict[str, str]]:
    poll = selectors.poll_of(conference)
    assert poll is not None
    return list(poll.pages)


def close(world: World, conference: Conference) -> None:
    person = conference.roll.all()[0].person_id
    good(services.mark_present(conference=conference, person_id=person, present=True))
    good(close_by_two(world.organiser, conference))


def test_the_page_is_recorded_when_the_poll_opens(world: World, served: Served) -> None:
    conference, _ = prepared(world)
    assert recorded(conference) == []
    now = served.upgrade("2")
    good(services.confirm_printed(actor=world.organiser, conference=conference, version=conference.version))
    good(open_by_two(world.organiser, conference))
    assert recorded(conference) == [now]


def test_an_upgrade_after_the_closing_changes_nothing(world: World, served: Served) -> None:
    conference, _ = opened(world)
    before = recorded(conference)
    close(world, conference)
    served.upgrade("2")
    assert not isinstance(close_by_two(world.organiser, conference), Refused)
    open_by_two(world.organiser, conference)
    assert recorded(conference) == before
    assert len(before) == 1


def test_an_upgrade_during_the_poll_is_recorded_beside_the_first(world: World, served: Served) -> None:
    conference, _ = opened(world)
    (first,) = recorded(conference)
    good(services.pause_poll(actor=world.organiser, conference=conference))
    second = served.upgrade("2")
    good(open_by_two(world.organiser, conference))
    third = served.upgrade("3")
    close(world, conference)
    assert recorded(conference) == [first, second, third]


def test_a_pause_alone_adds_nothing(world: World, served: Served) -> None:
    conference, _ = opened(world)
    good(services.pause_poll(actor=world.organiser, conference=conference))
    good(open_by_two(world.organiser, conference))
    close(world, conference)
    assert len(recorded(conference)) == 1
