"""The export of a round: what the judge read, nothing else; and no answer of the office holds a ballot's row."""

import csv
import io
import re
import zipfile
from collections import Counter

import pytest
from django.urls import reverse

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.journal.models import Entry
from guong.office.release import selectors, services
from guong.office.release.models import ReleasedSums
from tests.conferences.world import good, officer
from tests.counting.world import signed_in
from tests.pages.routes import routes
from tests.release.round_world import PlayedRound, played

SITES = (
    ("Trường Mầm non Nắng Mai", "preschool", 11, 2, ""),
    ("Trường Tiểu học Bình Yên", "primary", 4, 0, ""),
)
ROOMS = ("release:", "counting:", "overview:", "papers:", "journal:", "remarks:")
_PLACE = re.compile(r"<(?:\w+:)?(\w+)>")


@pytest.fixture
def two_sites(db: None, urn_folder: object) -> PlayedRound:
    return played(SITES)


def exported(of: PlayedRound) -> tuple[list[dict[str, str]], bytes]:
    made = good(services.export_round(of_round=of.of_round, actor=of.reporter))
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        text = archive.read("so-lieu.csv").decode("utf-8-sig")
        whole = b"".join(archive.read(name) for name in archive.namelist())
    return list(csv.DictReader(io.StringIO(text))), whole


def addresses(of: PlayedRound) -> list[str]:
    """Every address of the rooms that know results, filled in with the round's and a conference's keys."""
    site = of.sites[0].conference
    found = []
    for route in routes():
        if not route.name.startswith(ROOMS) or "logout" in route.name:
            continue
        for key in (site.key, of.of_round.key):
            given = {"key": key, "subject_key": "s1"}
            if {place[1] for place in _PLACE.finditer(route.text)} <= given.keys():
                found.append("/" + _PLACE.sub(lambda place, given=given: given[place[1]], route.text))  # type: ignore[misc]  # bound at once
    return list(dict.fromkeys(found))


def ballots(of: PlayedRound) -> set[str]:
    """Every voter's whole answer, in each way in which a row could be written."""
    answers = {answer for site in of.sites for answer in site.answers}
    return {mark.join(answer) for answer in answers for mark in ("", ",", ";", " ", ", ", "|", "\t")}


@pytest.mark.slow
def test_an_export_holds_exactly_what_the_judge_reads(two_sites: PlayedRound) -> None:
    rows, whole = exported(two_sites)
    figures = good(selectors.round_figures(user=two_sites.reporter, of_round=two_sites.of_round))
    tables = selectors.printed_tables(figures)
    kinds = Counter(row["bang"] for row in rows)
    assert kinds["nguoi"] == 5 * len(tables.rows) + 1  # one line for the school of four
    assert kinds["nhom"] + kinds["dot"] == 5 * len(tables.sums)
    (small,) = [row for row in rows if row["dau"] == "it_nguoi"]
    assert (small["don_vi"], small["noi_dung"], small["ty_le"]) == ("Trường Tiểu học Bình Yên", "", "")
    for row in rows:
        assert bool(row["ty_le"]) is (row["dau"] == "chinh_xac")
    text = whole.decode("utf-8")
    assert [ballot for ballot in ballots(two_sites) if ballot in text] == []
    assert "Giáo viên Thử" not in text
    entry = Entry.objects.get(act="release.export")
    assert entry.actor_name == two_sites.reporter.full_name
    (sums,) = ReleasedSums.objects.all()
    assert [way["name"] for way in sums.ways] == ["Gói số liệu của đợt"]
    assert exported(two_sites)[1] == whole


@pytest.mark.slow
def test_only_the_reporter_takes_an_export_by_its_button(two_sites: PlayedRound) -> None:
    where = reverse("release:export", args=[two_sites.of_round.key])
    answer = signed_in(two_sites.reporter).post(where)
    assert answer["Content-Type"] == "application/zip"
    assert signed_in(two_sites.reporter).get(where).status_code == 405
    organiser = officer(two_sites.body, Role.ORGANISER, username="to-chuc")
    for user in (two_sites.counter, organiser):
        assert signed_in(user).post(where).status_code == 403


@pytest.mark.slow
def test_no_address_answers_anybody_with_a_ballots_row(two_sites: PlayedRound) -> None:
    rows = {ballot.encode() for ballot in ballots(two_sites)}
    readers: list[User] = [two_sites.reporter, two_sites.counter]
    readers += [
        officer(two_sites.body, role, username=f"nguoi-{role.value}")
        for role in (Role.ADMINISTRATOR, Role.OBSERVER, Role.ORGANISER)
    ]
    opened = 0
    for user in readers:
        client = signed_in(user)
        for address in addresses(two_sites):
            answer = client.get(address)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]  # only streamed answers have it
            opened += answer.status_code == 200
            assert not any(row in body for row in rows), address
    assert opened > 20


def test_an_unfinished_round_is_not_exported(db: None, urn_folder: object) -> None:
    empty = played(())
    refused = services.export_round(of_round=empty.of_round, actor=empty.reporter)
    assert isinstance(refused, Refused)
    assert refused.reason == "no_result_yet"
