"""The small world of the hall, as the first page shows it."""

from tests.conferences.conftest import urn_folder, world

__all__ = ["urn_folder", "world"]
