"""`guong backup --out FILE --recipient AGE_KEY…`: an encrypted copy while the server goes on working (DESIGN §9, §10)."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from guong.core.outcome import Refused
from guong.web.backup_making import Made, back_up
from guong.web.environment import Environment

_LEFT_OUT = "Không có trong bản sao: chìa khoá của tổ kiểm phiếu, phần niêm phong của hồ sơ kiểm phiếu, tệp mới tải lên chưa nhập."


def main(arguments: Sequence[str]) -> int:
    """Run `guong backup`; 0 written, 1 refused with a sentence."""
    parser = argparse.ArgumentParser(
        prog="guong backup",
        description="Sao lưu sổ bộ và hòm phiếu vào một tệp niêm phong bằng age.",
        allow_abbrev=False,
    )
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="tệp mới để ghi bản sao lưu")
    parser.add_argument(
        "--recipient", action="append", required=True, metavar="AGE_KEY",
        help="khoá công khai age (age1…) của người giữ bản sao; dùng nhiều lần cho nhiều người",
    )  # fmt: skip
    given = parser.parse_args(arguments)
    outcome = back_up(Environment(), out=given.out.absolute(), recipients=given.recipient)
    if isinstance(outcome, Refused):
        print(outcome.sentence, file=sys.stderr)
        return 1
    print(_told(outcome))
    return 0


def _told(made: Made) -> str:
    lines = [
        f"Đã sao lưu {made.files} tệp vào {made.path} ({made.size} byte).",
        f"SHA-256 của bản sao: {made.digest}",
        "Ghi mã này vào sổ: khi khôi phục, mã phải trùng, vì ai có khoá công khai cũng làm được một bản sao khác.",
        _LEFT_OUT,
    ]
    if made.boxes:
        lines.append(
            f"CHÚ Ý: bản sao có phiếu trong hòm của {len(made.boxes)} hội nghị ({', '.join(made.boxes)}). Bản sao này phải "
            "được giữ như giữ chính hòm phiếu: lập biên bản bàn giao, và huỷ cùng lúc với chìa khoá hòm phiếu."
        )
    return "\n".join(lines)
