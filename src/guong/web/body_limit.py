"""A limit on what a browser may send to the office, before Django spools it to disk."""

from guong.ballots.requests import Receive, Scope
from guong.ballots.responses import Send
from guong.ballots.server import Application

LARGEST = 32 * 1024 * 1024  # bytes; the largest honest upload is the opening's result
_ANSWER = "Tệp gửi lên quá lớn. Đồng chí quay lại và chọn tệp nhỏ hơn 32 MB.".encode()


class BodyLimit:
    """Answers 413 to a body announced as larger than ``largest``, and hangs up on one that grows beyond it."""

    def __init__(self, application: Application, *, largest: int = LARGEST) -> None:
        self._application = application
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, or refuse it."""
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if not announced.isdigit() or int(announced) > self._largest:
            await _refuse(send)
            return
        seen = 0

        async def counted() -> dict[str, object]:
            nonlocal seen
            message = dict(await receive())
            seen += len(message.get("body", b""))
            return message if seen <= self._largest else {"type": "http.disconnect"}

        await self._application(scope, counted, send)


async def _refuse(send: Send) -> None:
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-security-policy", b"default-src 'none'"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": _ANSWER})
