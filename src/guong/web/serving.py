"""`guong serve`: the whole server in one process, or the booth alone (DESIGN §9)."""

import argparse
import gc
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from guong.ballots import receipts, server
from guong.ballots.booth import Booth
from guong.ballots.store import migrate, open_store
from guong.core.outcome import Refused
from guong.web import second_disk
from guong.web.environment import Environment, urn_url

NEW = (
    "Chưa có tài khoản nào. Người cài đặt tạo quản trị viên đầu tiên bằng lệnh:\n"
    '  guong create-administrator --username quan-tri --full-name "Họ và tên"'
)
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def main(arguments: Sequence[str]) -> int:
    """Run `guong serve`; returns when the server was stopped."""
    parser = argparse.ArgumentParser(
        prog="guong serve", description="Chạy máy chủ Gương.", allow_abbrev=False
    )
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ máy (mặc định 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="cổng (mặc định 8000)")
    parser.add_argument("--origin", help="địa chỉ công khai, ví dụ https://gop-y.example.vn")
    parser.add_argument("--booth-only", action="store_true", help="chỉ nhận phiếu, không có phần văn phòng")
    parser.add_argument(
        "--second-disk",
        type=Path,
        metavar="DIR",
        help="thư mục trên ổ đĩa khác để giữ thêm một bản hòm phiếu",
    )
    given = parser.parse_args(arguments)
    if given.origin:
        os.environ["GUONG_ORIGIN"] = given.origin
    os.environ.pop(
        "GUONG_SECOND_DISK", None
    )  # the office is told of a copy only where this process makes one
    if given.second_disk:
        os.environ["GUONG_SECOND_DISK"] = str(given.second_disk)
    environment = Environment()
    environment.data_dir.mkdir(parents=True, exist_ok=True)
    migrate(urn_url(environment))
    copying = second_disk.copying(urn_url(environment), given.second_disk)
    if isinstance(copying, Refused):
        print(copying.sentence, file=sys.stderr)
        return 1
    # uvicorn drains, then raises the signal again: by default that ends the process before its last copy, and before the
    # rendering processes gave back what they hold.
    signal.signal(signal.SIGTERM, _leave)
    with copying:
        return _serve(environment, given)


def _leave(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def _serve(environment: Environment, given: argparse.Namespace) -> int:
    if given.booth_only:
        return run(booth(environment), given.host, given.port)
    # The office reads its settings from the environment prepared above, so it is loaded only now.
    importlib.import_module("guong.web.django_start")
    register = importlib.import_module("guong.web.register")
    if environment.demo:
        importlib.import_module("guong.web.demo_clock").run_from_kept(environment.data_dir)
    register.bring_up_to_date()
    if environment.demo and given.host in LOOPBACK:
        print(register.demo_links(environment.origin), flush=True)
    elif register.is_new():
        print(NEW, flush=True)
    return run(importlib.import_module("guong.web.asgi").application, given.host, given.port)


def booth(environment: Environment) -> Booth:
    """Return the booth of this machine's urn."""
    key = receipts.load_or_create(environment.data_dir / receipts.FILE_NAME)
    return Booth(open_store(urn_url(environment)), key, origin=environment.origin.rstrip("/"))


def run(application: server.Application, host: str, port: int) -> int:
    """Serve an ASGI application until it is stopped; returns 1 with a sentence where the port is taken."""
    # What was loaded stays until the end: without this a full collection stops the process for a tenth of a second.
    gc.collect()
    gc.freeze()
    try:
        server.listen(host, port).close()
    except OSError as error:
        print(
            f"Không mở được cổng {port} trên {host} ({error.strerror}). "
            "Có thể chương trình khác đang dùng cổng này: đề nghị dùng --port với một số khác."
        )
        return 1
    server.serve(application, host=host, port=port)
    return 0
