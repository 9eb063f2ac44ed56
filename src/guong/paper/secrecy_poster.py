"""Ai xem được gì?: the poster for the door of the hall, one A3 sheet out of the poll's own settings (DESIGN §4.9)."""

from guong.core.poll import PollDefinition
from guong.core.who_sees_what import PLAIN_HTTP, PROMISE, TITLE, Fact, facts_of
from guong.paper.sheets import typeset


def secrecy_poster_pdf(
    definition: PollDefinition, *, opening: str, domain: str, is_protected: bool = True
) -> bytes:
    """Return the poster of a poll as one A3 page.

    ``opening`` says when and where the box is opened, as the end of a sentence (``ngày 02 tháng 6 năm 2023, tại Quận
    uỷ``); ``domain`` is the host that voters see. Where the way to it isn't ``is_protected`` the poster says so, as the
    voter's page does.
    """
    facts = poster_facts(definition, opening=opening, is_protected=is_protected)
    data = {
        "title": TITLE,
        "promise": PROMISE,
        "unit": definition.unit,
        "conference": definition.title,
        "facts": [_printed(fact) for fact in facts[:-1]],
        "hidden": _printed(facts[-1]),
        "foot": f"Bảng này cũng có ở trang đầu của phiếu, địa chỉ {domain}.",
    }
    return typeset("secrecy_poster", data)


def poster_facts(definition: PollDefinition, *, opening: str, is_protected: bool = True) -> tuple[Fact, ...]:
    """Return what the poster says: every fact of the voter's page, when the box is opened, and a way that isn't protected."""
    *facts, hidden = facts_of(definition)
    facts.insert(1, Fact("Mở hòm phiếu", "Mở {opening}.", {"opening": opening}))
    if not is_protected:
        facts.append(Fact("Đường truyền", PLAIN_HTTP))
    return (*facts, hidden)


def _printed(fact: Fact) -> dict[str, str]:
    return {"about": fact.about, "sentence": fact.sentence}
