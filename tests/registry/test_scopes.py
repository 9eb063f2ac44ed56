"""The administrator opens the lead body and gives units to officers."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.journal.models import Entry
from guong.office.registry.forms import ScopeForm
from guong.office.registry.models import Level, Unit, UnitKind
from guong.office.registry.selectors import units_in_scope
from guong.office.registry.services import assign_unit, ensure_unit

pytestmark = pytest.mark.django_db


def made(username: str, role: Role) -> User:
    user = create_user(username=username, full_name="Vũ Văn Suối", roles=[role])
    assert isinstance(user, User)
    return user


@pytest.fixture
def desk(client: Client) -> Client:
    """The administrator's browser."""
    client.force_login(made("quan-tri", Role.ADMINISTRATOR))
    return client


def test_an_empty_register_starts_with_the_lead_body(desk: Client) -> None:
    assert "Sổ bộ còn trống" in desk.get(reverse("registry:scopes")).content.decode()
    desk.post(reverse("registry:body"), {"key": "QU", "name": "Quận uỷ Sông Lam", "level": "district"})
    assert Unit.objects.get().name == "Quận uỷ Sông Lam"


def test_a_code_stands_for_one_body(desk: Client) -> None:
    ensure_unit(key="QU", name="Quận uỷ Sông Lam", level=Level.DISTRICT)
    page = desk.post(reverse("registry:body"), {"key": "qu", "name": "Khác", "level": "ward"})
    assert page.status_code == 422
    assert Unit.objects.count() == 1


def test_units_are_given_and_taken_with_all_beneath(desk: Client) -> None:
    body = ensure_unit(key="QU", name="Quận uỷ Sông Lam", level=Level.DISTRICT)
    school = ensure_unit(key="TH-01", name="Trường Hoa Sen", level=Level.PRIMARY, parent=body)
    user = made("to-chuc", Role.ORGANISER)
    assert list(units_in_scope(user=user)) == []
    desk.post(reverse("registry:scope", args=[user.key]), {"unit": body.pk})
    assert set(units_in_scope(user=user)) == {body, school}
    desk.post(reverse("registry:leave", args=[user.key, body.pk]))
    assert list(units_in_scope(user=user)) == []
    assert Entry.objects.filter(act="registry.scope").count() == 2


def test_many_officers_cost_no_more_queries(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    body = ensure_unit(key="QU", name="Quận uỷ Sông Lam", level=Level.DISTRICT)
    for number in range(30):
        assign_unit(user=made(f"to-chuc-{number}", Role.ORGANISER), unit=body)
    with django_assert_max_num_queries(25):
        page = desk.get(reverse("registry:scopes")).content.decode()
    assert page.count(body.name) == 30


def test_an_unknown_unit_is_refused(desk: Client) -> None:
    user = made("to-chuc", Role.ORGANISER)
    page = desk.post(reverse("registry:scope", args=[user.key]), {"unit": 999999})
    assert page.status_code == 422
    assert "Không có đơn vị này" in page.content.decode()


def test_an_administrator_without_a_unit_sees_no_unit(desk: Client) -> None:
    ensure_unit(key="QU", name="Quận uỷ Sông Lam", level=Level.DISTRICT)
    assert desk.get(reverse("registry:units")).status_code == 403


def test_units_are_offered_in_vietnamese_order() -> None:
    kind, _ = UnitKind.objects.get_or_create(key="school", defaults={"name": "Trường công lập"})
    for name in ("Trường Én Bạc", "Trường Đa Mai", "Trường Ân Thi", "Trường Bình Yên", "Trường An Hoà"):
        Unit.objects.create(key=name, name=name, kind=kind, level="primary")
    form = ScopeForm(None, units=Unit.objects.filter(key__startswith="Trường"))
    offered = re.findall(r">(Trường [^<]+)</option>", str(form["unit"]))
    assert offered == ["Trường An Hoà", "Trường Ân Thi", "Trường Bình Yên", "Trường Đa Mai", "Trường Én Bạc"]
