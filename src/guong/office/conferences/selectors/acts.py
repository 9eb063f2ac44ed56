"""Who opened, paused and closed, and who confirmed it; who may confirm the next act."""

from dataclasses import dataclass

from guong.office.conferences.models import AskedAct, BoardMember, Conference, Intent
from guong.office.conferences.pins import KEEPERS
from guong.office.conferences.selectors.conference import poll_of

ACT_TEXTS = {"open": "Mở nhận phiếu", "pause": "Tạm dừng nhận phiếu", "close": "Kết thúc nhận phiếu"}


@dataclass(frozen=True)
class DoneAct:
    """One act on the poll in the order of doing; ``second`` and ``second_role`` are empty for a pause."""

    act: str
    officer: str
    second: str = ""
    second_role: str = ""

    @property
    def sentence(self) -> str:
        """The act as minutes tell it."""
        text = f"{ACT_TEXTS[self.act]}: đồng chí {self.officer}, cán bộ"
        return (
            f"{text}; xác nhận: đồng chí {self.second}, {self.second_role.lower()}" if self.second else text
        )


def acts_of(conference: Conference) -> tuple[DoneAct, ...]:
    """Return the openings, pauses and the closing of a conference's poll that were carried out."""
    poll = poll_of(conference)
    if poll is None:
        return ()
    done = Intent.objects.filter(poll_key=poll.poll_key, act__in=ACT_TEXTS, state=Intent.DONE).order_by("pk")
    return tuple(DoneAct(row.act, *row.arguments["by"]) for row in done if "by" in row.arguments)


def keepers_of(conference: Conference) -> list[BoardMember]:
    """Return the keepers of key envelopes, who may confirm, in the order of the board."""
    return list(conference.board.filter(role__in=KEEPERS))


def asked_act(conference: Conference) -> AskedAct | None:
    """Return what one officer has asked another to confirm."""
    return AskedAct.objects.filter(conference=conference).select_related("officer").first()
