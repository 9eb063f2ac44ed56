"""A round's report before it gets a number: what its tables tell together is judged from their printed texts."""

import pytest

from guong.core.outcome import Refused
from guong.office.papers.models import Paper
from guong.office.release import selectors, services
from guong.office.release.details import ReportText
from guong.office.release.judging import disclosed_groups
from guong.office.release.selectors import printed
from tests.conferences.world import good
from tests.release.round_world import PlayedRound, played


@pytest.fixture
def round_of_five(db: None, urn_folder: object) -> PlayedRound:
    return played()


def tables(of: PlayedRound) -> selectors.PrintedTables:
    return selectors.printed_tables(good(selectors.round_figures(user=of.reporter, of_round=of.of_round)))


def test_every_row_and_sum_of_a_round_is_judged_and_tells_nothing(round_of_five: PlayedRound) -> None:
    found = tables(round_of_five)
    assert len(found.rows) == 4 * len(round_of_five.form.items)  # the school of four is in no table
    assert len(found.sums) == 4 * len(round_of_five.form.items)  # three levels and the round
    assert disclosed_groups(found.rows, found.sums, found.counts) == ()


@pytest.mark.slow
def test_a_report_whose_sums_give_a_row_away_is_not_filed(
    round_of_five: PlayedRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a sum printed as it was counted, beside rows of which one is coded."""
    actor, of_round = round_of_five.reporter, round_of_five.of_round
    words = ReportText(("Đúng kế hoạch",), (), "TRƯỞNG BAN", "Tạ Lan Chi")
    good(services.write_report_words(of_round=of_round, given=words, actor=actor))
    counts = tables(round_of_five).counts
    honest = printed._sum

    def exactly(name: str, item: str, known: object, members: list[str]) -> object:
        found = honest(name, item, known, members)  # type: ignore[arg-type]  # the planted fault takes anything
        added = [sum(counts[key][level] for key in members) for level in range(4)]
        texts = [f"{round(1000 * part / found.returned) / 10:.1f}".replace(".", ",") for part in added]
        return type(found)(found.key, found.members, found.returned, tuple(texts), "…")

    monkeypatch.setattr(printed, "_sum", exactly)
    refused = services.file_report(of_round=of_round, actor=actor)
    assert isinstance(refused, Refused)
    assert refused.reason == "disclosing"
    assert "Cộng trừ các bảng của báo cáo sẽ biết kết quả của nhóm có ít người" in refused.sentence
    assert not Paper.objects.filter(kind="district_report").exists()
