"""The papers of a round and of a conference: filled from the register, filed, known to be stale, bound into a dossier."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, time

import pytest
from pypdfium2 import PdfDocument

from guong.core.outcome import Refused
from guong.office.conferences import services as conferences
from guong.office.conferences.details import Sitting
from guong.office.conferences.models import Conference
from guong.office.papers.models import Paper
from guong.office.schedule import selectors, services
from guong.office.schedule.details import Sent
from guong.office.schedule.models import DelegateRole, PaperTerms
from tests.conferences.world import SEATS, good
from tests.schedule.world import Campaign, held, observer, page, signed_in

AtMost = Callable[[int], AbstractContextManager[object]]
EARLY = date(2023, 5, 2)
LEADER = Sent(DelegateRole.LEADER, "Lý Thành Suối", "Quận uỷ", "Phó Bí thư Thường trực")
OFFICER = Sent(DelegateRole.IN_CHARGE, "Hồ Văn Lau", "Ban Tổ chức Quận uỷ", "Chuyên viên")


def staffed(world: Campaign) -> list[Conference]:
    """Fifteen conferences with a leader, an officer each, one board, accepted observers."""
    made = held(world)
    first, *others = made
    good(conferences.set_board(actor=world.organiser, conference=first, version=first.version, seats=SEATS))
    good(services.copy_board(actor=world.organiser, source=first, to=others))
    good(services.send(actor=world.organiser, to=made, person=LEADER))
    good(services.send(actor=world.organiser, to=made, person=OFFICER))
    services.propose_observers(actor=world.organiser, to=made)
    named = [(one, one.full_name, one.post) for one in selectors.proposed_observers(of_round=world.schools)]
    good(services.accept_observers(actor=world.organiser, named=named))
    return made


def with_roll(world: Campaign, conference: Conference) -> Conference:
    conference.refresh_from_db()
    actor, version = world.organiser, conference.version
    good(conferences.build_roll(actor=actor, conference=conference, version=version))
    good(conferences.agree_roll(actor=actor, conference=conference, version=conference.version))
    return conference


def filed(world: Campaign, kind: str, day: date = EARLY) -> Paper | Refused:
    return services.file_round_paper(actor=world.organiser, of_round=world.schools, kind=kind, day=day)


def refusal(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def line(world: Campaign, kind: str) -> selectors.PaperLine:
    seen = selectors.round_seen(user=world.organiser, key=world.schools.key)
    assert seen is not None
    rows = selectors.rows_of(selectors.conferences_seen(user=world.organiser, seen=seen))
    lines = selectors.round_lines(ground=selectors.ground_of(world.schools), rows=rows, today=EARLY)
    return next(one for one in lines if one.entry.kind == kind)


def words(data: bytes) -> str:
    """All text of a PDF, blanks between words as single blanks."""
    pages = [text.get_textpage().get_text_range() for text in PdfDocument(data)]
    return " ".join("\n".join(pages).split())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("working_group_decision", "Số 01-QĐ"),
        ("staff_list_request", "Số 01-CV"),
        ("announcement", "Số 01-TB"),
        ("counting_board_decision", "Số 01-QĐ"),
        ("conference_calendar", "Số 01-LH"),
    ],
)
def test_every_paper_of_a_round_is_filed_with_its_number(world: Campaign, kind: str, number: str) -> None:
    staffed(world)
    if kind == "counting_board_decision":
        for conference in Conference.objects.all()[1:]:
            conference.board.all().delete()
            seats = [seat.__class__(seat.role, f"{seat.full_name} {conference.pk}") for seat in SEATS]
            conference.refresh_from_db()
            good(
                conferences.set_board(
                    actor=world.organiser, conference=conference, version=conference.version, seats=seats
                )
            )
    paper = good(filed(world, kind))
    assert paper.printed_number == number
    formats = {file.format for file in paper.files.all()}
    assert formats == ({"docx", "pdf", "xlsx"} if kind == "conference_calendar" else {"docx", "pdf"})
    assert not line(world, kind).is_stale


def test_the_calendar_paper_is_stale_once_a_conference_moved(world: Campaign) -> None:
    first = staffed(world)[0]
    good(filed(world, "conference_calendar"))
    first.refresh_from_db()
    good(
        services.move(
            actor=world.organiser,
            conference=first,
            version=first.version,
            to=Sitting(date(2023, 5, 19), time(16), first.place),
            reason="Trường thi",
        )
    )
    assert line(world, "conference_calendar").is_stale


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("working_group_decision", "group_too_small"),
        ("counting_board_decision", "boards_missing"),
        ("nonsense", "unknown_paper"),
    ],
)
def test_a_paper_says_what_it_still_needs(world: Campaign, kind: str, reason: str) -> None:
    held(world)
    assert refusal(filed(world, kind)) == reason


@pytest.mark.parametrize("kind", ["announcement", "conference_calendar", "staff_list_request"])
def test_a_round_without_conferences_has_no_papers(world: Campaign, kind: str) -> None:
    assert refusal(filed(world, kind)) == "no_conferences"


def test_a_letter_after_its_deadline_is_refused(world: Campaign) -> None:
    held(world)
    assert refusal(filed(world, "staff_list_request", date(2023, 5, 12))) == "deadline_passed"


def test_an_announcement_after_the_first_conference_is_refused(world: Campaign) -> None:
    held(world)
    assert refusal(filed(world, "announcement", date(2023, 5, 16))) == "after_first_conference"


def test_a_board_that_has_to_be_at_two_conferences_at_once_is_told(world: Campaign) -> None:
    first, second, *_ = staffed(world)
    second.refresh_from_db()
    good(
        services.move(
            actor=world.organiser,
            conference=second,
            version=second.version,
            to=Sitting(first.held_on, first.begins_at, second.place),
            reason="Thử",
        )
    )
    assert refusal(filed(world, "counting_board_decision")) == "board_at_once"
    assert refusal(filed(world, "conference_calendar")) == "officer_at_once"


def test_who_signs_and_until_when_is_kept(world: Campaign) -> None:
    held(world)
    client = signed_in(world.organiser)
    sent = {
        "signer_role": "PHÓ TRƯỞNG BAN",
        "signer_name": "Đỗ Quang Ẩn",
        "lists_by": "2023-05-05T11:00",
        "send_to": "Ban Tuyên giáo",
        "contact": "bộ phận tổng hợp",
        "waiting_room": "phòng hội đồng",
    }
    client.post(page("terms", world.schools.key), sent)
    kept = PaperTerms.objects.get()
    assert (kept.signer_name, kept.waiting_room) == ("Đỗ Quang Ẩn", "phòng hội đồng")


def test_the_page_files_a_paper_and_shows_its_number(world: Campaign) -> None:
    staffed(world)
    client = signed_in(world.organiser)
    sent = {"kind": "conference_calendar", "day": "2023-05-02"}
    shown = client.post(page("file-paper", world.schools.key), sent, follow=True).content.decode()
    assert "Số 01-LH" in shown
    assert "Excel" in shown


def test_an_invitation_is_filed_for_each_leader_and_observer(world: Campaign) -> None:
    conference = staffed(world)[0]
    row = selectors.row_of(conference)
    lines = selectors.conference_lines(row=row, today=EARLY)
    invitations = [one for one in lines if one.entry.kind.startswith("invitation")]
    assert len(invitations) == 2
    paper = good(
        services.file_conference_paper(
            actor=world.organiser, conference=conference, kind=invitations[0].entry.kind, day=EARLY
        )
    )
    assert paper.printed_number == "Số 01-GM"


def test_an_invitation_after_the_conference_is_refused(world: Campaign) -> None:
    conference = staffed(world)[0]
    (kind, *_) = [
        one.entry.kind for one in selectors.conference_lines(row=selectors.row_of(conference), today=EARLY)
    ]
    outcome = services.file_conference_paper(
        actor=world.organiser, conference=conference, kind=kind, day=date(2023, 5, 20)
    )
    assert refusal(outcome) == "after_conference"


@pytest.mark.slow
def test_the_dossier_holds_everything_in_the_order_of_use(world: Campaign) -> None:
    conference = with_roll(world, staffed(world)[0])
    made = good(services.make_dossier(actor=world.organiser, conference=conference, sheets=2, day=EARLY))
    text = words(made)
    wanted = [
        "BỘ HỒ SƠ HỘI NGHỊ",
        "CHƯƠNG TRÌNH",
        "LỜI DẪN CỦA CHỦ TRÌ",
        "DANH SÁCH KÝ NHẬN",
        "TỜ NGĂN",
        "PHIẾU XIN Ý KIẾN",
        "Mẫu ghi tay",
    ]
    places = [text.index(part) for part in wanted]
    assert places == sorted(places)
    assert "Số 01-DS" in text


@pytest.mark.slow
def test_the_dossier_takes_the_attendance_list_that_was_filed(world: Campaign) -> None:
    conference = with_roll(world, staffed(world)[0])
    for _ in range(2):
        good(services.make_dossier(actor=world.organiser, conference=conference, sheets=1, day=EARLY))
    assert len(selectors.filed_of(conference, conferences.ATTENDANCE_LIST)) == 1
    gone = conference.roll.all()[0].person
    good(
        conferences.remove_from_roll(
            actor=world.organiser,
            conference=conference,
            version=conference.version,
            person=gone,
            reason="Nghỉ",
            chair_name="Tạ Thị Lan Chi",
        )
    )
    good(services.make_dossier(actor=world.organiser, conference=conference, sheets=1, day=EARLY))
    assert len(selectors.filed_of(conference, conferences.ATTENDANCE_LIST)) == 2


@pytest.mark.parametrize(("sheets", "reason"), [(0, "sheets_range"), (61, "sheets_range"), (5, "no_roll")])
def test_a_dossier_says_what_it_still_needs(world: Campaign, sheets: int, reason: str) -> None:
    conference = staffed(world)[0]
    outcome = services.make_dossier(actor=world.organiser, conference=conference, sheets=sheets, day=EARLY)
    assert refusal(outcome) == reason


def test_the_chairs_words_are_not_filed(world: Campaign) -> None:
    conference = with_roll(world, staffed(world)[0])
    data = good(services.draft_script(conference=conference, day=conference.held_on))
    assert data.startswith(b"%PDF")
    assert not Paper.objects.exists()


def test_minutes_wait_for_the_end_of_casting(world: Campaign) -> None:
    conference = staffed(world)[0]
    outcome = services.file_minutes(
        actor=world.organiser, conference=conference, day=conference.held_on, absent=services.Absent()
    )
    assert refusal(outcome) == "not_over"


@pytest.mark.parametrize("name", ["papers-here", "delegates-here", "incidents", "photographs", "move"])
def test_every_page_of_a_conference_opens(world: Campaign, name: str) -> None:
    conference = with_roll(world, staffed(world)[0])
    assert signed_in(world.organiser).get(page(name, conference.key)).status_code == 200


def test_an_observer_does_not_open_the_papers(world: Campaign) -> None:
    conference = held(world)[0]
    client = signed_in(observer(world.body))
    assert client.get(page("papers", world.schools.key)).status_code == 403
    assert client.get(page("papers-here", conference.key)).status_code == 403
    assert client.post(page("dossier", conference.key)).status_code == 403


@pytest.mark.parametrize("number", [15, 29])
def test_the_page_of_papers_keeps_to_its_queries(
    world: Campaign, django_assert_max_num_queries: AtMost, number: int
) -> None:
    staffed(world)
    if number > 15:
        held(world, wards=True)
        Conference.objects.update(round=world.schools)
    client = signed_in(world.organiser)
    with django_assert_max_num_queries(25):
        assert client.get(page("papers", world.schools.key)).status_code == 200
