"""`guong open BOX [BOX …] --key FILE --key FILE --out DIR`: the opening without pages (DESIGN §10)."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from guong.ceremony.key_files import read_keys
from guong.ceremony.open_many_command import open_boxes_command
from guong.ceremony.opening import open_to_folder
from guong.ceremony.progress import LateProgress
from guong.ceremony.summary import opening_as_data, summary_text
from guong.ceremony.terminal import DONE, exit_code, print_json, print_refusal, print_unicode
from guong.core.outcome import Refused
from guong.core.secrecy.opening import Opening


def main(arguments: Sequence[str]) -> int:
    """Run `guong open` with the arguments after its name; exit code as `open_command`."""
    print_unicode()
    parser = argparse.ArgumentParser(
        prog="guong open",
        description="Mở hòm phiếu đã niêm phong bằng hai chìa khoá, không cần trang.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "boxes",
        metavar="BOX",
        type=Path,
        nargs="+",
        help="tệp hòm phiếu xuất từ máy chủ; nhiều tệp, thư mục hoặc tệp nén thì mở cùng một lần",
    )
    parser.add_argument(
        "--key", action="append", default=[], metavar="FILE",
        help="chìa khoá của một phong bì, dùng hai lần (nhiều bộ chìa khoá: hai lần cho mỗi bộ); "
        "“-” để gõ mà không hiện lên màn hình",
    )  # fmt: skip
    parser.add_argument("--out", required=True, metavar="DIR", type=Path, help="thư mục mới để ghi kết quả")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    given = parser.parse_args(arguments)
    boxes: list[Path] = given.boxes
    if len(boxes) == 1 and not boxes[0].is_dir() and boxes[0].suffix.lower() != ".zip":
        return open_command(boxes[0], given.key, given.out, json=given.json)
    return open_boxes_command(boxes, given.key, given.out, json=given.json)


def open_command(box: Path, key_paths: Sequence[str], out: Path, *, json: bool = False) -> int:
    """Open a box into a folder and print the codes that people compare.

    A key path is a file or ``-`` for a hidden prompt. Returns 0 opened, 1 refused, 2 wrong usage or unreadable input.
    """
    outcome = _open(box, key_paths, out)
    if isinstance(outcome, Refused):
        print_refusal(outcome, as_json=json)
        return exit_code(outcome)
    if json:
        print_json(opening_as_data(outcome))
    else:
        print(f"{summary_text(outcome)}\nĐã ghi vào: {out}")
    return DONE


def _open(box: Path, key_paths: Sequence[str], out: Path) -> Opening | Refused:
    shares = read_keys(key_paths)
    if isinstance(shares, Refused):
        return shares
    with LateProgress("Đang mở phiếu") as progress:
        return open_to_folder(box=box, shares=shares, out=out, progress=progress)
