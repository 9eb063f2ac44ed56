"""Writes of the room."""

from guong.office.overview.services.proposing import answer, propose
from guong.office.overview.services.reading import read_proposals

__all__ = ["answer", "propose", "read_proposals"]
