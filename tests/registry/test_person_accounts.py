"""The administrator says whose account it is; only then does a head come to the own result."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.journal.models import Entry
from guong.office.registry.models import Level, Person, Post, Unit
from guong.office.registry.selectors import person_of
from guong.office.registry.services import ensure_unit

pytestmark = pytest.mark.django_db


def made(username: str, role: Role) -> User:
    user = create_user(username=username, full_name="Vũ Văn Suối", roles=[role])
    assert isinstance(user, User)
    return user


def head_of(unit: Unit, name: str) -> Post:
    person = Person.objects.create(full_name=name)
    return Post.objects.create(
        person=person, unit=unit, title="Hiệu trưởng", is_head=True, starts_on=date(2020, 8, 1)
    )


@pytest.fixture
def desk(client: Client) -> Client:
    """The administrator's browser."""
    client.force_login(made("quan-tri", Role.ADMINISTRATOR))
    return client


@pytest.fixture
def post(db: None) -> Post:
    """The head of a school."""
    return head_of(ensure_unit(key="TH-01", name="Trường Hoa Sen", level=Level.PRIMARY), "Đàm Thị Mỹ Uyên")


def test_the_administrator_joins_account_and_person_and_parts_them_again(desk: Client, post: Post) -> None:
    user = made("nguoi-dau", Role.SUBJECT)
    page = desk.get(reverse("registry:scope", args=[user.key])).content.decode()
    assert "Đàm Thị Mỹ Uyên, Hiệu trưởng, Trường Hoa Sen" in page
    desk.post(reverse("registry:link", args=[user.key]), {"post": post.pk})
    assert person_of(user=user) == post.person
    desk.post(reverse("registry:unlink", args=[user.key]))
    assert person_of(user=user) is None
    texts = [entry.text for entry in Entry.objects.filter(act="registry.account").order_by("number")]
    assert texts == [
        "Gắn tài khoản của Vũ Văn Suối với Đàm Thị Mỹ Uyên trong sổ bộ.",
        "Thôi gắn tài khoản của Vũ Văn Suối với người trong sổ bộ.",
    ]


def test_a_person_has_one_account(desk: Client, post: Post) -> None:
    first, second = made("mot", Role.SUBJECT), made("hai", Role.SUBJECT)
    for user in (first, second):
        answer = desk.post(reverse("registry:link", args=[user.key]), {"post": post.pk}, follow=True)
    assert "Người này đã có tài khoản khác" in answer.content.decode()
    assert person_of(user=second) is None


def test_an_officer_without_the_role_is_joined_to_nobody(desk: Client, post: Post) -> None:
    user = made("to-chuc", Role.ORGANISER)
    assert desk.post(reverse("registry:link", args=[user.key]), {"post": post.pk}).status_code == 404
    assert "Người trong sổ bộ" not in desk.get(reverse("registry:scope", args=[user.key])).content.decode()


def test_nonsense_instead_of_a_person_is_refused_in_words(desk: Client, post: Post) -> None:
    user = made("mot", Role.SUBJECT)
    answer = desk.post(reverse("registry:link", args=[user.key]), {"post": "999999"}, follow=True)
    assert "Không có người này." in answer.content.decode()
    assert person_of(user=user) is None
