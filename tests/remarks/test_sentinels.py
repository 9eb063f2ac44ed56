"""Planted remarks are looked for on every page, in every paper, the journal, the log and the database: the desk alone shows them."""

import logging
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch

from guong.core.remarks.verdicts import Proposal, Reason, Verdict
from guong.office.accounts.models import User
from guong.office.accounts.services import create_user
from guong.office.journal.models import Entry
from guong.office.papers import archive
from guong.office.papers.models import Paper, PaperFile
from guong.office.registry.models import UnitAssignment
from guong.office.release import services as release
from guong.office.remarks import selectors, services
from guong.office.remarks.models import Desk
from tests.conferences.world import World, good
from tests.counting.world import signed_in
from tests.remarks.world import DeskWorld, desk_world, seated

EDITED, WITHHELD, BESIDE = "CANHBAOSUA", "CANHBAOBO", "CANHBAOGHI"
HANDED_ON = "Câu chữ đã biên tập"
PLANTED = (EDITED, WITHHELD, BESIDE)
GIVEN = {
    EDITED: Proposal(Verdict.EDIT, text=HANDED_ON, theme="Phát huy dân chủ", note=BESIDE),
    WITHHELD: Proposal(Verdict.WITHHOLD, reason=Reason.OTHER, note=BESIDE),
}
# Signing in and out, the second step: allauth's own pages.
FOREIGN = ("account_", "mfa_")


@pytest.fixture
def place(world: World) -> DeskWorld:
    return desk_world(world, remarks=((("school_head_02", EDITED),), (("other", WITHHELD),)))


def agreed(place: DeskWorld) -> Desk:
    desk = seated(place)
    for words, given in GIVEN.items():
        entry = place.entry(words)
        good(services.propose(desk=desk, key=entry.key, version=0, given=given, actor=place.first))
        good(services.confirm(desk=desk, key=entry.key, version=1, actor=place.second))
    return desk


def ended(place: DeskWorld) -> None:
    desk = agreed(place)
    good(services.ask_for_end(desk=desk, actor=place.first))
    good(services.confirm_end(desk=desk, subject=place.subject, actor=place.second))


def papers_made(place: DeskWorld) -> None:
    """Every paper that this conference yields after its count."""
    conference, officer = place.conference, place.count.officer
    good(release.make_tally_minutes(conference=conference, subject_key="s1", actor=officer))
    good(release.make_personal_summary(conference=conference, subject_key="s1", actor=officer))


def who_may_open_everything(place: DeskWorld) -> User:
    """One account with every permission there is, the desk's own included, and the whole body as scope; no seat."""
    user = create_user(username="moi-viec", full_name="Vương Thị Thơ", roles=[])
    assert isinstance(user, User)
    user.is_superuser = True
    user.save()
    UnitAssignment.objects.create(user=user, unit=place.body)
    return user


def addresses(place: DeskWorld) -> Iterator[tuple[str, str]]:
    """Every page of the program that takes no argument, or a conference, or a person of one."""
    for name in names(get_resolver()):
        for given in ((), (place.conference.key,), (place.conference.key, "s1")):
            try:
                yield name, reverse(name, args=given)
                break
            except NoReverseMatch:
                continue


def names(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{before}{pattern.namespace}:" if pattern.namespace else before
            yield from names(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name and not pattern.name.startswith(FOREIGN):
            yield f"{before}{pattern.name}"


def seen_on(client: Client, where: str) -> bytes:
    answer = client.get(where)
    return b"".join(answer) if answer.streaming else answer.content


def words_of(file: PaperFile) -> str:
    data = archive.load(file)
    if file.format == "pdf":
        return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    with zipfile.ZipFile(BytesIO(data)) as package:
        return " ".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def planted_in(told: str) -> list[str]:
    return [words for words in PLANTED if words in told]


def test_the_desk_itself_shows_them_to_its_two_officers(place: DeskWorld) -> None:
    """The control: what is looked for can be found."""
    agreed(place)
    where = reverse("remarks:work", args=[place.conference.key, "s1"])
    shown = [
        signed_in(place.second).get(where, {"y": str(entry.key)}).content.decode()
        for entry in selectors.entries_of(place.desk)
    ]
    assert planted_in(" ".join(shown)) == list(PLANTED)


@pytest.mark.parametrize("finish", [agreed, ended])
def test_no_page_shows_them_to_anybody_else(
    place: DeskWorld, finish: object, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert callable(finish)
    finish(place)
    client = signed_in(who_may_open_everything(place))
    client.raise_request_exception = False
    pages = {name: seen_on(client, where).decode("utf-8", "replace") for name, where in addresses(place)}
    assert len(pages) > 60
    assert {name: planted_in(told) for name, told in pages.items() if planted_in(told)} == {}
    handed_on = {name for name, told in pages.items() if HANDED_ON in told}
    assert handed_on == ({"release:result"} if finish is ended else set())
    assert planted_in(caplog.text) == []


@pytest.mark.slow
def test_no_paper_no_journal_and_no_table_holds_them_after_the_end(place: DeskWorld) -> None:
    ended(place)
    papers_made(place)
    files = PaperFile.objects.select_related("paper")
    assert Paper.objects.count() == 2
    for file in files:
        told = words_of(file)
        assert planted_in(told) == []
        assert (HANDED_ON in told) is (file.paper.kind == release.SUMMARY)
    assert planted_in("\n".join(Entry.objects.values_list("text", flat=True))) == []
    assert planted_in(_whole_register()) == []
    assert _found_on_disk() == []


def _whole_register() -> str:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [str(row) for row in cursor.fetchall()]
    return "\n".join(rows)


def _found_on_disk() -> list[str]:
    """Files of the data folder but the register itself, which this test's own open transaction keeps whole."""
    found = []
    for path in Path(settings.GUONG_DATA_DIR).rglob("*"):
        if path.is_file() and not path.name.startswith("test.sqlite3"):
            data = path.read_bytes()
            found += [f"{path.name}: {words}" for words in PLANTED if words.encode() in data]
    return found
