"""Reads the room's typst templates and compiles them with data."""

from collections.abc import Mapping
from importlib import resources
from typing import Any

from guong.typeset import compile_pdf


def typeset(name: str, data: Mapping[str, Any]) -> bytes:
    """Return the PDF of template ``name`` (without ``.typ``); ``data`` is a JSON object that the template reads."""
    folder = resources.files("guong.paper").joinpath("templates")
    source = folder.joinpath(f"{name}.typ").read_text(encoding="utf-8")
    return compile_pdf(source, inputs={"data": data})
