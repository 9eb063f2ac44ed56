"""Where rooms above keep files about polls: below the data folder's bundles, one folder for each name."""

import shutil
from pathlib import Path

from django.conf import settings


def poll_folder(name: str) -> Path:
    """Return the folder of one poll by its key, or the one that several polls share by its own name.

    What lies in a poll's own folder belongs to its conference as rows with a foreign key do: it goes with a rehearsal.
    """
    return Path(settings.GUONG_DATA_DIR) / "bundles" / name


def drop_poll_folder(poll_key: str) -> None:
    """Delete what was kept about one poll; safe to repeat."""
    folder = poll_folder(poll_key)
    if folder.exists():
        shutil.rmtree(folder)
