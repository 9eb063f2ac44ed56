"""Styles, scripts and icons of the console, served before Django: its handler streams files in a way it warns about."""

from csp.utils import build_policy
from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from guong.ballots.requests import Receive, Scope
from guong.ballots.responses import Send
from guong.ballots.server import Application

_READING = ("GET", "HEAD")
_CACHE = "max-age=60, public"  # no version in their addresses: an upgrade is seen within a minute


class WithStaticFiles:
    """Answers ``STATIC_URL`` from the static folders of all rooms and passes everything else on, unknown names too."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._files = StaticFiles()
        self._files.all_directories = [
            storage.location for storage in AppDirectoriesFinder().storages.values()
        ]
        self._headers = _headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on."""
        found = await self._found(scope)
        if found is None:
            await self._application(scope, receive, send)
            return
        found.headers.update(self._headers)
        await found(dict(scope), receive, send)

    async def _found(self, scope: Scope) -> Response | None:
        if scope["method"] not in _READING or not scope["path"].startswith(settings.STATIC_URL):
            return None
        below = {**scope, "root_path": settings.STATIC_URL.rstrip("/")}
        try:
            return await self._files.get_response(self._files.get_path(below), below)
        except HTTPException:
            return None


def _headers() -> dict[str, str]:
    """What Django's middleware sets on the console's own answers, and how long a file may be kept."""
    headers = {
        "Cache-Control": _CACHE,
        "Content-Security-Policy": build_policy(),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    }
    if settings.SECURE_HSTS_SECONDS:
        headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
    return headers
