"""A kind of round over the years: turnout, the form's version, and the criteria that every year asked in the same words."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.core.aggregation import added, share_text
from guong.office.overview.selectors.committee import SharedRow, shared_row
from guong.office.overview.selectors.pictures import Pictures, pictures_of
from guong.office.release.selectors import Wording, Year, asked_in_all

NOT_ASKED = "không hỏi cùng câu chữ"


@dataclass(frozen=True)
class YearRow:
    """A criterion of the newest form beside the same words of other years; ``better`` holds a text for each year."""

    text: str
    better: tuple[str, ...]


@dataclass(frozen=True)
class YearsView:
    """The years, the latest first; ``common`` counts the criteria of the picture, which all years asked alike."""

    years: tuple[Year, ...]
    rows: tuple[YearRow, ...]
    level_names: tuple[str, ...]
    pooled: tuple[SharedRow, ...]
    picture: Pictures
    common: int

    @property
    def is_alone(self) -> bool:
        """Tell whether there is nothing to compare with."""
        return len(self.years) < 2


def years_view(years: Sequence[Year]) -> YearsView:
    """Return years beside each other. Years of which no figure is shown keep their turnout and their form."""
    newest = next((year for year in years if year.rows), None)
    shown = [year for year in years if year.rows]
    common = asked_in_all(shown)
    labels = [f"{year.year}: {year.name}" for year in shown]
    pooled = [added(year.rows[words] for words in common) for year in shown] if common else []
    levels = common[0][1] if common else ()
    return YearsView(
        years=tuple(years),
        rows=tuple(_row(words, years) for words in newest.rows) if newest else (),
        level_names=levels,
        pooled=tuple(shared_row("", label, row) for label, row in zip(labels, pooled, strict=True))
        if pooled
        else (),
        picture=pictures_of(
            labels, pooled, levels=levels, title="Tỷ lệ bốn mức, chung các nội dung hỏi cùng câu chữ"
        ),
        common=len(common),
    )


def _row(words: Wording, years: Sequence[Year]) -> YearRow:
    return YearRow(words[0], tuple(_better(words, year) for year in years))


def _better(words: Wording, year: Year) -> str:
    row = year.rows.get(words)
    if row is None:
        return NOT_ASKED if year.rows else "…"
    return share_text(row.better, whole=row.returned) if row.returned else "…"
