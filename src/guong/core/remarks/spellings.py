"""Words of a remark as patterns look for them: small, without accents, every letter in its old place."""

import unicodedata

# Capital letters of Vietnamese; `re` has no class of its own for them.
CAPITALS = "A-ZĐ" + "".join(
    chr(code) for code in range(0xC0, 0x1F00) if chr(code).isalpha() and chr(code).isupper() and code != 0x110
)
SMALL = "[^\\W\\d_" + CAPITALS + "]"


def flat(text: str) -> str:
    """Return a text of the same length: small letters, accents taken off, đ as d; signs stay."""
    return "".join(map(_flat_letter, text))


def capitalised(word: str) -> str:
    """Return a pattern for a word that begins with a capital: ``word`` is a pattern of what follows it."""
    return f"[{CAPITALS}]{word}"


def _flat_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].lower()
    base = "d" if base == "đ" else base
    return base if len(base) == 1 else letter
