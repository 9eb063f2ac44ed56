"""Files that are well-formed JSON of a wrong shape: a sentence and exit 1, never a traceback."""

import contextlib
import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guong.verify.command import main
from guong.verify.strict import Fault, canonical, read_canonical
from tests.verify.conftest import one_subject
from tests.verify.writer import ARCHIVE_IDENTITY, World, key_file, sha

NAMES = ["definition", "box", "counts", "equations", "archive"]
ODD: list[Any] = [None, True, -1, 0, 2**53, "", "s1", "x" * 9000, "\x1b[2J", [], [[]], {}, {"": None}]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for number in (0, 1):
        (folder / f"key{number}").write_text(key_file(number), encoding="utf-8")
    (folder / "archive-key").write_text(str(ARCHIVE_IDENTITY), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def small() -> World:
    return one_subject(voters=5)


def nodes(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every (container, key) inside a JSON value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in list(pairs):
        yield value, key
        yield from nodes(child)


def arguments(place: Path) -> list[str]:
    keys = [f"--key={place / 'key0'}", f"--key={place / 'key1'}"]
    return [str(place / "bundle"), *keys, f"--archive-key={place / 'archive-key'}", "--json"]


def test_the_untouched_bundle_holds(place: Path, small: World) -> None:
    small.write(place / "bundle")
    assert main(arguments(place)) == 0


@settings(max_examples=150, deadline=None)
@given(data=st.data(), name=st.sampled_from(NAMES), odd=st.sampled_from(ODD))
def test_any_value_of_any_file_replaced_by_nonsense_fails(
    place: Path, small: World, data: st.DataObject, name: str, odd: Any
) -> None:
    world = copy.copy(small)
    changed = copy.deepcopy(getattr(small, name))
    container, key = data.draw(st.sampled_from(list(nodes(changed))))
    same = type(container[key]) is type(odd) and container[key] == odd
    container[key] = copy.deepcopy(odd)
    setattr(world, name, changed)
    world.write(place / "bundle")
    assert main(arguments(place)) == (0 if same else 1)


@given(st.binary(max_size=200))
def test_random_bytes_are_refused_or_canonical(data: bytes) -> None:
    with contextlib.suppress(Fault):
        assert canonical(read_canonical(data)) == data


@pytest.mark.parametrize(
    "path", ["../../key0", "/etc/passwd", "polls\\x", "polls/7K3M9QXT2A/../x", "", "draws/a.json"]
)
def test_paths_that_lead_elsewhere_are_refused(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    folder = world.write(tmp_path / "bundle")
    manifest = folder / "public/manifest.json"
    entry = f'{{"path":"{path}","sha256":"{sha(b"").hex()}","size":0}}'.replace("\\", "\\\\")
    manifest.write_bytes(manifest.read_bytes().replace(b'"files":[', f'"files":[{entry},'.encode()))
    assert main([str(folder)]) == 1
    assert "✗ Phần công khai: manifest.json" in capsys.readouterr().out
