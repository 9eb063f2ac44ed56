"""The folder that holds photographs of conferences."""

from pathlib import Path

from django.conf import settings

from guong.core.owner_file import write_durably
from guong.office.schedule.models import Photograph


def path_of(photograph: Photograph) -> Path:
    """Return where a photograph lies; its name can't be guessed."""
    return Path(settings.GUONG_DATA_DIR) / "photographs" / f"{photograph.name}.jpg"


def store(photograph: Photograph, data: bytes) -> Path:
    """Write a photograph durably, readable by its owner only, and return its path."""
    path = path_of(photograph)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_durably(path, data)
    return path


def load(photograph: Photograph) -> bytes:
    """Return the bytes of a photograph, JPEG."""
    return path_of(photograph).read_bytes()


def remove(photograph: Photograph) -> None:
    """Take the file away; safe to repeat."""
    path_of(photograph).unlink(missing_ok=True)
