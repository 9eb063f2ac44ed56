"""`guong demo`: play the 2023 plan with invented people through the real protocol (DESIGN §10)."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from guong.demo.server import free_port
from guong.web import serving

_SEED = 167


def main(arguments: Sequence[str]) -> int:
    """Run `guong demo`; without ``--no-serve`` the server stays up on the demo's data."""
    parser = argparse.ArgumentParser(
        prog="guong demo", description="Diễn lại hội nghị với người hư cấu.", allow_abbrev=False
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="thư mục mới để ghi mọi thứ")
    parser.add_argument("--no-serve", action="store_true", help="diễn xong thì dừng")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.add_argument("--seed", type=int, default=_SEED, help="số mầm của người và câu trả lời hư cấu")
    given = parser.parse_args(arguments)
    out: Path = given.out.absolute()
    if out.exists() and any(out.iterdir()):
        print(
            f"Thư mục {given.out} đã có dữ liệu. Đề nghị chọn thư mục mới hoặc xoá thư mục này.",
            file=sys.stderr,
        )
        return 2
    out.mkdir(parents=True, exist_ok=True)
    port = free_port()
    environment = _environment(out, f"http://127.0.0.1:{port}")
    played = _play(out, port, given.seed, environment, quiet=given.json)
    if played is None:
        return 1
    print(played if given.json else _closing_words(played))
    if given.no_serve:
        return 0
    os.environ.update(environment)
    return serving.main(["--origin", "http://127.0.0.1:8000"])


def _environment(out: Path, origin: str) -> dict[str, str]:
    return {
        "GUONG_DATA_DIR": str(out),
        "GUONG_DEMO": "1",
        "GUONG_ORIGIN": origin,
        "GUONG_REGISTER_URL": "",
        "GUONG_URN_URL": "",
    }


def _play(out: Path, port: int, seed: int, environment: Mapping[str, str], *, quiet: bool) -> str | None:
    """Play in a process of its own, which starts Django with the demo's settings; None where it was stopped."""
    command = [
        sys.executable,
        "-m",
        "guong.demo.player",
        str(out),
        str(port),
        str(seed),
        "quiet" if quiet else "loud",
    ]
    done = subprocess.run(
        command,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout.strip() if done.returncode == 0 else None


def _closing_words(played: str) -> str:
    figures = json.loads(played)
    return (
        f"Đã diễn xong trong {figures['seconds']} giây. Mã hồ sơ: {figures['expect']}\n"
        f'Kiểm tra độc lập: guong verify {figures["bundle"]} --expect "{figures["expect"]}"'
    )
