"""The `guong` command (a contract: names and flags stay, DESIGN §10).

Each command's room is imported only when it is called, so that `guong verify` and `guong open` run on a laptop that has
no office, and so that every command starts fast.
"""

import importlib
import sys
from collections.abc import Sequence

_COMMANDS = {
    "demo": ("guong.demo.command", "chạy bản trình diễn / play the demo and write its papers"),
    "serve": ("guong.web.serving", "chạy máy chủ / run the server"),
    "check": ("guong.web.checking", "kiểm tra máy chủ trước khi dùng thật / production checks"),
    "create-administrator": (
        "guong.web.first_administrator",
        "tạo quản trị viên đầu tiên / first administrator",
    ),
    "personal-data": (
        "guong.web.personal_data_command",
        "dữ liệu cá nhân đang giữ, xoá bản tạm hết hạn / personal data held, erase what is over",
    ),
    "migrate-urn": ("guong.web.urn_migration", "tạo, nâng cấp hòm phiếu / create or upgrade the urn"),
    "backup": ("guong.web.backup_command", "sao lưu, niêm phong bằng age / backup sealed with age"),
    "restore": ("guong.web.restore_command", "khôi phục bản sao lưu / restore a backup"),
    "ceremony": ("guong.ceremony.pages_command", "chương trình của tổ kiểm phiếu / the board's program"),
    "station": ("guong.ceremony.scanning.command", "bàn quét phiếu giấy / scan paper sheets and seal them"),
    "open": ("guong.ceremony.open_command", "mở hòm phiếu không cần trang / open a box without pages"),
    "read": ("guong.paper.scanning.command", "đọc phiếu giấy đã quét / read scanned sheets"),
    "bench": ("guong.paper.exam.command", "đo máy đọc phiếu / benchmarks (read)"),
    "verify": ("guong.verify.command", "kiểm tra độc lập / verify independently"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code (0 done, 1 refused or failed, 2 wrong usage)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in {"-h", "--help", "help"}:
        print(_overview())
        return 0 if given else 2
    name, rest = given[0], given[1:]
    if name not in _COMMANDS:
        print(f"Không có lệnh '{name}'.\n\n{_overview()}", file=sys.stderr)
        return 2
    code: int = importlib.import_module(_COMMANDS[name][0]).main(rest)
    return code


def _overview() -> str:
    lines = [f"  guong {name:<22}{what}" for name, (_, what) in _COMMANDS.items()]
    return "\n".join(
        ["Gương – lấy ý kiến góp ý bằng phiếu kín", "", *lines, "", "guong LỆNH --help: cách dùng"]
    )


if __name__ == "__main__":
    raise SystemExit(main())
