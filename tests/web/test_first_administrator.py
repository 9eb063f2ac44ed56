"""The first administrator is made on the command line, by whoever runs the machine, and nowhere else (security.md §2 no. 1)."""

import getpass
from pathlib import Path

import pytest

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.web import first_administrator

PASSWORD = "sen-hồng-nở-buổi-sớm"
ASKED = ["--username", "quan-tri", "--full-name", "Vũ Văn Suối"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What somebody types at the hidden prompts, in this order."""
    answers: list[str] = []
    monkeypatch.setattr(getpass, "getpass", lambda _: answers.pop(0))
    monkeypatch.setattr("guong.web.register.bring_up_to_date", lambda: None)
    return answers


def test_the_command_makes_one_and_then_no_other(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    typed += [PASSWORD] * 4
    assert first_administrator.main(ASKED) == 0
    assert User.objects.get().groups.get().name == Role.ADMINISTRATOR.value
    assert first_administrator.main(["--username", "khac", "--full-name", "Khác"]) == 1
    assert "Đã có quản trị viên" in capsys.readouterr().err
    assert User.objects.count() == 1


def test_two_different_passwords_or_a_short_one_make_nobody(typed: list[str]) -> None:
    typed += [PASSWORD, PASSWORD + "?", "ngan", "ngan"]
    assert first_administrator.main(ASKED) == 1
    assert first_administrator.main(ASKED) == 1
    assert not User.objects.exists()


def test_a_password_is_never_taken_from_the_command_line(typed: list[str]) -> None:
    with pytest.raises(SystemExit):
        first_administrator.main([*ASKED, "--password", PASSWORD])


def test_no_page_makes_one() -> None:
    source = Path(first_administrator.__file__).parents[1]
    naming = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "create_first_administrator" in path.read_text("utf-8")
    }
    assert naming == {
        "office/accounts/services/__init__.py",
        "office/accounts/services/officers.py",
        "web/first_administrator.py",
    }
