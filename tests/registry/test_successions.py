"""Mergers, splits, new names: a unit ends, stays readable, and both sides know of each other."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal.models import Entry
from guong.office.registry.models import Level, SuccessionKind, Unit
from guong.office.registry.selectors import lineage_of, schools_of
from guong.office.registry.services import ensure_unit, record_succession

ON = date(2023, 7, 1)


@pytest.fixture
def schools(body: Unit) -> list[Unit]:
    """Three schools of the body."""
    names = ("Hoa Sen", "Hoa Cúc", "Hoa Mai")
    return [
        ensure_unit(key=f"TH-0{place}", name=f"Trường Tiểu học {name}", level=Level.PRIMARY, parent=body)
        for place, name in enumerate(names, 1)
    ]


def ended(
    actor: User, unit: Unit, kind: SuccessionKind, successors: list[Unit], on: date = ON
) -> Unit | Refused:
    return record_succession(
        actor=actor, unit=unit, kind=kind, successors=successors, on=on, basis="Quyết định số 12/QĐ-UBND"
    )


def test_a_merged_school_ends_on_the_day_before_and_is_known_to_both(
    organiser: User, schools: list[Unit], body: Unit
) -> None:
    old, new, _ = schools
    assert ended(organiser, old, SuccessionKind.MERGED, [new]) == old
    assert old.valid_to == ON - timedelta(1)
    assert [one.successor for one in lineage_of(unit=old).successors] == [new]
    assert [one.predecessor for one in lineage_of(unit=new).predecessors] == [old]
    assert old not in schools_of(body=body, on=ON)
    assert old in schools_of(body=body, on=ON - timedelta(1))
    assert "Sáp nhập từ 01/7/2023" in Entry.objects.get(act="registry.succession").text


def test_a_split_school_has_several_successors(organiser: User, schools: list[Unit]) -> None:
    old, *new = schools
    ended(organiser, old, SuccessionKind.SPLIT, new)
    assert [one.successor for one in lineage_of(unit=old).successors] == new


@pytest.mark.parametrize(
    ("reason", "kind", "successors", "on"),
    [
        ("no_successor", SuccessionKind.MERGED, [], ON),
        ("own_successor", SuccessionKind.MERGED, [0], ON),
        ("split_into_one", SuccessionKind.SPLIT, [1], ON),
        ("in_the_future", SuccessionKind.RENAMED, [1], date(2999, 1, 1)),
        ("before_it_began", SuccessionKind.RENAMED, [1], date(1999, 1, 1)),
    ],
)
def test_what_can_t_be_is_refused(
    organiser: User,
    schools: list[Unit],
    reason: str,
    kind: SuccessionKind,
    successors: list[int],
    on: date,
) -> None:
    schools[0].valid_from = date(2005, 1, 1)
    done = ended(organiser, schools[0], kind, [schools[place] for place in successors], on)
    assert isinstance(done, Refused)
    assert done.reason == reason


def test_what_has_ended_neither_ends_again_nor_takes_over(organiser: User, schools: list[Unit]) -> None:
    first, second, third = schools
    ended(organiser, first, SuccessionKind.MERGED, [second])
    again = ended(organiser, first, SuccessionKind.MERGED, [third])
    taken = ended(organiser, third, SuccessionKind.MERGED, [first])
    assert [one.reason for one in (again, taken) if isinstance(one, Refused)] == [
        "already_closed",
        "successor_closed",
    ]


def test_a_ward_with_schools_does_not_end(organiser: User, body: Unit) -> None:
    ward = ensure_unit(key="P-01", name="Phường Bến Đá", level=Level.WARD, parent=body)
    other = ensure_unit(key="P-02", name="Phường Cầu Gỗ", level=Level.WARD, parent=body)
    ensure_unit(key="TH-01", name="Trường Hoa Sen", level=Level.PRIMARY, parent=ward)
    refused = ended(organiser, ward, SuccessionKind.MERGED, [other])
    assert isinstance(refused, Refused)
    assert "còn trực thuộc đơn vị này" in refused.sentence


def test_the_page_ends_a_school_and_keeps_it_readable(
    client: Client, organiser: User, schools: list[Unit]
) -> None:
    client.force_login(organiser)
    old, new, _ = schools
    told = {"kind": "merged", "on": "2023-07-01", "successors": [new.pk], "basis": "12/QĐ-UBND"}
    page = client.post(reverse("registry:end_unit", args=[old.pk]), told, follow=True).content.decode()
    assert "Đơn vị kết thúc hoạt động sau ngày 30/6/2023" in page
    assert new.name in page
    assert "Tiền thân" in client.get(reverse("registry:unit", args=[new.pk])).content.decode()
    listed = client.get(reverse("registry:units")).content.decode()
    assert old.name not in listed
    assert old.name in client.get(reverse("registry:units"), {"nhom": "closed"}).content.decode()


def test_a_refusal_is_told_on_the_page(client: Client, organiser: User, schools: list[Unit]) -> None:
    client.force_login(organiser)
    told = {
        "kind": "split",
        "on": f"{timezone.localdate():%Y-%m-%d}",
        "successors": [schools[1].pk],
        "basis": "",
    }
    page = client.post(reverse("registry:end_unit", args=[schools[0].pk]), told)
    assert page.status_code == 422
    assert "Chia tách cần ít nhất hai đơn vị kế tục" in page.content.decode()


def test_another_s_unit_is_neither_ended_nor_chosen(
    client: Client, organiser: User, schools: list[Unit], stranger: Unit
) -> None:
    client.force_login(organiser)
    assert client.get(reverse("registry:end_unit", args=[stranger.pk])).status_code == 404
    told = {"kind": "merged", "on": "2023-07-01", "successors": [stranger.pk], "basis": ""}
    page = client.post(reverse("registry:end_unit", args=[schools[0].pk]), told)
    assert page.status_code == 422
    assert stranger.name not in page.content.decode()
