"""`guong demo`: play the 2023 plan with invented people through the real protocol (DESIGN §10)."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from guong.core.wording import in_digits
from guong.demo.memory import TreePeak
from guong.demo.order import Order
from guong.demo.server import free_port
from guong.web import serving

_SEED = 167
_SHOWN_AT = 8000


def main(arguments: Sequence[str]) -> int:
    """Run `guong demo`; without ``--no-serve`` the server stays up on the demo's data."""
    given = _parser().parse_args(arguments)
    out: Path = given.out.absolute()
    if out.exists() and any(out.iterdir()):
        print(
            f"Thư mục {given.out} đã có dữ liệu. Đề nghị chọn thư mục mới hoặc xoá thư mục này.",
            file=sys.stderr,
        )
        return 2
    out.mkdir(parents=True, exist_ok=True)
    shown_at = f"http://127.0.0.1:{free_port(_SHOWN_AT)}"
    environment = _environment(out, shown_at)
    order = Order(out, free_port(), given.seed, quiet=given.json, only=given.only, midway=given.midway)
    played = _play(order, environment)
    if played is None:
        return 1
    print(json.dumps(played, ensure_ascii=False) if given.json else _closing_words(played))
    if given.no_serve:
        return 0
    os.environ.update(environment)
    return serving.main(["--origin", shown_at, "--port", shown_at.rpartition(":")[2]])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="guong demo",
        description="Diễn lại cả kế hoạch năm 2023 với quận và người hư cấu: 15 trường, 14 phường.",
        allow_abbrev=False,
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="thư mục mới để ghi mọi thứ")
    parser.add_argument("--no-serve", action="store_true", help="diễn xong thì dừng")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.add_argument(
        "--midway",
        action="store_true",
        help="dừng ở sáng ngày họp thứ ba để bấm thử: có hội nghị đã xong, đang kiểm đếm, đang bỏ phiếu, chưa họp",
    )
    parser.add_argument(
        "--only", type=int, default=0, metavar="N", help="mỗi đợt chỉ họp N đơn vị đầu (mặc định: tất cả)"
    )
    parser.add_argument("--seed", type=int, default=_SEED, help="số mầm của người và câu trả lời hư cấu")
    return parser


def _environment(out: Path, origin: str) -> dict[str, str]:
    return {
        "GUONG_DATA_DIR": str(out),
        "GUONG_DEMO": "1",
        "GUONG_ORIGIN": origin,
        "GUONG_REGISTER_URL": "",
        "GUONG_URN_URL": "",
    }


def _play(order: Order, environment: Mapping[str, str]) -> dict[str, Any] | None:
    """Play in a process of its own, which starts Django with the demo's settings; None where it was stopped.

    This process has nothing else to do meanwhile and watches the memory of the whole tree, itself included.
    """
    command = [sys.executable, "-m", "guong.demo", order.as_text()]
    with TreePeak(os.getpid()) as peak:
        done = subprocess.run(
            command,
            env=os.environ | environment,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        return None
    played: dict[str, Any] = json.loads(done.stdout)
    return played | {"peak_rss_mb": peak.megabytes}


def _closing_words(played: Mapping[str, Any]) -> str:
    if "open" in played:
        return (
            f"Đã dựng xong trong {played['seconds']} giây. Đang bỏ phiếu: {played['open']['unit']}.\n"
            f"Thẻ bỏ phiếu để thử: {played['open']['slips']}"
        )
    return (
        f"Đã diễn xong trong {played['seconds']} giây. Mã hồ sơ: {played['expect']}\n"
        f"{_scanned_words([one['scanned'] for one in played['rounds']])}\n"
        f'Kiểm tra độc lập: guong verify {played["bundle"]} --expect "{played["expect"]}"'
    )


def _scanned_words(rounds: Sequence[Mapping[str, int]]) -> str:
    """Say what became of the paper sheets; marks and scans are drawn by the demo itself, and the sentence says so."""
    total = {name: in_digits(sum(one[name] for one in rounds)) for name in rounds[0]}
    return (
        f"Phiếu giấy (nét đánh dấu và ảnh quét do chương trình vẽ): máy đọc {total['sheets']} tờ, "
        f"{total['set_aside']} tờ rách phải nhập tay. Máy đọc {total['rows_read']} dòng, "
        f"đọc sai {total['rows_wrong']} dòng; người xem {total['rows_to_people']} dòng, "
        f"hai người khác nhau ở {total['differences']} dải."
    )
