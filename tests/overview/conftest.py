"""The small world of the hall, as the first page shows it; two heads who were told."""

from tests.conferences.conftest import urn_folder, world
from tests.release.conftest import counted, edited, reporter
from tests.remediation.conftest import place

__all__ = ["counted", "edited", "place", "reporter", "urn_folder", "world"]
