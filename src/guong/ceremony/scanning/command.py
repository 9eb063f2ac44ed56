"""`guong station`: starts the scanning station's pages on this machine only."""

import argparse
from collections.abc import Sequence

from guong.ceremony.pages_command import serve
from guong.ceremony.scanning.pages import pages
from guong.ceremony.terminal import print_unicode


def main(arguments: Sequence[str]) -> int:
    """Run `guong station` with the arguments after its name."""
    print_unicode()
    parser = argparse.ArgumentParser(
        prog="guong station",
        description="Bàn quét phiếu giấy: đếm, quét, xem lại, niêm phong. Chạy riêng trên máy này.",
        allow_abbrev=False,
    )
    parser.add_argument("--port", type=int, default=0, help="cổng trên máy này (mặc định: cổng còn trống)")
    parser.add_argument("--no-browser", action="store_true", help="không tự mở trình duyệt")
    given = parser.parse_args(arguments)
    return serve(
        pages,
        port=given.port,
        open_browser=not given.no_browser,
        called="Bàn quét phiếu giấy",
        kept="tập phiếu đang làm dở",
    )
