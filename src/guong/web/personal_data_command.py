"""`guong personal-data`: what is held about whom, and the end of what the program itself may erase (Law 91/2025, decree 356/2025)."""

import argparse
import importlib
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from guong.core.personal_data import KINDS, Held, counted

_LABELS = {kind.key: kind.label for kind in KINDS}


def main(arguments: Sequence[str]) -> int:
    """Run `guong personal-data`: figures by unit and kind; with ``--out`` the list of people, with ``--erase`` the erasing job."""
    parser = argparse.ArgumentParser(
        prog="guong personal-data",
        description="Dữ liệu cá nhân đang giữ, theo đơn vị: dùng khi phải báo vi phạm trong 72 giờ.",
        allow_abbrev=False,
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="ghi danh sách người ra tệp JSON (tệp mới)")
    parser.add_argument("--erase", action="store_true", help="xoá những gì đã hết thời hạn giữ")
    given = parser.parse_args(arguments)
    importlib.import_module("guong.web.django_start")
    if given.erase:
        print(_erase(importlib.import_module("django.utils.timezone").localdate()))
    held = importlib.import_module("guong.office.overview.selectors").personal_data_held()
    if given.out is not None and not _written(given.out, held):
        print(f"Tệp {given.out} đã có. Đề nghị chọn tên khác; không ghi đè.", file=sys.stderr)
        return 1
    for line in told(held):
        print(line)
    return 0


def told(held: Sequence[Held]) -> list[str]:
    """Return the figures: a line for each unit and kind, and how many different people there are in all."""
    lines = [f"{unit}: {_LABELS[kind]}: {people} người" for (_, unit, kind), people in counted(held).items()]
    return [*lines, f"Tất cả: {len({one.name for one in held})} họ tên khác nhau."]


def _erase(today: date) -> str:
    """End what is over, rolls and accounts before people: somebody may be kept only by a roll, or by an account."""
    rolls = importlib.import_module("guong.office.conferences.services").end_names(today=today)
    accounts = importlib.import_module("guong.office.accounts.services").end_former_accounts(today=today)
    people = importlib.import_module("guong.office.registry.services").end_former_people(today=today)
    photographs = importlib.import_module("guong.office.schedule.services").end_photographs(today=today)
    plans = importlib.import_module("guong.office.remediation.services").end_plans(today=today)
    copies = importlib.import_module("guong.office.papers.services").erase_working_copies(today=today)
    importlib.import_module("django.core.management").call_command("clearsessions")
    return (
        f"Đã xoá tên trong danh sách của {rolls} hội nghị, {accounts} tài khoản, {people} người khỏi sổ bộ, {photographs} ảnh, "
        f"{plans.files} tệp minh chứng, nội dung {plans.plans} kế hoạch khắc phục, {copies} bản tạm và các phiên đăng nhập đã hết hạn."
    )


def _written(path: Path, held: Sequence[Held]) -> bool:
    """Write the list readable by its owner alone; never over another file."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        kinds = [asdict(kind) for kind in KINDS]
        json.dump(
            {"kinds": kinds, "held": [asdict(one) for one in held]},
            file,
            ensure_ascii=False,
            indent=1,
            default=str,
        )
    return True
