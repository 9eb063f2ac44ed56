"""What a play beside a served register needs."""

from tests.conferences.conftest import urn_folder
from tests.papers.conftest import journal_may_be_emptied

__all__ = ["journal_may_be_emptied", "urn_folder"]
