"""The annex of the tally minutes names the voter's page whole (DESIGN §4.9)."""

from pathlib import Path

import pytest

from guong.ballots import assets
from guong.office.counting import selectors as counting
from guong.office.release import services
from tests.conferences.world import World, good
from tests.counting.world import closed, finished, words_of


def test_every_file_of_the_page_stands_there_as_it_was_served_at_the_opening(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, world: World
) -> None:
    for name in assets.PAGE_FILES:
        (tmp_path / name).write_text(name)
    files = assets.Assets(tmp_path)
    monkeypatch.setattr(assets, "served", lambda: files)
    count = closed(world)
    monkeypatch.undo()
    finished(count)
    made = services.make_tally_minutes(conference=count.conference, subject_key="s1", actor=count.officer)
    said = words_of(good(made))
    (page,) = counting.voters_pages(count.conference)
    assert f"Mã trang bỏ phiếu:{page.code}" in said
    for name, digest in files.digests().items():
        assert f"Trang bỏ phiếu, tệp {name}" in said
        assert digest in "".join(said.split())
