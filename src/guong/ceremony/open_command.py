"""`guong open BOX --key FILE --key FILE --out DIR`: the opening without pages (DESIGN §10)."""

import argparse
import getpass
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from guong.ceremony.opening import open_to_folder
from guong.ceremony.progress import LateProgress
from guong.ceremony.summary import result_code, seal_code, summary_text
from guong.ceremony.terminal import print_unicode
from guong.core.outcome import Refused
from guong.core.secrecy.opening import Opening, count_as_data

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
LARGEST_KEY_FILE = 64 * 1024
_USAGE_REASONS = {"one_key", "too_many_keys", "no_key_file", "no_box"}


def main(arguments: Sequence[str]) -> int:
    """Run `guong open` with the arguments after its name; exit code as `open_command`."""
    print_unicode()
    parser = argparse.ArgumentParser(
        prog="guong open",
        description="Mở hòm phiếu đã niêm phong bằng hai chìa khoá, không cần trang.",
        allow_abbrev=False,
    )
    parser.add_argument("box", metavar="BOX", type=Path, help="tệp hòm phiếu xuất từ máy chủ")
    parser.add_argument(
        "--key", action="append", default=[], metavar="FILE",
        help="chìa khoá của một phong bì, dùng hai lần; “-” để gõ mà không hiện lên màn hình",
    )  # fmt: skip
    parser.add_argument("--out", required=True, metavar="DIR", type=Path, help="thư mục mới để ghi kết quả")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    given = parser.parse_args(arguments)
    return open_command(given.box, given.key, given.out, json=given.json)


def open_command(box: Path, key_paths: Sequence[str], out: Path, *, json: bool = False) -> int:
    """Open a box into a folder and print the codes that people compare.

    A key path is a file or ``-`` for a hidden prompt. Returns 0 opened, 1 refused, 2 wrong usage or unreadable input.
    """
    outcome = _open(box, key_paths, out)
    if isinstance(outcome, Refused):
        _print_refusal(outcome, as_json=json)
        return WRONG_USAGE if outcome.reason in _USAGE_REASONS else REFUSED
    if json:
        _print_json(opening_as_data(outcome))
    else:
        print(f"{summary_text(outcome)}\nĐã ghi vào: {out}")
    return DONE


def opening_as_data(opening: Opening) -> dict[str, Any]:
    """Return what `--json` prints: codes and counts per subject, no remarks."""
    return {
        "poll": opening.box.definition.poll,
        "seal_code": seal_code(opening),
        "result_code": result_code(opening),
        "opening_digest": opening.digest.hex(),
        "subjects": [count_as_data(count, remarks=False) for count in opening.counts],
    }


def _open(box: Path, key_paths: Sequence[str], out: Path) -> Opening | Refused:
    shares: list[str] = []
    for number, path in enumerate(key_paths, start=1):
        share = _read_key(path, number)
        if isinstance(share, Refused):
            return share
        shares.append(share)
    with LateProgress("Đang mở phiếu") as progress:
        return open_to_folder(box=box, shares=shares, out=out, progress=progress)


def _read_key(path: str, number: int) -> str | Refused:
    try:
        if path == "-":
            return getpass.getpass(f"Chìa khoá thứ {number} (20 số, cách nhau bằng dấu cách): ")
        with Path(path).open("rb") as stream:
            return stream.read(LARGEST_KEY_FILE).decode(errors="replace")
    except (OSError, EOFError, KeyboardInterrupt):
        return Refused(
            "no_key_file", f"Không đọc được chìa khoá thứ {number} ({path}). Đề nghị kiểm tra đường dẫn tệp."
        )


def _print_refusal(refused: Refused, *, as_json: bool) -> None:
    if as_json:
        _print_json({"refused": refused.reason, "sentence": refused.sentence})
    else:
        print(f"Chưa mở được hòm phiếu. {refused.sentence}", file=sys.stderr)


def _print_json(data: dict[str, Any]) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))
