"""One row of a sheet: takes its cells as text, date or choice and notes every fault with its place."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from guong.core.wording import folded, short_date
from guong.office.registry.importing.reading import plain
from guong.office.registry.importing.sheets import Place, RowError

_DATE = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_EARLIEST = date(1950, 1, 1)
_NAME_MARKS = " .'’-–"
_WITHOUT_MARKS = str.maketrans("", "", _NAME_MARKS)
_LONGEST = 200
Chosen = TypeVar("Chosen")


@dataclass
class Row:
    """A row of a list at its place; faults gather in ``errors``."""

    at: Place
    errors: list[RowError] = field(default_factory=list)

    def fault(self, key: str, sentence: str) -> None:
        """Note a fault in a column."""
        self.errors.append(self.at.error(key, sentence))

    def plain(self, key: str) -> str:
        """Return a cell as one line of text, without looking for faults."""
        return plain(self.at.sheet.cell(self.at.row, key))

    def text(self, key: str) -> str:
        """Return a cell as one line of text; an empty required cell is a fault."""
        words, column = self.plain(key), self.at.sheet.form.column(key)
        if not words and column.required:
            self.fault(key, f"Thiếu “{self.at.sheet.heading(key)}”.")
        if len(words) > _LONGEST:
            self.fault(key, f"Dài quá {_LONGEST} ký tự. Đồng chí rút gọn.")
        if not words.isprintable():
            self.fault(key, "Có ký tự ẩn hoặc ký tự lạ. Đồng chí gõ lại ô này.")
        return words

    def name(self, key: str) -> str:
        """Return a person's name; signs that no name has point to an old font's encoding."""
        words = self.text(key)
        if not words.translate(_WITHOUT_MARKS).isalpha() and not all(map(_in_names, words)):
            self.fault(
                key,
                f"“{words}” có chữ số hoặc ký tự lạ. Nếu danh sách dùng phông chữ cũ (TCVN3, VNI), đồng chí chuyển "
                "sang Unicode rồi tải lên lại.",
            )
        return words

    def choice(self, key: str, choices: Mapping[str, Chosen]) -> Chosen | None:
        """Return what a word stands for, None if empty or unknown; ``choices`` has folded words."""
        words = self.text(key)
        found = choices.get(folded(words))
        if words and found is None:
            allowed = ", ".join(f"“{choice}”" for choice in self.at.sheet.form.column(key).choices)
            self.fault(key, f"Không hiểu “{words}”. Đồng chí chọn một trong các giá trị: {allowed}.")
        return found

    def day(self, key: str, *, latest: date) -> date | None:
        """Return a date written dd/mm/yyyy or stored as Excel's date; neither before 1950 nor after ``latest``."""
        value = self.at.sheet.cell(self.at.row, key)
        found = value if isinstance(value, date) else _written(self.text(key))
        if found is None:
            if plain(value):
                self.fault(
                    key,
                    f"“{plain(value)}” không phải là ngày. Đồng chí ghi ngày/tháng/năm, ví dụ 15/8/2021.",
                )
            return None
        if found > latest:
            self.fault(key, f"Ngày {short_date(found)} còn ở phía trước. Đồng chí ghi ngày bắt đầu giữ chức.")
            return None
        if found < _EARLIEST:
            self.fault(key, f"Ngày {short_date(found)} quá xa. Đồng chí kiểm tra lại năm.")
            return None
        return found


def _in_names(letter: str) -> bool:
    return letter in _NAME_MARKS or unicodedata.category(letter)[0] in "LM"


def _written(words: str) -> date | None:
    match = _DATE.fullmatch(words)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
