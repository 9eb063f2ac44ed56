"""What every page needs: the session, forms read within limits, templates, PDF and file answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from guong.ceremony.session import Session
from guong.core.outcome import Refused
from guong.core.wording import in_digits, short_date

MOST_FILES = 1000
MOST_FIELDS = 1000
WRONG_CODE = Refused("wrong_code", "Mã vừa gõ không đúng. Đề nghị xem lại mã in trên cửa sổ lệnh rồi gõ lại.")
_TEMPLATES = Jinja2Templates(directory=Path(__file__).parent / "templates")
_TEMPLATES.env.filters["short_date"] = short_date
_TEMPLATES.env.filters["in_digits"] = in_digits


def session_of(request: Request) -> Session:
    """Return the one session of this run."""
    return cast(Session, request.app.state.session)


def render(
    request: Request, template: str, *, refused: Refused | None = None, status: int = 200, **values: Any
) -> Response:
    """Return a page; with a refusal its sentence stands on top and the status is 422."""
    values |= {"session": session_of(request), "refused": refused}
    return _TEMPLATES.TemplateResponse(
        request, template, values, status_code=status if refused is None else 422
    )


def ask_for_code(request: Request, *, is_wrong: bool) -> Response:
    """Return the page at the door, status 403: it asks for the code printed in the terminal, and shows nothing else."""
    refused = WRONG_CODE if is_wrong else None
    return _TEMPLATES.TemplateResponse(request, "door.html", {"refused": refused}, status_code=403)


@dataclass(frozen=True)
class Submitted:
    """A form as it came: text fields (the last of a name; ``ticked`` has all of them), and the files chosen in each field."""

    fields: dict[str, str] = field(repr=False)
    ticked: dict[str, list[str]] = field(repr=False)
    named: dict[str, list[tuple[str, bytes]]] = field(repr=False)

    @property
    def files(self) -> dict[str, list[bytes]]:
        """The bytes of the files chosen in each field."""
        return {name: [raw for _, raw in chosen] for name, chosen in self.named.items()}

    @property
    def shares(self) -> list[str]:
        """The two key fields as typed."""
        return [self.fields.get("chia_khoa_1", ""), self.fields.get("chia_khoa_2", "")]


async def submitted(request: Request) -> Submitted:
    """Return a form's fields and files; the gate has already bounded the whole body."""
    fields: dict[str, str] = {}
    ticked: dict[str, list[str]] = {}
    named: dict[str, list[tuple[str, bytes]]] = {}
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS) as form:
        for name, value in form.multi_items():
            if isinstance(value, str):
                fields[name] = value
                ticked.setdefault(name, []).append(value)
            elif value.filename:  # a browser sends a nameless file where none was chosen
                named.setdefault(name, []).append((value.filename, await value.read()))
    return Submitted(fields, ticked, named)


async def pdf(name: str, make: Callable[[], bytes]) -> Response:
    """Return a PDF to look at and print, made outside the event loop."""
    return file(await run_in_threadpool(make), name, "application/pdf", shown=True)


def file(data: bytes, name: str, kind: str, *, shown: bool = False) -> Response:
    """Return a file under an ASCII name, to save (or to show)."""
    disposition = "inline" if shown else "attachment"
    return Response(
        data, media_type=kind, headers={"Content-Disposition": f'{disposition}; filename="{name}"'}
    )
