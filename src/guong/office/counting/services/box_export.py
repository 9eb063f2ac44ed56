"""All boxes of an opening day as one file, for the board's laptop and for the second machine (formats §10)."""

import io
import zipfile

from guong.ballots import polls
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conference_selectors
from guong.office.counting import day_refusals, refusals, selectors
from guong.office.counting.day_steps import DayStepKey
from guong.office.counting.models import OpeningDay
from guong.office.journal.services import record

_DAY_ONE = (1980, 1, 1, 0, 0, 0)


def export_boxes(*, day: OpeningDay, actor: User) -> bytes | Refused:
    """Return the boxes that may be opened as one ZIP of box files; equal boxes give equal bytes.

    Refused: ``not_handed_over``, ``nothing_received``, and with the unit's name ``erased``, ``urn_changed``.
    """
    view = selectors.day_view(day)
    if DayStepKey.RECEIVE not in view.steps:
        return day_refusals.NOT_HANDED_OVER
    lines = [line for line in view.lines if line.may_open]
    if not lines:
        return day_refusals.NOTHING_RECEIVED
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for line in lines:
            poll = line.conference.poll.poll_key
            box = polls.seal(conference_selectors.urn_store(), poll=poll)
            if isinstance(box, Refused):
                return refusals.at(line.conference.unit.name, box)
            entry = zipfile.ZipInfo(f"hom-phieu-{poll}.json", _DAY_ONE)
            archive.writestr(entry, box.raw, zipfile.ZIP_DEFLATED)
    text = f"Xuất {len(lines)} hòm phiếu đã niêm phong ({day.name})."
    record(actor=actor, act="counting.export_box", unit_key=day.unit.key, text=text)
    return buffer.getvalue()
