"""The small world of the hall, as the first page shows it; two heads who were told."""

from tests.conferences.conftest import urn_folder, world
from tests.remediation.conftest import place

__all__ = ["place", "urn_folder", "world"]
