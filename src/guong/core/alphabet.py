"""The order of Vietnamese words: a ă â b c d đ e ê …, word by word, tones after the letters, as dictionaries have them."""

import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng; none stands before them
_MARKS = "\u0306\u0302\u031b"  # ă; â, ê, ô; ơ, ư: each a letter of its own after the plain one
_Word = tuple[tuple[tuple[int, int], ...], tuple[int, ...]]


@lru_cache(maxsize=4096)
def in_order(words: str) -> tuple[tuple[_Word, ...], str]:
    """Return what sorts names as a Vietnamese list has them: by their first words, then by the second, and so on.

    Of two words the letters decide, then the tones. Capitals count as small letters, other scripts by their code.
    """
    return tuple(_word(one) for one in unicodedata.normalize("NFD", words.casefold()).split()), words


def _word(word: str) -> _Word:
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for sign in word:
        if sign in _TONES and tones:
            tones[-1] = _TONES.index(sign) + 1
        elif sign in _MARKS and letters:
            letters[-1] = (letters[-1][0], _MARKS.index(sign) + 1)
        else:
            letters.append((ord("d"), 1) if sign == "đ" else (ord(sign), 0))
            tones.append(0)
    return tuple(letters), tuple(tones)
