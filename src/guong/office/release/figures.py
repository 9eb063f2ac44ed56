"""One row of answers as it may leave the signed minutes: coded, merged or plain (DESIGN §5, security.md §3 R3)."""

from dataclasses import dataclass

from guong.core.aggregation import KnownRow, known_row
from guong.core.disclosure import FOUR_LEVELS_FROM, HIDDEN, shown_shares, tenths_of_percent
from guong.core.questionnaire import Item
from guong.core.wording import percent_of_per_mille

NOTES = {
    "coded": "“≥ 90” và “phần lớn” (trên một nửa) thay cho số chính xác khi tất cả, hoặc tất cả trừ vài người, chọn cùng một "
    "mức; mức khác ghi “…”.",
    "merged": "Vì có dưới 10 phiếu, bốn mức được gộp thành hai: Tốt trở lên và dưới Tốt. “Phần lớn” là trên một nửa; “…” là "
    "không công bố.",
}


@dataclass(frozen=True)
class ShownRow:
    """A row for eyes outside the board. ``shares`` and ``good_or_better`` are texts in percent of the ballots returned.

    ``per_mille`` are the four shares for a picture, None where the row is coded or merged; ``top`` then names the level
    that stands in it, empty where none may be named. ``known`` is what all this tells of the counts, for sums.
    """

    item: Item
    shares: tuple[str, str, str, str]
    good_or_better: str
    per_mille: tuple[int, int, int, int] | None
    known: KnownRow
    top: str = ""


def shown_row(item: Item, counts: tuple[int, ...], *, returned: int) -> ShownRow:
    """Return a row of (blank, level 1 … level 4) as it may be shown, out of ``returned`` ballots (>= 5).

    Fewer than ten ballots: two levels. Nearly all in one level, of those returned or of those who ticked: top-coded.
    """
    levels, valid = counts[1:], sum(counts)
    known = known_row(levels, returned=returned, valid=valid)
    if returned < FOUR_LEVELS_FROM:
        return _merged(item, levels, known, valid)
    found = _coded(levels, returned, valid)
    if found is None:
        return _plain(item, levels, known)
    text, place = found
    shares = tuple(text if level == place else HIDDEN for level in range(4))
    better = text if place in (0, 1) else HIDDEN
    top = f"{item.levels[place]}: {text}" if place is not None else ""
    return ShownRow(item, _four(shares), better, None, known, top)


def _merged(item: Item, levels: tuple[int, ...], known: KnownRow, valid: int) -> ShownRow:
    returned = known.returned
    pair = (levels[0] + levels[1], levels[2] + levels[3])
    found = _coded(pair, returned, valid)
    hidden = (HIDDEN,) * 4
    if found is None:
        better = percent_of_per_mille(tenths_of_percent(pair[0], returned))
        return ShownRow(item, _four(hidden), better, None, known, f"Tốt trở lên: {better} %")
    text, place = found
    better = text if place == 0 else HIDDEN
    top = f"Tốt trở lên: {better}" if place == 0 else ""
    return ShownRow(item, _four(hidden), better, None, known, top)


def _plain(item: Item, levels: tuple[int, ...], known: KnownRow) -> ShownRow:
    returned = known.returned
    per_mille = tuple(tenths_of_percent(count, returned) for count in levels)
    better = tenths_of_percent(levels[0] + levels[1], returned)
    shares = tuple(percent_of_per_mille(share) for share in per_mille)
    a, b, c, d = per_mille
    return ShownRow(item, _four(shares), percent_of_per_mille(better), (a, b, c, d), known)


def _coded(levels: tuple[int, ...], returned: int, valid: int) -> tuple[str, int | None] | None:
    """Return the code and the place of the level that it stands in; None where the row may be shown as it is."""
    shown = shown_shares(levels, whole=returned, valid=valid)
    if all(share.tenths is not None for share in shown):
        return None
    place = next((place for place, share in enumerate(shown) if share.text != HIDDEN), None)
    return (HIDDEN, None) if place is None else (shown[place].text.removesuffix(" %"), place)


def _four(texts: tuple[str, ...]) -> tuple[str, str, str, str]:
    a, b, c, d = texts
    return a, b, c, d
