"""What the desk keeps: who sits at it, drafts while it works, the digest afterwards."""

from guong.office.remarks.models.desks import Desk, DigestLine, Seat
from guong.office.remarks.models.drafts import Draft, DraftState

__all__ = ["Desk", "DigestLine", "Draft", "DraftState", "Seat"]
