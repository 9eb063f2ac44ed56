"""A cell around one school, with a data folder for its papers."""

import pytest

from tests.conferences.conftest import urn_folder
from tests.conferences.world import school
from tests.paperpolls.world import Cell, cell_of
from tests.papers.conftest import journal_may_be_emptied

__all__ = ["cell", "journal_may_be_emptied", "urn_folder"]


@pytest.fixture
def cell(db: None, urn_folder: object) -> Cell:
    """The cell of a school of twelve."""
    unit, _ = school()
    return cell_of(unit)
