"""Finding a school by a few letters typed without accents, as a clerk types while a name is read out."""

import re
import unicodedata

_HEAD = re.compile(r"Trường (Mầm non|Mẫu giáo|Tiểu học|Trung học cơ sở|THCS) ")


def plain(words: str) -> str:
    """Return text without accents, in small letters: ``Trường Tiểu học Đỗ Quyên`` becomes ``truong tieu hoc do quyen``."""
    apart = unicodedata.normalize("NFD", words)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.replace("đ", "d").replace("Đ", "D").casefold().split())


def matches(typed: str, name: str) -> bool:
    """Tell whether every word typed begins a word of the name, or stands somewhere in it; nothing typed fits all."""
    wanted, words = plain(typed), plain(name)
    return wanted in words or all(
        any(word.startswith(part) for word in words.split()) for part in wanted.split()
    )


def short_name(name: str) -> str:
    """Return a school's name without ``Trường`` and its level, where it begins so: large type has little room."""
    return _HEAD.sub("", name, count=1) or name
