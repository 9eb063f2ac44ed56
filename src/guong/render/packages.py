"""Zip packages with fixed entry dates, so that the same paper has the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_ENTRY_DATE = (1980, 1, 1, 0, 0, 0)


def settled(package: bytes) -> bytes:
    """Return a zip package with the same entries in the same order, all dated 1 January 1980."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = ZipInfo(entry.filename, _ENTRY_DATE)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(entry))
    return made.getvalue()
