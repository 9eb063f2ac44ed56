"""`guong create-administrator`: the first administrator, by command line only (research/security.md §2, line 1)."""

import argparse
import getpass
import importlib
import sys
from collections.abc import Sequence

from guong.core.outcome import Refused


def main(arguments: Sequence[str]) -> int:
    """Run `guong create-administrator`; the password is asked for without showing it."""
    parser = argparse.ArgumentParser(
        prog="guong create-administrator", description="Tạo quản trị viên đầu tiên.", allow_abbrev=False
    )
    parser.add_argument("--username", required=True, help="tên đăng nhập")
    parser.add_argument("--full-name", required=True, help="họ và tên")
    given = parser.parse_args(arguments)
    password = getpass.getpass("Mật khẩu (ít nhất 15 ký tự): ")
    if getpass.getpass("Nhập lại mật khẩu: ") != password:
        print("Hai lần nhập mật khẩu khác nhau. Đề nghị làm lại.", file=sys.stderr)
        return 1
    importlib.import_module("guong.web.django_start")
    importlib.import_module("guong.web.register").bring_up_to_date()
    outcome = importlib.import_module("guong.office.accounts.services").create_first_administrator(
        username=given.username, full_name=given.full_name, password=password
    )
    if isinstance(outcome, Refused):
        print(outcome.sentence, file=sys.stderr)
        return 1
    print(
        f"Đã tạo quản trị viên {outcome.full_name}. Chạy guong serve rồi đăng nhập bằng tên {outcome.username}."
    )
    return 0
