"""The door to typst."""

from pathlib import Path

import pytest

from guong import typeset
from guong.typeset import engine

SOURCE = '#set text(font: "Tinos")\n#let data = json(bytes(sys.inputs.data))\n#data.words'


def test_missing_fonts_name_the_command_that_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "FONTS", tmp_path)
    engine.fonts.cache_clear()
    with pytest.raises(typeset.FontsMissing, match=r"python run\.py"):
        typeset.compile_pdf("x")
    engine.fonts.cache_clear()


def test_only_the_bundled_fonts_are_seen() -> None:
    assert {font.family for font in typeset.fonts().fonts()} == {"Tinos"}


def test_a_broken_template_raises_with_the_place() -> None:
    with pytest.raises(typeset.TypesettingFailed, match="unknown variable"):
        typeset.compile_pdf("#nothing")


def test_virtual_files_stand_beside_the_source() -> None:
    files = {"part.typ": b"#let words = [x]"}
    assert typeset.compile_pdf('#import "part.typ": words\n#words', files=files).startswith(b"%PDF")


def test_pictures_come_one_a_page() -> None:
    pages = typeset.compile_png(SOURCE + "\n#pagebreak()\nb", inputs={"data": {"words": "a"}}, ppi=30)
    assert [page[:4] for page in pages] == [b"\x89PNG", b"\x89PNG"]


def test_a_query_answers_as_data() -> None:
    assert typeset.query("#metadata((a: 1)) <x>", "<x>", field="value") == [{"a": 1}]
