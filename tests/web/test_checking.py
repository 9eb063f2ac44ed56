"""`guong check`: the code of the page that would be served, and what stands against a real poll."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from guong.ballots import assets
from guong.ballots.store import migrate
from guong.core.page_code import page_code
from guong.web import checking
from guong.web.environment import Environment, urn_url
from tests.web.backups import first_start


@pytest.mark.django_db
def test_the_code_of_the_voters_page_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    migrate(urn_url(Environment()))
    checking.main([])
    code = page_code(assets.served().digests())
    assert f"Mã trang bỏ phiếu của bản cài đặt này: {code}" in capsys.readouterr().out


def checked(folder: Path, **names: str) -> tuple[int, str]:
    """Run the command on an installation with these variables; its exit code and what it prints."""
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(("GUONG", "DJANGO"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "guong.cli", "check"],
        env=surroundings
        | names
        | {
            "GUONG_DATA_DIR": str(folder),
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PYTHONUTF8": "1",
            "DJANGO_SETTINGS_MODULE": "guong.web.settings",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder after its first start."""
    folder = tmp_path_factory.mktemp("installation")
    first_start(folder)
    return folder


def test_an_installation_behind_https_passes(installation: Path) -> None:
    code, said = checked(installation, GUONG_ORIGIN="https://gop-y.example.vn")
    assert (code, "Máy chủ đạt yêu cầu." in said) == (0, True), said


def test_plain_http_and_the_demo_do_not_pass(installation: Path) -> None:
    code, said = checked(installation, GUONG_ORIGIN="http://gop-y.example.vn", GUONG_DEMO="1")
    assert code == 1
    assert "không dùng HTTPS" in said
    assert "bản trình diễn" in said


@pytest.mark.django_db
def test_a_mere_warning_of_djangos_own_check_is_a_finding(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    migrate(urn_url(Environment()))
    monkeypatch.setenv("GUONG_ORIGIN", "https://gop-y.example.vn")
    settings.SECURE_CONTENT_TYPE_NOSNIFF = False
    assert checking.main([]) == 1
    assert "security.W006" in capsys.readouterr().out
