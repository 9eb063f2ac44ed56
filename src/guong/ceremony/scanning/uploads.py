"""Scans as the browser sends them, kept in memory: the usual parser would put a file above 1 MB on the disk."""

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartParser
from starlette.requests import Request

LARGEST_SCANS = 256 * 1024 * 1024
MOST_FILES = 1000


class _InMemory(MultiPartParser):
    """The usual parser, which never begins a file on the disk."""

    spool_max_size = LARGEST_SCANS + 1


async def scans_of(request: Request, name: str) -> list[tuple[str, bytes]]:
    """Return the files of a form's field with their names; the gate has bounded the whole body."""
    parser = _InMemory(request.headers, request.stream(), max_files=MOST_FILES, max_fields=10)
    form = await parser.parse()
    found: list[tuple[str, bytes]] = []
    for field, value in form.multi_items():
        if isinstance(value, UploadFile) and field == name and value.filename:
            found.append((value.filename, await value.read()))
    await form.close()
    return found
