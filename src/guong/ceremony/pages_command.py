"""`guong ceremony`: starts the pages on this machine only (DESIGN §4.1, §10)."""

import argparse
import secrets
import socket
import sys
import webbrowser
from collections.abc import Callable, Sequence

import uvicorn
from starlette.types import ASGIApp

from guong.ceremony.gate import ENTRY
from guong.ceremony.pages import pages
from guong.ceremony.terminal import print_unicode
from guong.core import crockford

HOST = "127.0.0.1"
KEPT = "mọi chìa khoá và thẻ"


def main(arguments: Sequence[str]) -> int:
    """Run `guong ceremony` with the arguments after its name."""
    print_unicode()
    parser = argparse.ArgumentParser(
        prog="guong ceremony",
        description="Chương trình của tổ kiểm phiếu: lập chìa khoá và thẻ, thử khoá, mở hòm phiếu. Chạy riêng trên máy này.",
        allow_abbrev=False,
    )
    parser.add_argument("--port", type=int, default=0, help="cổng trên máy này (mặc định: cổng còn trống)")
    parser.add_argument("--no-browser", action="store_true", help="không tự mở trình duyệt")
    given = parser.parse_args(arguments)
    return ceremony_command(port=given.port, open_browser=not given.no_browser)


def ceremony_command(*, port: int = 0, open_browser: bool = True) -> int:
    """Serve the pages on 127.0.0.1 until Ctrl+C; ``port`` 0 takes a free one.

    Prints a code, and a link that holds it, which lets in one browser, once. The browser that is opened here gets the
    address alone: what a program is started with can be read by everybody on the machine. Keeps no access log.
    Returns 0, or 1 where the port is taken.
    """
    return serve(
        pages, port=port, open_browser=open_browser, called="Chương trình của tổ kiểm phiếu", kept=KEPT
    )


def serve(make: Callable[..., ASGIApp], *, port: int, open_browser: bool, called: str, kept: str) -> int:
    """Serve what ``make(port=, token=)`` returns on 127.0.0.1 until Ctrl+C, as `ceremony_command` says.

    ``called`` is the program's name in the terminal, ``kept`` what is lost when it ends.
    """
    try:
        listener = listen(port)
    except (OSError, OverflowError):
        print(f"Cổng {port} đang bận. Đề nghị chọn cổng khác hoặc bỏ --port.", file=sys.stderr)
        return 1
    with listener:
        chosen = listener.getsockname()[1]
        token, address = new_code(), f"http://{HOST}:{chosen}"
        print(
            f"{called}, chỉ chạy trên máy này. Mở {address} và gõ mã vào (dùng một lần):\n\n"
            f"  {token}\n\nhoặc mở thẳng đường dẫn sau:\n\n  {address}{ENTRY}{token}\n"
        )
        print(f"Nhấn Ctrl+C để kết thúc; {kept} trong bộ nhớ sẽ mất theo.", flush=True)
        if open_browser:
            webbrowser.open(address)
        server = uvicorn.Server(
            uvicorn.Config(
                make(port=chosen, token=token),
                access_log=False,
                log_level="warning",
                server_header=False,
                lifespan="off",
                ws="none",
            )
        )
        try:
            server.run(sockets=[listener])
        except KeyboardInterrupt:
            print("Đã kết thúc.")
    return 0


def new_code() -> str:
    """Return a fresh code to enter by: 12 Crockford characters (60 bits) in groups of four, e.g. ``K7M4-Q9TR-2XYZ``."""
    code = crockford.encode(secrets.token_bytes(8), 12)
    return "-".join(code[start : start + 4] for start in range(0, 12, 4))


def listen(port: int) -> socket.socket:
    """Return a socket that listens on this machine only; raises OSError or OverflowError where it can't."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let another program take the port over
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()  # before the browser is sent here
    except (OSError, OverflowError):
        listener.close()
        raise
    return listener
