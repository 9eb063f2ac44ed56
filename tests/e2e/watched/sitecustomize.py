"""Put before everything else on a program's path: writes down every connection and look-up that leaves this machine."""

import os
import sys
from ipaddress import ip_address

_NOTED = os.environ["GUONG_WATCHED"]


def _is_here(host: object) -> bool:
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    try:
        return ip_address(str(host)).is_loopback or ip_address(str(host)).is_unspecified
    except ValueError:
        return False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        with open(_NOTED, "a", encoding="utf-8") as notes:
            notes.write(f"{event} {host}\n")


sys.addaudithook(_watch)
