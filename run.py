#!/usr/bin/env python3
"""Sets Gương up and starts it, on a machine that has nothing but Python 3.11 (DESIGN §9).

    python3 run.py            set up, play the demo once, serve it on http://127.0.0.1:8000 or the next free port
    python3 run.py test       every check and the whole test suite; arguments go to pytest and leave the checks out
    python3 run.py lint | check | format | gallery | parts | wheel | bundle | setup

Windows: `py run.py`. A step whose inputs did not change is skipped; a second run keeps the data.
Standard library only, and readable by Python 3.7, so that an old Python hears what is missing.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

from scripts.set_up import ROOT, SetUpFailed, bundle, call, environment, say, set_up, venv_program

DATA = ROOT / "data" / "demo"
READY = ROOT / "data" / "demo.ready"
OLDEST_PYTHON = (3, 11)
FIRST_PORT = 8000
START_UP_SECONDS = 60
MOST_START_UP_SECONDS = 600  # a busy machine was seen to need more than one minute
INTERRUPTED = 130
COMMANDS = frozenset(
    {"run", "test", "lint", "check", "format", "gallery", "parts", "wheel", "bundle", "setup"}
)


def missing_python(version: tuple[int, int], has_venv: bool) -> str:
    """The exact line that mends this Python, or an empty text when nothing is missing."""
    if version < OLDEST_PYTHON:
        return (
            f"Gương cần Python 3.11 trở lên; máy này đang chạy Python {version[0]}.{version[1]}. Đồng chí chạy dòng sau rồi thử lại.\n"
            f"Gương needs Python 3.11 or newer; this is Python {version[0]}.{version[1]}. Run this line, then try again.\n\n"
            f"    {_line_for_newer_python()}\n"
        )
    if not has_venv:
        return (
            "Python trên máy thiếu phần venv. Đồng chí chạy dòng sau rồi thử lại.\n"
            "This Python lacks its venv part. Run this line, then try again.\n\n"
            f"    {_line_for_venv(version)}\n"
        )
    return ""


def _line_for_newer_python() -> str:
    if sys.platform == "win32":
        return "winget install Python.Python.3.12"
    if sys.platform == "darwin":
        return "brew install python@3.12 && python3.12 run.py"
    return "sudo apt-get install -y python3.11 python3.11-venv && python3.11 run.py"


def _line_for_venv(version: tuple[int, int]) -> str:
    if sys.platform == "win32":
        return "winget install --force Python.Python.{}.{}".format(*version)
    if sys.platform == "darwin":
        return "brew reinstall python@{}.{}".format(*version)
    return "sudo apt-get update && sudo apt-get install -y python{}.{}-venv".format(*version)


def free_port(first: int = FIRST_PORT) -> int:
    """The first port from `first` on that nobody listens on."""
    for port in range(first, first + 100):
        with socket.socket() as probe:
            if os.name != "nt":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise SetUpFailed(
        f"Các cổng {first}-{first + 99} đều bận. Đồng chí tắt bớt chương trình rồi chạy lại.\n"
        f"Ports {first}-{first + 99} are all taken. Stop a program and run again."
    )


def play_demo() -> None:
    """Play the demo once. What an interrupted play left is set aside, never deleted."""
    if READY.is_file() and DATA.is_dir():
        return
    if DATA.exists():
        DATA.rename(DATA.with_name(time.strftime("demo-unfinished-%Y%m%d-%H%M%S")))
    DATA.parent.mkdir(parents=True, exist_ok=True)
    say(
        "Dựng một quận giả định đang giữa đợt họp", "building an invented district half-way through its round"
    )
    if call(venv_program("guong"), "demo", "--out", DATA, "--midway", "--no-serve"):
        raise SetUpFailed(
            "Chưa diễn xong dữ liệu giả định; lỗi ghi ở trên. / The demo did not finish; see above."
        )
    READY.write_text("data/demo\n", encoding="utf-8")


def serve() -> int:
    """Serve the demo's data until Ctrl+C and say what to open."""
    signal.signal(signal.SIGTERM, _stop)
    port = free_port()
    if port != FIRST_PORT:
        say(f"Cổng {FIRST_PORT} đang bận, dùng cổng {port}", f"port {FIRST_PORT} is taken, using {port}")
    address = f"http://127.0.0.1:{port}"
    command = [str(venv_program("guong")), "serve", "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(
        [*command, "--origin", address],
        cwd=str(ROOT),
        env={**environment(), "GUONG_DATA_DIR": str(DATA), "GUONG_DEMO": "1"},
    )
    try:
        if _answers(server, port):
            say("Mở " + address + " (bấm Ctrl+C để dừng)", "open " + address + " (Ctrl+C stops)")
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        server.wait(timeout=START_UP_SECONDS)
        return 0


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    deadline = time.monotonic() + MOST_START_UP_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return False


def lint() -> int:
    """Style, types and the order of the rooms; stops at the first that fails."""
    for command in (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("lint-imports",),
    ):
        say("Kiểm tra: " + " ".join(command), "checking")
        code = call(venv_program(command[0]), *command[1:])
        if code:
            return code
    return 0


def run_pytest(*arguments: str) -> int:
    """The tests, on as many processes as there are processors, at most four; in the mode that leaves nothing out, those
    that hold a bound of time come first and have the machine to themselves."""
    pytest = (venv_program("python"), "-m", "pytest")
    if arguments:
        return call(*pytest, *arguments)
    workers = ("-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadgroup")
    if os.environ.get("GUONG_TEST_ALL") != "1":
        return call(*pytest, *workers)
    alone = call(*pytest, "-m", "alone")
    return call(*pytest, "-m", "not alone", *workers) or alone


def main(arguments: list[str]) -> int:
    """Carry out one command and give back the exit code for the shell."""
    command, rest = (arguments[0] if arguments else "run"), arguments[1:]
    if command == "run":
        set_up()
        play_demo()
        return serve()
    if command == "bundle":
        bundle()
        return 0
    if command not in COMMANDS:
        print(__doc__)
        return 2
    set_up("dev")
    if command == "format":
        return call(venv_program("ruff"), "check", "--fix", ".") or call(venv_program("ruff"), "format", ".")
    if command == "gallery":
        return call(venv_program("python"), "-m", "tests.gallery", *rest)
    if command == "parts":
        (ROOT / "dist").mkdir(exist_ok=True)
        lock, target = ROOT / "requirements" / "base.txt", ROOT / "dist" / "guong.cdx.json"
        return call(venv_program("cyclonedx-py"), "requirements", lock, "--of", "JSON", "-o", target)
    if command == "wheel":
        offline = ("--no-deps", "--no-build-isolation", "--no-index")
        return call(venv_program("python"), "-m", "pip", "wheel", *offline, "-w", "dist", ".")
    code = lint() if command in {"lint", "check"} or (command == "test" and not rest) else 0
    if code or command in {"setup", "lint"}:
        return code
    return run_pytest("tests/architecture") if command == "check" else run_pytest(*rest)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    lacking = missing_python(
        (sys.version_info[0], sys.version_info[1]),
        importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None,
    )
    if lacking:
        sys.exit(lacking)
    try:
        sys.exit(main(sys.argv[1:]))
    except SetUpFailed as failure:
        sys.exit(str(failure))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
