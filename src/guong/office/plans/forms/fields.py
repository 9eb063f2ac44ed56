"""Fields of this room's forms: paragraphs as a list, a whole number in a short box."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from django import forms


class ParagraphsField(forms.CharField):
    """Paragraphs, one a line; empty lines are left out, a dash that a clerk types in front too."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return the paragraphs, stripped and composed."""
        text = unicodedata.normalize("NFC", super().clean(value) or "")
        lines = (line.strip().removeprefix("- ").strip() for line in text.splitlines())
        return tuple(line for line in lines if line)


def paragraphs(lines: Sequence[str]) -> str:
    """Return lines as `ParagraphsField` shows them: with an empty line between, so that one sees where each ends."""
    return "\n\n".join(lines)


class NumberField(forms.IntegerField):
    """A whole number of zero or more."""

    def __init__(self, *, least: int = 0, most: int = 9999, **kwargs: Any) -> None:
        super().__init__(min_value=least, max_value=most, **kwargs)
