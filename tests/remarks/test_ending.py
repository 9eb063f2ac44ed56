"""The end of a desk: two people, then the digest stays and the voters' own words are gone; opened again without them."""

from guong.core.outcome import Refused
from guong.core.remarks.digest import Line, RemarkCounts
from guong.core.remarks.verdicts import Proposal, Reason, Verdict
from guong.office.accounts.models import User
from guong.office.counting import selectors as counting
from guong.office.counting.models import Opening, Remark
from guong.office.journal.models import Entry
from guong.office.remarks import selectors, services
from guong.office.remarks.models import Draft
from tests.conferences.world import good
from tests.remarks.world import NAMING, PLAIN, RUDE, SAFE, DeskWorld, agreed, ended, seated


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_one_asks_and_the_other_ends(place: DeskWorld) -> None:
    desk = agreed(place)

    def end(user: User) -> object:
        return services.confirm_end(desk=desk, subject=place.subject, actor=user)

    assert reason(end(place.first)) == "end_not_asked"
    good(services.ask_for_end(desk=desk, actor=place.first))
    assert reason(end(place.first)) == "own_end"
    end(place.second)
    assert place.desk.ended_on is not None


def test_nothing_ends_while_a_remark_waits(place: DeskWorld) -> None:
    desk = seated(place)
    refused = services.ask_for_end(desk=desk, actor=place.first)
    assert reason(refused) == "unfinished"
    assert isinstance(refused, Refused)
    assert "Còn 4 ý kiến" in refused.sentence


def test_a_change_takes_back_that_the_end_was_asked_for(place: DeskWorld) -> None:
    desk = agreed(place)
    good(services.ask_for_end(desk=desk, actor=place.first))
    good(services.rename_theme(desk=desk, theme="Họp, giao ban", new="Họp", actor=place.first))
    outcome = services.confirm_end(desk=desk, subject=place.subject, actor=place.second)
    assert reason(outcome) == "end_not_asked"


def test_the_digest_stays_with_its_four_counts_and_the_reasons(place: DeskWorld) -> None:
    ended(place)
    told = selectors.handed_on_about(place.conference, "s1")
    assert told is not None
    assert told.is_ended
    assert told.counts == RemarkCounts(received=4, shown=3, edited=1, withheld=1)
    lines = selectors.digest_lines(place.conference, "s1")
    assert sorted(lines, key=lambda line: line.text) == [
        Line("Họp, giao ban", PLAIN),
        Line("Họp, giao ban", PLAIN),
        Line("Phát huy dân chủ", SAFE, edited=True),
    ]
    assert told.reasons == {Reason.INSULT: 1}


def test_before_the_end_only_numbers_are_told(place: DeskWorld) -> None:
    agreed(place)
    told = selectors.handed_on_about(place.conference, "s1")
    assert told is not None
    assert (told.counts.received, told.decided, told.is_ended) == (4, 4, False)
    assert selectors.digest_lines(place.conference, "s1") == []


def test_the_voters_own_words_are_destroyed_and_their_number_stays(place: DeskWorld) -> None:
    ended(place)
    assert not Remark.objects.exists()
    assert not Draft.objects.exists()
    assert Opening.objects.get().salt == ""
    assert counting.remarks_received([place.conference.pk]) == {place.conference.pk: {"s1": 4}}


def test_an_ended_desk_is_shut(place: DeskWorld) -> None:
    desk = ended(place)
    for outcome in (
        services.open_work(desk=desk, subject=place.subject, actor=place.first),
        services.take_seat(conference=place.conference, subject=place.subject, actor=place.first),
        services.leave_seat(desk=desk, subject=place.subject, actor=place.first),
        services.rename_theme(desk=desk, theme="Họp, giao ban", new="Họp", actor=place.first),
        services.confirm_end(desk=desk, subject=place.subject, actor=place.second),
    ):
        assert reason(outcome) == "ended"


def test_the_journal_holds_the_counts_and_no_word_of_anybody(place: DeskWorld) -> None:
    ended(place)
    told = "\n".join(Entry.objects.values_list("text", flat=True))
    assert "nhận 4, đưa vào bảng tổng hợp 3, trong đó biên tập 1, không đưa vào 1" in told
    assert not [words for words in (PLAIN, NAMING, RUDE, SAFE) if words in told]


def test_a_desk_opened_again_holds_what_was_handed_on_and_no_original(place: DeskWorld) -> None:
    desk = ended(place)
    assert reason(services.reopen(desk=desk, subject=place.subject, reason=" ", actor=place.first)) == (
        "no_reason"
    )
    good(services.reopen(desk=desk, subject=place.subject, reason="Còn lộ tổ", actor=place.first))
    words = sorted(entry.words for entry in selectors.entries_of(place.desk))
    assert words == sorted([SAFE, PLAIN, PLAIN])
    assert not any(entry.is_original for entry in selectors.entries_of(place.desk))
    told = selectors.handed_on_about(place.conference, "s1")
    assert told is not None
    assert not told.is_ended


def test_what_is_withheld_afterwards_adds_to_what_was_withheld_before(place: DeskWorld) -> None:
    desk = ended(place)
    good(services.reopen(desk=desk, subject=place.subject, reason="Còn lộ tổ", actor=place.first))
    entry = place.entry(SAFE)
    given = Proposal(Verdict.WITHHOLD, reason=Reason.TELLS_WRITER)
    good(services.propose(desk=desk, key=entry.key, version=entry.version, given=given, actor=place.first))
    entry = place.entry(SAFE)
    good(services.confirm(desk=desk, key=entry.key, version=entry.version, actor=place.second))
    good(services.ask_for_end(desk=desk, actor=place.second))
    good(services.confirm_end(desk=desk, subject=place.subject, actor=place.first))
    told = selectors.handed_on_about(place.conference, "s1")
    assert told is not None
    assert told.counts == RemarkCounts(received=4, shown=2, edited=0, withheld=2)
    assert told.reasons == {Reason.TELLS_WRITER: 1, Reason.INSULT: 1}


def test_a_desk_that_has_not_ended_is_not_opened_again(place: DeskWorld) -> None:
    desk = agreed(place)
    outcome = services.reopen(desk=desk, subject=place.subject, reason="x", actor=place.first)
    assert reason(outcome) == "not_ended"
