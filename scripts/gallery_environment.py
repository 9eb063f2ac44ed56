"""A throwaway instance for drawing pages: importing this module chooses folder and port and sets Django up."""

import os
import socket
import tempfile
from pathlib import Path

import django
from django.conf import settings
from playwright.sync_api import BrowserContext


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
    "GUONG_DATA_DIR": str(FOLDER),
    "GUONG_ORIGIN": ORIGIN,
    "GUONG_RENDER_INLINE": "1",
}
django.setup()
settings.GUONG_SECOND_STEP = False  # an officer of the gallery has no phone

_KEPT: dict[str, list[dict[str, object]]] = {}


def enter(context: BrowserContext, session: str) -> None:
    """Give the browser an officer's session, with every cookie that an earlier browser of that session was given."""
    context.add_cookies(_KEPT.get(session) or [{"name": "sessionid", "value": session, "url": ORIGIN}])  # type: ignore[arg-type]  # playwright's own rows


def leave(context: BrowserContext, session: str) -> None:
    """Keep the session's cookies for the next browser and close this one: without them it would be signed out."""
    _KEPT[session] = [dict(cookie) for cookie in context.cookies()]
    context.close()


def refuse_sign_in_page(address: str) -> None:
    """Raise where an officer's page turned out to be the page for signing in."""
    if "/dang-nhap" in address or "/hai-buoc" in address:
        raise SystemExit(f"{address}: the session ended while the pages were drawn")
