"""`guong ceremony` as a program: this machine only, one link, no log of what is fetched (DESIGN §4.1)."""

import os
import re
import signal
import socket
import subprocess
import sys

import httpx
import pytest

from guong.ceremony.pages_command import ceremony_command

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
CODE = re.compile(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}")
START = [sys.executable, "-m", "guong.cli", "ceremony", "--no-browser"]


def test_the_program_prints_its_link_keeps_no_log_and_ends_quietly() -> None:
    with subprocess.Popen(
        START, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as program:
        assert program.stdout is not None
        link = next(line.strip() for line in program.stdout if "/vao/" in line)
        assert link.startswith("http://127.0.0.1:")
        with httpx.Client(follow_redirects=True) as browser:
            assert "Bốn bước" in browser.get(link).text
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=20)
    assert program.returncode == 0
    assert "GET" not in output + errors
    assert errors == ""


def test_the_browser_is_opened_without_the_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: None)
    assert ceremony_command() == 0
    code = next(line.strip() for line in capsys.readouterr().out.splitlines() if CODE.fullmatch(line.strip()))
    (address,) = opened
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address)
    assert code not in address


def test_a_port_in_use_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        outcome = subprocess.run(
            [*START, "--port", str(taken.getsockname()[1])],
            env=ENVIRONMENT,
            capture_output=True,
            check=False,
            timeout=20,
        )
    assert outcome.returncode == 1
    assert "đang bận" in outcome.stderr.decode()
