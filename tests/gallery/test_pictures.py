"""The gallery is whole: small pictures, each with a line, each drawn by the one command."""

import re

import pytest

from tests.gallery.pictures import GALLERY, MOST_BYTES, ROOT, drawing_scripts, helping_modules, listed

PICTURES = sorted(path.name for path in GALLERY.glob("*.png"))


def test_every_picture_is_small() -> None:
    large = {name: size for name in PICTURES if (size := (GALLERY / name).stat().st_size) > MOST_BYTES}
    assert large == {}


def test_every_picture_has_a_line_and_no_line_lacks_its_picture() -> None:
    assert sorted(listed()) == PICTURES


@pytest.mark.parametrize("name", PICTURES)
def test_a_line_says_what_is_shown_and_what_was_mended(name: str) -> None:
    shows, mended = listed()[name]
    assert len(shows) > 10
    assert len(mended) > 10


def test_every_script_of_the_gallery_is_run_or_serves_one_that_is() -> None:
    sources = [(ROOT / "scripts" / f"{name}.py").read_text(encoding="utf-8") for name in drawing_scripts()]
    for name in helping_modules():
        assert any(re.search(rf"\b{name}\b", source) for source in sources), f"nothing uses scripts/{name}.py"


def test_every_group_of_pictures_is_drawn_by_some_script() -> None:
    sources = "".join(
        (ROOT / "scripts" / f"{name}.py").read_text(encoding="utf-8") for name in drawing_scripts()
    )
    groups = {name.split("-")[0] for name in PICTURES}
    assert {group for group in groups if not re.search(rf'"{group}"|\b{group}-', sources)} == set()
