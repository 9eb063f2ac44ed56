"""How papers write the code of the voter's page (DESIGN §4.9)."""

from collections.abc import Sequence


def page_rows(codes: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return a labelled row for each code: the page as it was at the opening, then each change during the poll."""
    return tuple(
        ("Mã trang bỏ phiếu" if not place else "Mã trang bỏ phiếu đã thay đổi", code)
        for place, code in enumerate(codes)
    )
