"""`guong restore FILE --identity FILE --into DIR`: back from a sealed copy, all or nothing (DESIGN §9, §10)."""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from guong.core.outcome import Refused
from guong.web.restoring import Restored, restore


def main(arguments: Sequence[str]) -> int:
    """Run `guong restore`; 0 restored, 1 refused with a sentence and nothing left behind."""
    parser = argparse.ArgumentParser(
        prog="guong restore", description="Khôi phục một bản sao lưu vào thư mục trống.", allow_abbrev=False
    )
    parser.add_argument("backup", type=Path, metavar="FILE", help="bản sao lưu do guong backup làm ra")
    parser.add_argument("--identity", required=True, type=Path, metavar="FILE", help="tệp khoá bí mật age")
    parser.add_argument("--into", required=True, type=Path, metavar="DIR", help="thư mục trống hoặc chưa có")
    given = parser.parse_args(arguments)
    outcome = restore(backup=given.backup, identity=given.identity, into=given.into)
    if isinstance(outcome, Refused):
        print(outcome.sentence, file=sys.stderr)
        return 1
    print(_told(given.backup, outcome))
    return 0


def _told(backup: Path, restored: Restored) -> str:
    with backup.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    lines = [
        f"Đã khôi phục {restored.files} tệp vào {restored.folder}.",
        f"SHA-256 của bản sao: {digest}",
        "Đề nghị đối chiếu mã này với mã ghi lúc sao lưu trước khi dùng.",
    ]
    if restored.suspended:
        lines.append(
            f"{len(restored.suspended)} hội nghị đang bỏ phiếu lúc sao lưu ({', '.join(restored.suspended)}) nay ở trạng "
            "thái “Chờ tổ kiểm phiếu quyết định”. Phiếu nộp sau lúc sao lưu không có ở đây: tổ kiểm phiếu đối chiếu mã biên "
            "nhận và số phiếu rồi quyết định bỏ phiếu tiếp, kết thúc, hay huỷ để làm lại."
        )
    if restored.dumps:
        lines += [
            f"Còn phải nạp {' và '.join(restored.dumps)} vào cơ sở dữ liệu PostgreSQL trống, mỗi tệp một lệnh:",
            *(
                f"  psql --single-transaction --set ON_ERROR_STOP=1 --file {restored.folder / name} ĐỊA_CHỈ"
                for name in restored.dumps
            ),
            "rồi nhờ người quản trị cấp lại quyền cho các vai của hòm phiếu và xoá tệp vừa nạp.",
        ]
    lines.append(
        "Bản sao giữ cả những gì đã hết thời hạn từ lúc sao lưu: chạy guong personal-data --erase trước khi cho ai làm việc."
    )
    lines.append("Chạy máy chủ trên dữ liệu này: đặt GUONG_DATA_DIR là thư mục trên rồi chạy guong check.")
    return "\n".join(lines)
