"""The wheel carries everything that the rooms read: templates, static files, schemas, data, bundles, fonts."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts.catalogue import CATALOGUE, compiled, read
from scripts.set_up import BUNDLES, ROOT
from tests.architecture.tree import committed

SOURCES = ROOT / "src"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--no-deps", "--no-build-isolation", "--no-index", "--no-cache-dir"]
    build = [sys.executable, "-m", "pip", "wheel", *offline, "-w", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.slow
def test_the_wheel_carries_every_committed_file_of_the_package(wheel: dict[str, bytes]) -> None:
    package = {path.relative_to("src").as_posix() for path in committed() if path.is_relative_to("src")}
    assert package - set(wheel) == set()


@pytest.mark.slow
@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda folder: folder.relative_to(SOURCES).as_posix())
def test_the_wheel_carries_the_bundles_and_fonts(wheel: dict[str, bytes], bundle: Path) -> None:
    built = {file.relative_to(SOURCES).as_posix(): file.read_bytes() for file in bundle.iterdir()}
    assert built
    assert {name: wheel.get(name) for name in built} == built


@pytest.mark.slow
def test_the_wheel_carries_the_compiled_catalogue(wheel: dict[str, bytes]) -> None:
    name = CATALOGUE.with_suffix(".mo").relative_to(SOURCES).as_posix()
    assert wheel.get(name) == compiled(read(CATALOGUE.read_text("utf-8")))


@pytest.mark.slow
def test_the_wheel_carries_nothing_else(wheel: dict[str, bytes]) -> None:
    outside = {name.split("/")[0] for name in wheel} - {"guong"}
    assert all(folder.endswith(".dist-info") for folder in outside)
    assert not [name for name in wheel if "__pycache__" in name or name.endswith((".sqlite3", ".key"))]


@pytest.mark.slow
def test_the_wheel_brings_the_command(wheel: dict[str, bytes]) -> None:
    entry_points = next(text for name, text in wheel.items() if name.endswith("entry_points.txt"))
    assert b"guong = guong.cli:main" in entry_points
