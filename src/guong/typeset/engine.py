"""The one door to typst. Templates are ours; data enters as JSON, never as markup."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, cast

import typst

from guong.core.hiding import HIDING

FONTS = Path(__file__).parent / "fonts" / "dist"
FAMILY = "Tinos"
_STYLES = 4
_EPOCH = date(2000, 1, 1)


class FontsMissing(RuntimeError):
    """The bundled fonts were not installed; the message says which command mends it."""


class TypesettingFailed(RuntimeError):
    """A template doesn't compile: a bug of the template, with typst's own words."""


def compile_pdf(
    source: str,
    *,
    files: Mapping[str, bytes] | None = None,
    inputs: Mapping[str, Any] | None = None,
    created: date = _EPOCH,
) -> bytes:
    """Return the PDF of a typst source.

    ``files`` are virtual files beside the source; ``inputs`` are JSON values that the source reads with
    ``json(bytes(sys.inputs.NAME))``, the only way for a person's text into a paper. ``created`` fixes
    the paper's date, so that the same input gives the same bytes. Raises FontsMissing, TypesettingFailed.
    """
    return cast(bytes, _compile(source, files, inputs, created, format="pdf"))


def compile_png(
    source: str,
    *,
    files: Mapping[str, bytes] | None = None,
    inputs: Mapping[str, Any] | None = None,
    ppi: int = 144,
) -> list[bytes]:
    """Return one PNG a page, ``ppi`` pixels per inch; the rest as in `compile_pdf`."""
    made = _compile(source, files, inputs, _EPOCH, format="png", ppi=float(ppi))
    return [made] if isinstance(made, bytes) else cast(list[bytes], made)


def query(
    source: str,
    selector: str,
    *,
    files: Mapping[str, bytes] | None = None,
    inputs: Mapping[str, Any] | None = None,
    field: str | None = None,
) -> Any:
    """Return what a typst selector such as ``<label>`` finds in the typeset source, as a JSON value."""
    found = _run(
        lambda: typst.query(
            _sources(source, files),
            selector,
            field=field,
            font_paths=fonts(),
            sys_inputs=_inputs(inputs),
        )
    )
    return json.loads(found)


@cache
def fonts() -> typst.Fonts:
    """Return the bundled fonts only. Raises FontsMissing where the set-up step has not put them there."""
    if len(list(FONTS.glob(f"{FAMILY}*.ttf"))) < _STYLES:
        raise FontsMissing(f"The fonts of the papers ({FAMILY}) are not installed. Run: python run.py")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _compile(
    source: str,
    files: Mapping[str, bytes] | None,
    inputs: Mapping[str, Any] | None,
    created: date,
    **options: Any,
) -> Any:
    moment = int(datetime(created.year, created.month, created.day, tzinfo=UTC).timestamp())
    return _run(
        lambda: typst.compile(
            _sources(source, files),
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs=_inputs(inputs),
            timestamp=moment,
            **options,
        )
    )


def _run(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except typst.TypstError as error:
        raise TypesettingFailed(f"{error.message}\n{error.diagnostic}") from error


def _sources(source: str, files: Mapping[str, bytes] | None) -> Any:
    return {"main.typ": source.encode(), **(files or {})}


def _inputs(inputs: Mapping[str, Any] | None) -> dict[str, str]:
    return {
        name: json.dumps(value, ensure_ascii=False).translate(HIDING)
        for name, value in (inputs or {}).items()
    }
