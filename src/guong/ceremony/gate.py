"""The door of the board's program: one browser on this machine, let in by a code that works once (DESIGN §4.1)."""

import hmac
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guong.ceremony.answers import ask_for_code
from guong.core import crockford

ENTRY = "/vao/"
TYPED = "ma"
LARGEST_BOX_UPLOAD = 64 * 1024 * 1024
LARGEST_UPLOAD = 8 * 1024 * 1024
BOX_UPLOAD = "/mo/hom"
_UPLOADS = MappingProxyType({BOX_UPLOAD: LARGEST_BOX_UPLOAD})
_FOR_THE_DOOR = {"/static/ceremony.css", "/static/mark.svg"}
_SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_NO_ENTRY = "Trang này chỉ mở được bằng mã in trên cửa sổ lệnh của chương trình, và chỉ một lần."
_FOREIGN = "Yêu cầu không đến từ trang của chương trình này."
_NO_LENGTH = "Yêu cầu không cho biết độ lớn."
_TOO_LARGE = "Tệp quá lớn so với tệp mà chương trình này nhận. Đề nghị kiểm tra lại tệp đã chọn."


class Gate:
    """ASGI middleware: host, one-time token, cookie, origin, size of the body, headers of every answer.

    ``token`` is the printed one, followed as a link or typed in at the door (any case, hyphens as you like); it is used
    up by the first visit, which gets the cookie. Whoever comes without it meets the door and nothing behind it.
    ``uploads`` are the paths that take bodies of another size than `LARGEST_UPLOAD`, in bytes.
    """

    def __init__(self, app: ASGIApp, *, port: int, token: str, uploads: Mapping[str, int] = _UPLOADS) -> None:
        self._app, self._uploads = app, dict(uploads)
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._cookie_name = f"guong_ceremony_{port}"
        self._token: str | None = crockford.tidy(token)
        self._cookie = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        answer: ASGIApp = self._app if refusal is None else refusal
        await answer(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.getlist("host") != [headers.get("host")] or headers["host"] not in self._hosts:
            return PlainTextResponse(_FOREIGN, 403)
        if scope["method"] == "GET" and scope["path"].startswith(ENTRY):
            typed = QueryParams(scope["query_string"]).get(TYPED)
            return self._enter(scope, scope["path"].removeprefix(ENTRY) if typed is None else typed)
        if scope["method"] == "GET" and scope["path"] in _FOR_THE_DOOR:
            return None
        if not hmac.compare_digest(self._cookie_of(headers).encode(), self._cookie.encode()):
            return self._door(scope, is_wrong=False)
        if scope["method"] in {"GET", "HEAD"}:
            return None
        if headers.get("origin") != f"http://{headers['host']}":
            return PlainTextResponse(_FOREIGN, 403)
        return _size_refusal(
            headers.get("content-length", ""), self._uploads.get(scope["path"], LARGEST_UPLOAD)
        )

    def _door(self, scope: Scope, *, is_wrong: bool) -> Response:
        is_page = scope["method"] == "GET" and scope["path"] in {"/", ENTRY}
        if self._token is None or not is_page:
            return PlainTextResponse(_NO_ENTRY, 403)
        return ask_for_code(Request(scope), is_wrong=is_wrong)

    def _enter(self, scope: Scope, token: str) -> Response:
        if self._token is None or not hmac.compare_digest(
            crockford.tidy(token).encode(), self._token.encode()
        ):
            return self._door(scope, is_wrong=True)
        self._token = None
        response = RedirectResponse("/", 303)
        response.set_cookie(self._cookie_name, self._cookie, httponly=True, samesite="strict", path="/")
        return response

    def _cookie_of(self, headers: Headers) -> str:
        try:
            morsel = SimpleCookie(headers.get("cookie", "")).get(self._cookie_name)
        except CookieError:
            return ""
        return "" if morsel is None else morsel.value


def _size_refusal(length: str, largest: int) -> Response | None:
    if not length.isascii() or not length.isdigit():
        return PlainTextResponse(_NO_LENGTH, 411)
    if int(length) > largest:
        return PlainTextResponse(_TOO_LARGE, 413)
    return None


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            headers.update(_SECURITY)
            if headers.get("content-type") == "application/pdf":  # the browser's own viewer needs its styles
                headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        await send(message)

    return sending
