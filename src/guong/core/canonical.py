"""Canonical JSON, the one byte form of everything that is hashed or sealed (formats §1)."""

import json
import unicodedata
from typing import Any


class NotCanonical(ValueError):
    """The bytes are not the canonical encoding of what they say."""


def encode(value: Any) -> bytes:
    """Return the canonical bytes of a JSON value.

    Raises NotCanonical for floats, text that isn't NFC, lone surrogates, types JSON lacks and endless depth.
    """
    try:
        _check(value)
        written = json.dumps(
            value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
        )
        return written.encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("lone surrogate") from error
    except RecursionError as error:
        raise NotCanonical("too deep") from error


def decode(data: bytes) -> Any:
    """Parse canonical bytes; raises NotCanonical if they are anything else than `encode` writes."""
    try:
        value = json.loads(data.decode(), parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise NotCanonical("not JSON") from error
    if encode(value) != data:
        raise NotCanonical("another encoding of the same value")
    return value


def text_bytes(words: str) -> int:
    """Length in bytes of a text as a JSON string with its quotes (the measure of a remark, formats §5)."""
    return len(json.dumps(words, ensure_ascii=False).encode(errors="surrogatepass"))


def text(value: object) -> str:
    """Return a value that must be text; raises ValueError for any other."""
    if not isinstance(value, str):
        raise ValueError("not text")
    return value


def number(value: object) -> int:
    """Return a value that must be a whole number, and no truth value; raises ValueError for any other."""
    if type(value) is not int:
        raise ValueError("not a whole number")
    return value


def _no_float(literal: str) -> Any:
    raise NotCanonical(f"not an integer: {literal[:20]}")


def _check(value: Any) -> None:
    if value is None or isinstance(value, bool | int):
        return
    if isinstance(value, str):
        if not unicodedata.is_normalized("NFC", value):
            raise NotCanonical("text is not NFC")
    elif isinstance(value, list | tuple):
        for entry in value:
            _check(entry)
    elif isinstance(value, dict):
        for key, entry in value.items():
            if not isinstance(key, str):
                raise NotCanonical("a key is not text")
            _check(key)
            _check(entry)
    else:
        raise NotCanonical(f"not a JSON value: {type(value).__name__}")
