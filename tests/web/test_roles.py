"""Who may open which page: every address of the lower rooms against every role."""

import pytest
from django.test import Client
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user

pytestmark = pytest.mark.django_db

ALL = set(Role)
READ_UNITS = {Role.ORGANISER, Role.COUNTING_OFFICER}
READ_PAPERS = {Role.ORGANISER, Role.COUNTING_OFFICER, Role.REPORTER}
READ_JOURNAL = {Role.ORGANISER, Role.ADMINISTRATOR, Role.OBSERVER}
IMPORT = {Role.ORGANISER}
ADMINISTER = {Role.ADMINISTRATOR}

# address name, arguments, roles that may, status for them
PAGES: list[tuple[str, list[object], set[Role], int]] = [
    ("accounts:mine", [], ALL, 200),
    ("accounts:list", [], ADMINISTER, 200),
    ("accounts:new", [], ADMINISTER, 200),
    ("accounts:one", ["0"], ADMINISTER, 404),
    ("accounts:lock", ["0"], ADMINISTER, 405),
    ("accounts:renew", ["0"], ADMINISTER, 405),
    ("registry:scopes", [], ADMINISTER, 200),
    ("registry:body", [], ADMINISTER, 200),
    ("registry:scope", ["0"], ADMINISTER, 404),
    ("registry:leave", ["0", 1], ADMINISTER, 405),
    ("registry:link", ["0"], ADMINISTER, 405),
    ("registry:unlink", ["0"], ADMINISTER, 405),
    ("registry:units", [], READ_UNITS, 200),
    ("registry:unit", [1], READ_UNITS, 404),
    ("registry:end_unit", [1], IMPORT, 404),
    ("registry:template", [], IMPORT, 200),
    ("registry:upload", [], IMPORT, 200),
    ("registry:preview", ["0"], IMPORT, 302),
    ("registry:columns", ["0"], IMPORT, 302),
    ("registry:leave_out", ["0"], IMPORT, 405),
    ("registry:ask_again", ["0", "0"], IMPORT, 405),
    ("registry:errors", ["0"], IMPORT, 302),
    ("registry:confirm", ["0"], IMPORT, 405),
    ("papers:list", [], READ_PAPERS, 200),
    ("papers:download", ["0"], READ_PAPERS, 404),
    ("journal:list", [], READ_JOURNAL, 200),
]


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_its_pages_only(client: Client, role: Role) -> None:
    user = create_user(username="nguoi-dung", full_name="Vũ Văn Suối", roles=[role])
    assert isinstance(user, User)
    client.force_login(user)
    seen = {name: client.get(reverse(name, args=given)).status_code for name, given, _, _ in PAGES}
    assert seen == {name: status if role in allowed else 403 for name, _, allowed, status in PAGES}


def test_visitors_are_sent_to_sign_in(client: Client) -> None:
    for name, given, _, _ in PAGES:
        answer = client.get(reverse(name, args=given))
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/tai-khoan/dang-nhap/"), name


def test_an_account_without_a_role_opens_nothing_but_itself(client: Client) -> None:
    user = create_user(username="nguoi-dung", full_name="Vũ Văn Suối", roles=[])
    assert isinstance(user, User)
    client.force_login(user)
    opened = [name for name, given, _, _ in PAGES if client.get(reverse(name, args=given)).status_code != 403]
    assert opened == ["accounts:mine"]


def test_the_refusal_says_whom_to_ask(client: Client) -> None:
    user = create_user(username="nguoi-dung", full_name="Vũ Văn Suối", roles=[])
    assert isinstance(user, User)
    client.force_login(user)
    assert "quản trị viên" in client.get(reverse("registry:units")).content.decode()
