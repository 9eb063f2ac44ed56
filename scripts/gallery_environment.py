"""A throwaway instance for drawing pages: booth and office served together from a thread.

Rows may be written beside the browser, nothing here is concurrent.
"""

import threading
import time

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page

from scripts.throwaway import FOLDER, ORIGIN, PORT  # sets Django up, so it comes before everything of Django

# isort: split
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from guong.ballots.store import migrate
from guong.office.accounts.models import User
from scripts.gallery_camera import SIZES

__all__ = [
    "FOLDER",
    "ORIGIN",
    "PORT",
    "enter",
    "leave",
    "page_of",
    "refuse_sign_in_page",
    "serve",
    "session",
    "set_up",
]

settings.GUONG_SECOND_STEP = False  # officers of the pictures enter by a session, not by signing in
_KEPT: dict[str, list[dict[str, object]]] = {}


def set_up() -> None:
    """Make an empty register and an empty urn."""
    call_command("migrate", verbosity=0)
    migrate(settings.GUONG_URN_URL)


def serve(port: int = PORT) -> None:
    """Serve the composed application from a thread until this process ends."""
    config = uvicorn.Config("guong.web.asgi:application", host="127.0.0.1", port=port, log_level="warning")
    server = uvicorn.Server(config)
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)


def session(user: User) -> str:
    """Sign an officer in; returns the session's key."""
    client = Client()
    client.force_login(user)
    return str(client.cookies["sessionid"].value)


def page_of(browser: Browser, size: str, key: str = "") -> Page:
    """Open a window of that size, signed in with a session's key."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    if key:
        enter(context, key)
    return context.new_page()


def enter(context: BrowserContext, session: str) -> None:
    """Give the browser an officer's session, with every cookie that an earlier browser of that session was given."""
    context.add_cookies(_KEPT.get(session) or [{"name": "sessionid", "value": session, "url": ORIGIN}])  # type: ignore[arg-type]  # playwright's own rows


def leave(context: BrowserContext, session: str) -> None:
    """Keep the session's cookies for the next browser and close this one: without them it would be signed out."""
    _KEPT[session] = [dict(cookie) for cookie in context.cookies()]
    context.close()


def refuse_sign_in_page(address: str) -> None:
    """Raise where an officer's page turned out to be the page for signing in."""
    if "/dang-nhap" in address:
        raise SystemExit(f"{address}: the session ended while the pages were drawn")
