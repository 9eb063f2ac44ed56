"""The files that phones are served, and the code that names them in the minutes (formats §7)."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from guong.ballots.assets import PAGE_FILES, Assets
from guong.core.page_code import page_code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*PAGE_FILES, "manifest.json"):
        (tmp_path / name).write_text(f"what stands in {name}")
    return tmp_path


def test_the_digests_are_those_of_the_bytes_as_served(folder: Path) -> None:
    assets = Assets(folder)
    served = {name: assets.answer(name, b"").body for name in PAGE_FILES}
    assert assets.digests() == {name: hashlib.sha256(body).hexdigest() for name, body in served.items()}


def test_the_address_of_a_file_begins_its_digest(folder: Path) -> None:
    assets = Assets(folder)
    version = assets.address("seal.js").partition("?v=")[2]
    assert assets.digests()["seal.js"].startswith(version)


def test_what_changes_on_the_disk_later_is_not_what_was_served(folder: Path) -> None:
    assets = Assets(folder)
    before = assets.digests()
    (folder / "seal.js").write_text("another script")
    assert assets.digests() == before
    assert page_code(Assets(folder).digests()) != page_code(before)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_anybody_can_make_the_code_from_the_saved_files(folder: Path) -> None:
    command = "(printf 'guong/page/v1\\n'; sha256sum booth.css booth.js seal.js station.js) | sha256sum"
    made = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=True)
    number = int(made.stdout[:16], 16) % 10**16
    assert page_code(Assets(folder).digests()).replace(" ", "") == f"{number:016d}"
