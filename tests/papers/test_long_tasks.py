"""A long task runs beside the pages: followed by a bar, joined by a second press, and honest about its end."""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from threading import Event

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.papers import long_tasks, services
from guong.office.papers.models import LongTask, Paper
from guong.office.papers.outcomes import Finished, MadeFile, Tell
from guong.office.papers.selectors import CUT_OFF, filing_words
from guong.office.registry.models import UnitAssignment

BACK, NEXT = "/van-ban/?trang=1", "/van-ban/"
Work = Callable[[Tell], Finished | Refused]


@pytest.fixture
def beside(settings: Settings, journal_may_be_emptied: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks run in a thread of their own, as on a server, and nobody waits for a quick end."""
    settings.GUONG_RENDER_INLINE = False
    monkeypatch.setattr(long_tasks, "_PATIENCE", 0)


@pytest.fixture
def gate() -> Iterator[Event]:
    """What a task waits for; opened at the end, so that none stays behind."""
    event = Event()
    yield event
    event.set()


def begun(reader: User, work: Work, subject: str = "papers.test/1") -> str:
    return services.begin(
        actor=reader,
        subject=subject,
        title="Lập báo cáo thử",
        back=BACK,
        unit_key="TH-01",
        permission="organise_conference",
        work=work,
    )


def page(name: str, key: str) -> str:
    return reverse(f"papers:{name}", args=[key])


def ended(key: str) -> None:
    """Wait until a task's thread has kept its outcome."""
    for _ in range(1000):
        if long_tasks.how_far(key) is None:
            return
        Event().wait(0.01)
    pytest.fail("the task does not end")


@pytest.fixture
def signed_in(client: Client, reader: User) -> Client:
    client.force_login(reader)
    return client


@pytest.mark.usefixtures("beside")
def test_a_running_task_shows_how_far_it_is_again_and_again(
    reader: User, signed_in: Client, gate: Event
) -> None:
    told = Event()

    def work(tell: Tell) -> Finished:
        tell(3, 12)
        told.set()
        gate.wait(20)
        return Finished("Đã lập.")

    key = begun(reader, work)
    told.wait(20)
    for name in ("task", "task", "task-bar"):
        shown = signed_in.get(page(name, key)).content.decode()
        assert '<progress class="bar" aria-label="Tiến độ" max="12" value="3">' in shown
        assert "Đã xong 3 trên 12 phần." in shown
    gate.set()
    ended(key)
    answer = signed_in.get(page("task", key), follow=True)
    assert answer.redirect_chain == [(BACK, 302)]
    assert "Đã lập." in answer.content.decode()


@pytest.mark.usefixtures("beside")
def test_the_page_needs_no_script_to_go_on(reader: User, signed_in: Client, gate: Event) -> None:
    key = begun(reader, lambda _tell: Finished("Đã lập.") if gate.wait(20) else Finished(""))
    shown = signed_in.get(page("task", key)).content.decode()
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in shown
    gate.set()
    ended(key)


@pytest.mark.usefixtures("beside")
def test_a_second_press_joins_the_running_task(reader: User, gate: Event) -> None:
    ran: list[int] = []

    def work(_tell: Tell) -> Finished:
        ran.append(1)
        gate.wait(20)
        return Finished("Đã lập.")

    first, second, other = begun(reader, work), begun(reader, work), begun(reader, work, "papers.test/2")
    assert first == second != other
    gate.set()
    ended(first)
    ended(other)
    assert begun(reader, lambda _tell: Finished("Lần sau.")) != first
    assert len(ran) == 2


@pytest.mark.usefixtures("beside")
def test_the_bar_asks_for_the_whole_page_at_the_end(reader: User, signed_in: Client) -> None:
    key = begun(reader, lambda _tell: Finished("Đã lập."))
    ended(key)
    assert signed_in.get(page("task-bar", key))["HX-Refresh"] == "true"


@pytest.mark.usefixtures("beside")
def test_a_paper_is_filed_from_the_thread(document: Document, reader: User, signed_in: Client) -> None:
    def work(tell: Tell) -> Finished:
        paper = services.file_paper(
            document=document, kind="report", unit_key="TH-01", actor=reader, formats=(), tell=tell
        )
        return Finished(filing_words(paper))

    key = begun(reader, work)
    ended(key)
    assert "Đã lập Số 01-BB" in signed_in.get(page("task", key), follow=True).content.decode()
    assert Paper.objects.count() == 1


@pytest.mark.usefixtures("beside")
def test_a_task_that_fails_says_so_and_shows_the_way_back(
    reader: User, signed_in: Client, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_tell: Tell) -> Finished:
        raise ZeroDivisionError

    with caplog.at_level(logging.CRITICAL, logger=long_tasks.__name__):
        key = begun(reader, work)
        ended(key)
    shown = signed_in.get(page("task", key)).content.decode()
    assert long_tasks.FAILED in shown
    assert f'href="{BACK}"' in shown


def test_a_task_whose_server_was_restarted_says_so(reader: User, signed_in: Client) -> None:
    task = LongTask.objects.create(
        owner=reader,
        subject="papers.test/1",
        title="Lập báo cáo thử",
        back=BACK,
        unit_key="TH-01",
        permission="organise_conference",
        begun_on=timezone.localdate(),
    )
    shown = signed_in.get(page("task", task.key)).content.decode()
    assert CUT_OFF in shown
    assert f'href="{BACK}"' in shown
    assert begun(reader, lambda _tell: Finished("Đã lập.")) != task.key


def test_a_refusal_is_told_where_the_task_began(reader: User, signed_in: Client) -> None:
    key = begun(reader, lambda _tell: Refused("no", "Chưa lập được."))
    answer = signed_in.get(page("task", key), follow=True)
    assert answer.redirect_chain == [(BACK, 302)]
    assert "Chưa lập được." in answer.content.decode()


def test_the_end_may_be_another_page(reader: User, signed_in: Client) -> None:
    key = begun(reader, lambda _tell: Finished("Đã lập.", to=NEXT))
    assert signed_in.get(page("task", key))["Location"] == NEXT


def test_a_made_file_comes_by_itself_and_by_a_button(reader: User, signed_in: Client) -> None:
    file = MadeFile("bo-ho-so", b"%PDF-1.7")
    key = begun(reader, lambda _tell: Finished("Bộ hồ sơ đã lập xong.", file=file))
    shown = signed_in.get(page("task", key)).content.decode()
    address = page("task-file", key)
    assert f'<meta http-equiv="refresh" content="1;url={address}">' in shown
    assert f'href="{address}"' in shown
    for _ in range(2):
        answer = signed_in.get(address)
        assert answer.content == file.data
        assert answer["Content-Disposition"] == 'attachment; filename="bo-ho-so.pdf"'


def test_a_task_without_a_file_has_none_to_download(reader: User, signed_in: Client) -> None:
    key = begun(reader, lambda _tell: Finished("Đã lập."))
    assert signed_in.get(page("task-file", key)).status_code == 404


def test_nobody_else_sees_a_task(reader: User, client: Client) -> None:
    key = begun(reader, lambda _tell: Finished("Đã lập.", file=MadeFile("bo-ho-so", b"%PDF")))
    other = create_user(username="khac", full_name="Lê Văn Khác", roles=[Role.ORGANISER])
    assert isinstance(other, User)
    client.force_login(other)
    assert {client.get(page(name, key)).status_code for name in ("task", "task-bar", "task-file")} == {404}


def test_whoever_lost_the_unit_no_longer_sees_the_task(reader: User, signed_in: Client) -> None:
    key = begun(reader, lambda _tell: Finished("Đã lập.", file=MadeFile("bo-ho-so", b"%PDF")))
    UnitAssignment.objects.all().delete()
    assert signed_in.get(page("task-file", key)).status_code == 404


def test_files_of_the_day_before_yesterday_are_gone(reader: User) -> None:
    old = begun(reader, lambda _tell: Finished("Đã lập.", file=MadeFile("bo-ho-so", b"%PDF")))
    LongTask.objects.update(begun_on=timezone.localdate() - timedelta(days=2))
    begun(reader, lambda _tell: Finished("Đã lập."))
    assert not LongTask.objects.filter(key=old).exists()


def test_the_tasks_of_a_rehearsal_go_with_its_papers(reader: User) -> None:
    begun(reader, lambda _tell: Finished("Đã lập."), subject="schedule.dossier-5/abc")
    services.remove_papers(actor=reader, conference_key="abc")
    assert not LongTask.objects.exists()
