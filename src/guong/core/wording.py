"""Numbers and dates as a Vietnamese clerk writes them: in words, in digits, in dates."""

import re
import unicodedata
from datetime import date, datetime, time
from functools import lru_cache

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LARGEST = 999_999
_SIGNS = re.compile(r"[\W_]+")
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def in_words(n: int) -> str:
    """Return a whole number 0..999999 in Vietnamese words, e.g. 105 -> ``một trăm linh năm``.

    Northern official usage: ``linh``, ``nghìn``, ``mốt`` and ``tư`` after twenty and more, ``lăm`` after a ten.
    Raises ValueError outside the range. (DESIGN §6: minutes write counts also in words.)
    """
    if not 0 <= n <= _LARGEST:
        raise ValueError("only 0 to 999999")
    thousands, rest = divmod(n, 1000)
    if not thousands:
        return _below_thousand(rest, full=False)
    words = _below_thousand(thousands, full=False) + " nghìn"
    return f"{words} {_below_thousand(rest, full=True)}" if rest else words


def _below_thousand(n: int, *, full: bool) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds and not full:
        return _below_hundred(rest)
    words = f"{_UNITS[hundreds]} trăm"
    if not rest:
        return words
    return f"{words} linh {_UNITS[rest]}" if rest < 10 else f"{words} {_below_hundred(rest)}"


def _below_hundred(n: int) -> str:
    tens, unit = divmod(n, 10)
    if not tens:
        return _UNITS[unit]
    words = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    if not unit:
        return words
    after_twenty = {1: "mốt", 4: "tư"} if tens > 1 else {}
    return f"{words} {after_twenty.get(unit, 'lăm' if unit == 5 else _UNITS[unit])}"


def in_digits(n: int) -> str:
    """Return a whole number with the Vietnamese thousands separator: ``12.345``."""
    return f"{n:,}".replace(",", ".")


def in_both(n: int, noun: str = "") -> str:
    """Return digits, noun and words: ``47 phiếu (bằng chữ: bốn mươi bảy phiếu)``."""
    tail = f" {noun}" if noun else ""
    return f"{in_digits(n)}{tail} (bằng chữ: {in_words(n)}{tail})"


def per_mille(part: int, whole: int) -> int:
    """Return part of whole in thousandths, rounded half up; 0 where the whole is 0."""
    return (2000 * part + whole) // (2 * whole) if whole else 0


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal after the comma, without the sign: ``66,7``; ``-`` where the whole is 0."""
    return percent_of_per_mille(per_mille(part, whole)) if whole else "-"


def percent_of_per_mille(thousandths: int) -> str:
    """Return thousandths as a percentage with a decimal comma: 667 -> ``66,7``."""
    return f"{thousandths // 10},{thousandths % 10}"


def weekday(day: date) -> str:
    """Return ``Thứ Hai`` … ``Chủ nhật``."""
    return _WEEKDAYS[day.weekday()]


def long_date(day: date) -> str:
    """Return ``ngày 15 tháng 5 năm 2023``; days under 10 and January and February get a zero in front.

    The rule is that of NĐ 30/2020/NĐ-CP, Phụ lục I on the time of issue (nobody shall put a 1 before them later); every
    paper and every screen follows it, in this form or in `short_date`.
    """
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def dated(place: str, day: date) -> str:
    """Return place and day as a letterhead has them: ``Sông Lam, ngày 15 tháng 5 năm 2023``; without place ``Ngày 15 …``."""
    place = place.strip()
    return f"{place}, {long_date(day)}" if place else f"N{long_date(day)[1:]}"


def short_date(day: date) -> str:
    """Return ``15/5/2023``, zeros as in `long_date`: ``02/5/2023``, ``15/01/2024``."""
    return f"{day_month(day)}/{day.year}"


def day_month(day: date) -> str:
    """Return ``15/5`` where the year is known, zeros as in `long_date`."""
    return f"{day.day:02d}/{_month(day)}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


def clock(moment: datetime | time) -> str:
    """Return an hour as minutes write it: ``8 giờ 30 phút``, ``14 giờ``."""
    return f"{moment.hour} giờ {moment.minute:02d} phút" if moment.minute else f"{moment.hour} giờ"


def hour_and_date(moment: datetime) -> str:
    """Return ``8 giờ 30 phút, ngày 15 tháng 5 năm 2023``."""
    return f"{clock(moment)}, {long_date(moment)}"


def bare_post(title: str, unit: str) -> str:
    """Return a post's title without the unit, or the unit's kind, at its end: ``Chủ tịch UBND phường`` of
    ``Phường Bến Đá`` -> ``Chủ tịch UBND``. A title that is nothing else stays as it is."""
    for ending in (unit, unit.split(" ", 1)[0]):
        head = title[: len(title) - len(ending)].rstrip()
        if ending and head and title.casefold().endswith(f" {ending.casefold()}"):
            return head
    return title


def post_of_unit(title: str, unit: str) -> str:
    """Return a post with its unit, the unit's kind said once: ``Chủ tịch UBND Phường Bến Đá``."""
    return f"{bare_post(title, unit)} {unit}"


def post_in_body(post: str, body: str) -> str:
    """Return a post with the body that holds it, words that end one and begin the other said once:
    ``Bí thư Đảng uỷ phường`` of ``Đảng uỷ phường Núi Voi`` -> ``Bí thư Đảng uỷ phường Núi Voi``; else with a comma."""
    ends, begins = post.split(), body.split()
    for shared in range(min(len(ends), len(begins)), 0, -1):
        if [word.casefold() for word in ends[-shared:]] == [word.casefold() for word in begins[:shared]]:
            return " ".join([*ends, *begins[shared:]])
    return f"{post}, {body}" if post else body


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """Return words as people search for them: small, without accents, đ as d, signs as single spaces."""
    plain = unicodedata.normalize("NFD", words.casefold().replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SIGNS.sub(" ", letters).strip()
