"""A throwaway place to work in: importing this module chooses folder and port and sets Django up."""

import os
import socket
import tempfile
from pathlib import Path

import django


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


PORT = _free_port()
ORIGIN = f"http://127.0.0.1:{PORT}"
_FOLDER = tempfile.TemporaryDirectory(prefix="guong-gallery-")
FOLDER = Path(_FOLDER.name)
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "guong.web.settings",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's own loop runs in this thread
    "GUONG_DATA_DIR": str(FOLDER),
    "GUONG_ORIGIN": ORIGIN,
    "GUONG_RENDER_INLINE": "1",  # a worker process would import the script, and make a folder, once more
}
django.setup()
