"""A cancelled conference stays in its old place of the calendar, named and counted nowhere; its slips come to an end."""

from dataclasses import replace
from datetime import date

import pytest

from guong.core.outcome import Refused
from guong.office.conferences import services as conferences
from guong.office.conferences.details import Sitting
from guong.office.conferences.models import Cancellation, Conference, RollEntry
from guong.office.papers import archive
from guong.office.papers.models import Paper
from guong.office.registry.models import Person
from guong.office.schedule import selectors, services
from guong.office.schedule.details import Sent, SlipsGone
from guong.office.schedule.models import DelegateRole
from tests.conferences.world import good
from tests.schedule.cancelled import DAY, DECIDED_BY, REASON, cancelled, with_slips
from tests.schedule.test_papers import EARLY, OFFICER, filed, line, refusal, staffed, words
from tests.schedule.world import Campaign, held, observer, page, planned, signed_in

GONE = SlipsGone(
    day=DAY,
    place="Trụ sở Ban Tuyên giáo",
    made=9,
    collected=9,
    envelopes="shared",
    by_name="Vũ Đình Khải",
    by_post="Chuyên viên",
    witness_name="Tống Gia Bách",
    witness_post="Đảng uỷ phường",
)


def calendar(world: Campaign) -> selectors.Calendar:
    seen = selectors.round_seen(user=world.organiser, key=world.schools.key)
    assert seen is not None
    found = selectors.conferences_seen(user=world.organiser, seen=seen, with_cancelled=True)
    return selectors.calendar_of(found)


def paper_words(paper: Paper) -> str:
    return words(archive.load(paper.files.get(format="pdf")))


def test_the_calendar_shows_it_struck_through_in_its_old_place_with_the_reason(world: Campaign) -> None:
    first, *_ = held(world)
    cancelled(world, first)
    found = calendar(world)
    assert [row.conference for row in found.days[0].rows if row.cancellation] == [first]
    assert (len(found.rows), len(found.cancelled)) == (14, 1)
    shown = signed_in(world.organiser).get(page("calendar", world.schools.key)).content.decode()
    assert f'class="struck" href="/hoi-nghi/{first.key}/"' in shown
    assert REASON in shown
    assert "14 hội nghị" in shown
    assert f"/lich/hoi-nghi/{first.key}/doi-lich/" not in shown


def test_no_number_of_the_round_counts_it(world: Campaign) -> None:
    first, *_ = staffed(world)
    cancelled(world, first)
    seen = selectors.round_seen(user=world.organiser, key=world.schools.key)
    assert seen is not None
    progress = selectors.progress_of(user=world.organiser, seen=seen)
    assert (progress.total, len(progress.cancelled)) == (14, 1)
    numbers = selectors.sent_numbers(
        selectors.rows_of(selectors.conferences_seen(user=world.organiser, seen=seen))
    )
    assert (numbers.conferences, numbers.in_charge, numbers.boards) == (14, 14, 14)
    client = signed_in(world.organiser)
    assert "<strong>14</strong> hội nghị đã lên lịch" in client.get(page("rounds")).content.decode()
    shown = client.get(page("progress", world.schools.key)).content.decode()
    assert "1 hội nghị đã huỷ" in shown
    assert REASON in shown


def test_the_sheet_of_the_day_leaves_it_out_and_the_page_says_not_to_go(world: Campaign) -> None:
    first, second, *_ = staffed(world)
    cancelled(world, first)
    today = selectors.today_of(user=world.organiser, day=first.held_on)
    assert first not in [row.conference for row in today.rows]
    assert [row.conference for row in today.cancelled] == [first]
    sheet = words(good(services.draft_run_sheet(user=world.organiser, day=first.held_on)))
    assert first.unit.name not in sheet
    assert second.unit.name in sheet
    shown = signed_in(world.organiser).get(page("today"), {"ngay": first.held_on.isoformat()})
    assert "Không đến đơn vị này." in shown.content.decode()


def test_who_was_sent_there_is_free_for_the_hour(world: Campaign) -> None:
    first, second, *_ = staffed(world)
    same_hour = Sitting(first.held_on, first.begins_at, "Nơi khác")
    second.refresh_from_db()
    good(
        services.move(
            actor=world.organiser, conference=second, version=second.version, to=same_hour, reason="Thử"
        )
    )
    assert any(OFFICER.full_name in sentence for sentence in calendar(world).conflicts)
    cancelled(world, first)
    assert calendar(world).conflicts == ()
    assert first.delegates.exists()


def test_a_person_on_its_roll_is_free_for_another(world: Campaign) -> None:
    first, second, *_ = held(world)
    person = Person.objects.create(full_name="Nguyễn Thử Hai Nơi")
    for conference in (first, second):
        RollEntry.objects.create(conference=conference, person=person, place=1, printed_name=person.full_name)
    cancelled(world, first)
    assert calendar(world).conflicts == ()


def test_its_hour_and_its_unit_may_be_planned_anew(world: Campaign) -> None:
    first, *_ = held(world)
    cancelled(world, first)
    (again,) = planned(world.schools)
    assert again.unit == first.unit
    assert (again.sitting.held_on, again.sitting.begins_at) == (first.held_on, first.begins_at)
    (made,) = good(services.make_round(actor=world.organiser, of_round=world.schools, planned=[again]))
    assert made.key != first.key
    assert len(calendar(world).rows) == 15


def test_the_papers_of_the_round_leave_it_out_and_the_calendar_names_it(world: Campaign) -> None:
    first, *_ = staffed(world)
    good(filed(world, "conference_calendar"))
    cancelled(world, first)
    assert line(world, "conference_calendar").is_stale
    said = paper_words(good(filed(world, "conference_calendar", DAY)))
    assert f"Hội nghị tại {first.unit.name}, dự kiến 15/5/2023, đã huỷ" in said
    assert said.count(first.unit.name) == 1
    announced = paper_words(good(filed(world, "announcement", EARLY)))
    assert first.unit.name not in announced


def test_no_observer_is_proposed_for_it_nor_accepted(world: Campaign) -> None:
    first, *others = held(world)
    services.propose_observers(actor=world.organiser, to=[first, *others])
    cancelled(world, first)
    proposed = selectors.proposed_observers(of_round=world.schools)
    assert first not in [one.conference for one in proposed]


def test_nobody_is_sent_to_it_and_nobody_is_taken_off(world: Campaign) -> None:
    first, second, *_ = staffed(world)
    cancelled(world, first)
    sent = services.send(
        actor=world.organiser,
        to=[second, first],
        person=Sent(DelegateRole.TECHNICAL, "Chu Văn Thử", "Văn phòng Quận uỷ"),
    )
    assert refusal(sent) == "cancelled"
    assert not second.delegates.filter(full_name="Chu Văn Thử").exists()
    delegate = first.delegates.all()[0]
    taken = services.dismiss(actor=world.organiser, conference=first, delegate_id=delegate.pk)
    assert refusal(taken) == "cancelled"


def test_neither_dossier_nor_words_nor_programme_are_made_for_it(world: Campaign) -> None:
    first, *_ = staffed(world)
    cancelled(world, first)
    dossier = services.make_dossier(actor=world.organiser, conference=first, sheets=10, day=EARLY)
    assert refusal(dossier) == "cancelled"
    assert refusal(services.draft_script(conference=first, day=EARLY)) == "cancelled"
    programme = services.file_conference_paper(
        actor=world.organiser, conference=first, kind="programme", day=DAY
    )
    assert refusal(programme) == "unknown_paper"


def test_the_page_cancels_and_leads_to_what_is_left_to_do(world: Campaign) -> None:
    first, *_ = staffed(world)
    with_slips(world, first)
    client = signed_in(world.organiser)
    before = client.get(page("cancel", first.key)).content.decode()
    assert "Hòm phiếu thành vô hiệu." in before
    assert "9 thẻ bỏ phiếu phải thu về" in before
    given = {"version": first.version, "reason": REASON, "decided_by": DECIDED_BY, "sure": "on"}
    after = client.post(page("cancel", first.key), given, follow=True).content.decode()
    assert "Đã huỷ hội nghị." in after
    assert "Lập thông báo huỷ" in after
    assert "Lập biên bản huỷ thẻ" in after
    assert "HỘI NGHỊ ĐÃ HUỶ" in after
    assert Cancellation.objects.get(conference=first).reason == REASON


def test_without_the_tick_nothing_is_cancelled(world: Campaign) -> None:
    first, *_ = held(world)
    given = {"version": first.version, "reason": REASON, "decided_by": DECIDED_BY}
    shown = signed_in(world.organiser).post(page("cancel", first.key), given)
    assert shown.status_code == 422
    assert not Cancellation.objects.exists()


def test_a_colleague_who_was_faster_is_told_on_the_page(world: Campaign) -> None:
    first, *_ = held(world)
    given = {"version": first.version - 1, "reason": REASON, "decided_by": DECIDED_BY, "sure": "on"}
    shown = signed_in(world.organiser).post(page("cancel", first.key), given)
    assert "Một đồng chí khác vừa sửa hội nghị này." in shown.content.decode()


@pytest.mark.parametrize("name", ["papers-here", "move"])
def test_pages_of_preparing_lead_to_the_cancellation(world: Campaign, name: str) -> None:
    first, *_ = held(world)
    cancelled(world, first)
    assert signed_in(world.organiser).get(page(name, first.key)).headers["Location"] == page(
        "cancel", first.key
    )


def test_an_observer_reads_the_reason_in_the_calendar_and_cancels_nothing(world: Campaign) -> None:
    first, second, *_ = held(world)
    cancelled(world, first)
    client = signed_in(observer(world.body))
    assert REASON in client.get(page("calendar", world.schools.key)).content.decode()
    given = {"version": second.version, "reason": "x", "decided_by": "y", "sure": "on"}
    assert client.post(page("cancel", second.key), given).status_code == 403


def test_the_notice_takes_back_the_papers_that_were_filed_before(world: Campaign) -> None:
    first, *_ = staffed(world)
    row = selectors.row_of(first)
    kind = next(one.entry.kind for one in selectors.conference_lines(row=row, today=EARLY))
    invitation = good(
        services.file_conference_paper(actor=world.organiser, conference=first, kind=kind, day=EARLY)
    )
    cancelled(world, first)
    notice = good(
        services.file_conference_paper(
            actor=world.organiser, conference=first, kind="cancellation_notice", day=DAY
        )
    )
    said = paper_words(notice)
    assert invitation.printed_number in said
    assert REASON in said
    assert "Thẻ bỏ phiếu" not in said


def test_a_notice_of_a_conference_that_stands_is_no_paper(world: Campaign) -> None:
    first, *_ = held(world)
    outcome = services.file_conference_paper(
        actor=world.organiser, conference=first, kind="cancellation_notice", day=DAY
    )
    assert refusal(outcome) == "unknown_paper"


def test_a_notice_bears_no_day_before_the_cancellation(world: Campaign) -> None:
    first, *_ = held(world)
    cancelled(world, first)
    outcome = services.file_conference_paper(
        actor=world.organiser, conference=first, kind="cancellation_notice", day=date(2023, 5, 11)
    )
    assert refusal(outcome) == "before_cancellation"


def slips_filed(world: Campaign, conference: Conference, said: SlipsGone = GONE) -> Paper | Refused:
    return services.file_slip_minutes(actor=world.organiser, conference=conference, said=said)


def test_the_end_of_the_slips_is_minuted_once(world: Campaign) -> None:
    first, *_ = staffed(world)
    with_slips(world, first)
    cancelled(world, first)
    said = paper_words(good(slips_filed(world, first)))
    assert "9 thẻ (bằng chữ: chín thẻ)" in said
    assert "không bỏ phiếu được nữa" in said
    assert refusal(slips_filed(world, first)) == "slips_minuted"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (replace(GONE, collected=10), "slips_counts"),
        (replace(GONE, collected=8), "slips_missing"),
        (replace(GONE, witness_name="vũ đình khải"), "slips_people"),
        (replace(GONE, by_name=" "), "slips_people"),
        (replace(GONE, day=date(2023, 5, 11)), "before_cancellation"),
    ],
)
def test_slips_that_do_not_add_up_are_refused(world: Campaign, said: SlipsGone, reason: str) -> None:
    first, *_ = staffed(world)
    with_slips(world, first)
    cancelled(world, first)
    assert refusal(slips_filed(world, first, said)) == reason


def test_slips_of_a_conference_that_stands_are_not_destroyed(world: Campaign) -> None:
    first, *_ = staffed(world)
    with_slips(world, first)
    assert refusal(slips_filed(world, first)) == "not_cancelled"


def test_without_a_request_there_are_no_slips_to_destroy(world: Campaign) -> None:
    first, *_ = held(world)
    cancelled(world, first)
    assert refusal(slips_filed(world, first)) == "no_slips"


def test_refused_slips_are_told_on_the_page_and_what_was_typed_stays(world: Campaign) -> None:
    first, *_ = staffed(world)
    with_slips(world, first)
    cancelled(world, first)
    given = {
        "day": "2023-05-12",
        "place": "Trụ sở",
        "made": "9",
        "collected": "8",
        "envelopes": "shared",
        "by_name": "Vũ Đình Khải",
        "witness_name": "Tống Gia Bách",
    }
    client = signed_in(world.organiser)
    shown = client.post(page("file-slip-minutes", first.key), given)
    assert shown.status_code == 422
    text = shown.content.decode()
    assert "Còn thẻ chưa thu được." in text
    assert 'value="8"' in text
    client.post(page("file-slip-minutes", first.key), given | {"remark": "Một thẻ rách khi cắt"})
    assert Paper.objects.filter(kind="slip_destruction").count() == 1


def test_the_roll_of_a_cancelled_conference_stays_to_be_read(world: Campaign) -> None:
    first, *_ = staffed(world)
    with_slips(world, first)
    before = first.roll.count()
    cancelled(world, first)
    assert first.roll.count() == before
    started = conferences.start_over(actor=world.organiser, conference=first, reason="Thử")
    assert refusal(started) == "cancelled"
