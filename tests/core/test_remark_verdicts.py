"""What an officer may propose for a remark."""

import pytest

from guong.core.outcome import Refused
from guong.core.remarks.verdicts import LONGEST_SHOWN, LONGEST_THEME, Proposal, Reason, Verdict, checked

ORIGINAL = "Họp quá dài,\nđề nghị gọn hơn"
KEPT = Proposal(Verdict.KEEP, theme="Phát huy dân chủ")


def reason(outcome: Proposal | Refused) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def good(outcome: Proposal | Refused) -> Proposal:
    assert isinstance(outcome, Proposal)
    return outcome


def test_a_remark_kept_word_for_word_stands_on_one_line() -> None:
    assert good(checked(KEPT, original=ORIGINAL)).text == "Họp quá dài, đề nghị gọn hơn"


def test_an_edit_that_changes_nothing_counts_as_kept() -> None:
    given = Proposal(Verdict.EDIT, text=" Họp quá dài, đề nghị  gọn hơn ", theme="Phát huy dân chủ")
    assert good(checked(given, original=ORIGINAL)).verdict is Verdict.KEEP


def test_an_edit_loses_characters_that_hide_or_turn_text() -> None:
    given = Proposal(Verdict.EDIT, text="Họp\u200b gọn\u202e hơn\x07", theme="Họp")
    assert good(checked(given, original=ORIGINAL)).text == "Họp gọn hơn"


def test_a_withheld_remark_keeps_neither_text_nor_theme() -> None:
    given = Proposal(Verdict.WITHHOLD, text="Cô Lan", theme="Cô Lan", reason=Reason.INSULT)
    assert good(checked(given, original=ORIGINAL)) == Proposal(Verdict.WITHHOLD, reason=Reason.INSULT)


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        (Proposal(Verdict.EDIT, text=" \n ", theme="Họp"), "no_text"),
        (Proposal(Verdict.EDIT, text="x" * (LONGEST_SHOWN + 1), theme="Họp"), "too_long"),
        (Proposal(Verdict.EDIT, text="Gọn hơn"), "no_theme"),
        (Proposal(Verdict.EDIT, text="Gọn hơn", theme="x" * (LONGEST_THEME + 1)), "long_theme"),
        (Proposal(Verdict.WITHHOLD), "no_reason"),
        (Proposal(Verdict.WITHHOLD, reason=Reason.OTHER), "no_words"),
        (Proposal(Verdict.WITHHOLD, reason=Reason.INSULT, note="x" * 301), "long_note"),
    ],
)
def test_what_is_not_fit_to_be_kept_is_refused(given: Proposal, refused: str) -> None:
    assert reason(checked(given, original=ORIGINAL)) == refused


def test_three_thousand_characters_cannot_be_kept_but_can_be_edited() -> None:
    long = "Một ý kiến rất dài. " * 150
    assert reason(checked(KEPT, original=long)) == "too_long"
    edited = Proposal(Verdict.EDIT, text="Một ý kiến rất dài.", theme="Ý kiến khác")
    assert good(checked(edited, original=long)).verdict is Verdict.EDIT
