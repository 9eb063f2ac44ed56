"""`guong verify` (DESIGN §10): arguments, hidden prompts, printing, exit code."""

import argparse
import getpass
import io
import re
import sys
from pathlib import Path
from typing import NoReturn

from guong.verify.archive import read_identity
from guong.verify.boxes import read_box_files
from guong.verify.keys import read_key_share
from guong.verify.manifest import read_file
from guong.verify.report import Report
from guong.verify.session import Task, verify
from guong.verify.strict import Fault, printable

HOLDS, FAILS, UNUSABLE = 0, 1, 2
LARGEST_KEY_FILE = 64 * 1024
CODE = re.compile(r"[0-9]{16}")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Fault(f"lệnh viết chưa đúng ({printable(message)}). Xem cách dùng: guong verify --help")


def main(argv: list[str]) -> int:
    """Run `guong verify` with the arguments after its name. Gives 0 if everything that was checked
    holds, 1 if something fails, 2 for wrong usage or input that cannot be read."""
    _print_unicode()
    as_json = "--json" in argv
    try:
        arguments = _parser().parse_args(argv)
        report = verify(_task(arguments))
    except SystemExit:
        return HOLDS
    except Fault as fault:
        return _refuse(str(fault), as_json)
    except (OSError, MemoryError) as error:
        return _refuse(f"không đọc hết được dữ liệu vào ({type(error).__name__})", as_json)
    print(report.as_json() if as_json else "\n".join(report.as_lines()))
    return HOLDS if report.ok else FAILS


def _refuse(sentence: str, as_json: bool) -> int:
    if as_json:
        report = Report()
        report.failed("input", sentence)
        print(report.as_json())
    else:
        print(f"Chưa kiểm được: {sentence}.", file=sys.stderr)
    return UNUSABLE


def _print_unicode() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="guong verify",
        description="Kiểm tra độc lập hồ sơ kiểm phiếu. Thoát với mã 0 chỉ khi mọi mục đã kiểm đều khớp.",
        allow_abbrev=False,
        add_help=False,
    )
    taken = parser.add_argument_group("Đầu vào")
    taken.add_argument(
        "folder", nargs="?", metavar="DIR", help="hồ sơ (public/ và sealed/), hoặc riêng public"
    )
    box = "tệp hòm phiếu để kiểm và mở riêng; dùng nhiều lần, hoặc chỉ vào thư mục hay tệp nén có nhiều hòm phiếu"
    taken.add_argument("--box", action="append", default=[], metavar="BOX", help=box)
    hidden = "“-” để gõ mà không hiện lên màn hình"
    key = f"chìa khoá của một phong bì, dùng hai lần (nhiều bộ: hai lần cho mỗi bộ); {hidden}"
    taken.add_argument("--key", action="append", default=[], metavar="FILE", help=key)
    archive_key = f"khoá lưu phiếu; {hidden}; dùng nhiều lần khi có nhiều khoá"
    taken.add_argument("--archive-key", action="append", default=[], metavar="FILE", help=archive_key)
    taken.add_argument("--expect", metavar="CODE", help="mã hồ sơ 16 chữ số, có hoặc không có khoảng trắng")
    taken.add_argument("--journal-code", metavar="CODE", help="mã nhật ký 16 chữ số in trong một biên bản")
    printed = parser.add_argument_group("Cách in")
    printed.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    printed.add_argument("-h", "--help", action="help", help="in trang này")
    return parser


def _task(arguments: argparse.Namespace) -> Task:
    if arguments.folder is None and not arguments.box:
        raise Fault("cần thư mục hồ sơ hoặc tệp hòm phiếu (--box)")
    if len(arguments.key) % 2:
        raise Fault("cần đúng hai chìa khoá cho mỗi bộ phong bì: --key TỆP --key TỆP")
    if arguments.folder is None and (arguments.expect or arguments.archive_key or arguments.journal_code):
        raise Fault("--expect, --journal-code và --archive-key chỉ dùng được khi có thư mục hồ sơ")
    expect = _sixteen(arguments.expect, "mã hồ sơ sau --expect")
    journal = _sixteen(arguments.journal_code, "mã nhật ký sau --journal-code")
    boxes = read_box_files(arguments.box)
    shares = [
        read_key_share(_secret(name, f"Chìa khoá thứ {number} (20 số, cách nhau bằng khoảng trắng): "))
        for number, name in enumerate(arguments.key, 1)
    ]
    archives = [
        read_identity(_secret(name, "Khoá lưu phiếu (AGE-SECRET-KEY-…): ")) for name in arguments.archive_key
    ]
    return Task(
        folder=None if arguments.folder is None else Path(arguments.folder),
        boxes=boxes,
        sets=tuple(zip(shares[::2], shares[1::2], strict=True)),
        archives=tuple(archives),
        expect=expect,
        journal=journal,
    )


def _sixteen(typed: str | None, what: str) -> str | None:
    digits = None if typed is None else re.sub(r"\s", "", typed)
    if digits is not None and not CODE.fullmatch(digits):
        raise Fault(f"{what} phải gồm 16 chữ số")
    return digits


def _secret(name: str, prompt: str) -> bytes:
    if name != "-":
        return read_file(Path(name), LARGEST_KEY_FILE, follow_links=True)
    try:
        return getpass.getpass(prompt).encode(errors="replace")
    except (EOFError, KeyboardInterrupt) as error:
        raise Fault("chưa gõ chìa khoá") from error
