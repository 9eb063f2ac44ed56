"""The composed application: the booth under ``/b/``, Django for the rest, one lifespan for both (DESIGN §9)."""

import importlib
import os

from django.conf import settings
from django.core.asgi import get_asgi_application

from guong.ballots import receipts
from guong.ballots.booth import Booth
from guong.ballots.requests import Receive, Scope
from guong.ballots.responses import Send
from guong.ballots.server import Application
from guong.web.body_limit import BodyLimit
from guong.web.static_files import WithStaticFiles

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guong.web.settings")


class Composed:
    """Sends ``/b/…`` to the booth and everything else to Django; starts and drains the booth's writer."""

    def __init__(self, booth: Booth, office: Application) -> None:
        self._booth = booth
        self._office = office

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or run the lifespan."""
        if scope["type"] == "lifespan" or scope.get("path", "").startswith("/b/"):
            await self._booth(scope, receive, send)
        elif scope["type"] == "http":
            await self._office(dict(scope), receive, send)


def compose() -> Composed:
    """Return the application of this machine's settings; the urn must have been migrated."""
    office = WithStaticFiles(BodyLimit(get_asgi_application()))
    key = receipts.load_or_create(settings.GUONG_DATA_DIR / receipts.FILE_NAME)
    # One store for booth and office: the lock that lets one writer at a time into SQLite lives in it.
    store = importlib.import_module("guong.office.conferences.selectors").urn_store()
    booth = Booth(store, key, origin=settings.GUONG_ORIGIN)
    return Composed(booth, office)


application = compose()
