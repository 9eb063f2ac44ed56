"""Words as people search for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.wording import folded


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("Trường Tiểu học Hoa Sen", "truong tieu hoc hoa sen"),
        ("ĐẢNG UỶ phường  Bến Đá", "dang uy phuong ben da"),
        ("Biên chế/Hợp đồng *", "bien che hop dong"),
        ("TH-01", "th 01"),
        ("  ", ""),
    ],
)
def test_words_are_folded(words: str, plain: str) -> None:
    assert folded(words) == plain


@given(st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    assert folded(folded(words)) == folded(words)
