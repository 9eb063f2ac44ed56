"""Reads the room's typst templates and compiles them with data."""

from collections.abc import Mapping
from importlib import resources
from typing import Any

from guong.typeset import compile_pdf, query


def typeset(name: str, data: Mapping[str, Any]) -> bytes:
    """Return the PDF of template ``name`` (without ``.typ``); ``data`` is a JSON object that the template reads."""
    return compile_pdf(_source(name), inputs={"data": data})


def found(name: str, data: Mapping[str, Any], label: str) -> list[Any]:
    """Return the values of all metadata that template ``name`` marks with ``<label>``, in the order of the paper."""
    values: list[Any] = query(_source(name), f"<{label}>", inputs={"data": data}, field="value")
    return values


def _source(name: str) -> str:
    folder = resources.files("guong.paper").joinpath("templates")
    return folder.joinpath(f"{name}.typ").read_text(encoding="utf-8")
