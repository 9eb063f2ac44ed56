"""The small world of the hall, for pages that are held from above."""

from tests.conferences.conftest import urn_folder, world
from tests.papers.conftest import journal_may_be_emptied

__all__ = ["journal_may_be_emptied", "urn_folder", "world"]
