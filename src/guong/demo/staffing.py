"""Who is sent to a round's conferences: counting boards, leaders, officers and observers (seed 001 III.2, seed 000)."""

from collections.abc import Sequence

from guong.demo.outcomes import granted
from guong.demo.parties import BOARD, REPORT_SIGNER, SIGNER
from guong.demo.places import LEAD_BODY
from guong.demo.world import World
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences import services as conferences
from guong.office.conferences.models import Conference
from guong.office.plans.models import Round
from guong.office.registry.models import Level
from guong.office.schedule import selectors, services
from guong.office.schedule.details import Sent
from guong.office.schedule.models import DelegateRole

_OFFICE, _PROPAGANDA = "Văn phòng Quận uỷ", "Ban Tuyên giáo Quận uỷ"
_LEADERS = (
    Sent(DelegateRole.LEADER, SIGNER, LEAD_BODY[1], "Phó Bí thư Thường trực Quận uỷ"),
    Sent(DelegateRole.LEADER, REPORT_SIGNER, _PROPAGANDA, "Trưởng Ban"),
)
# One for each conference of a day, in the order of its hours.
_IN_CHARGE = (
    Sent(DelegateRole.IN_CHARGE, "Lương Mỹ Duyên", _PROPAGANDA, "Chuyên viên"),
    Sent(DelegateRole.IN_CHARGE, "Trịnh Bá Khôi", "Ban Tổ chức Quận uỷ", "Chuyên viên"),
    Sent(DelegateRole.IN_CHARGE, "Tô Hải Yến", _PROPAGANDA, "Chuyên viên"),
)
_AT_ALL = (
    Sent(DelegateRole.SIGNING_DESK, "Mai Trọng Đỉnh", "Phòng Nội vụ", "Chuyên viên"),
    Sent(DelegateRole.TECHNICAL, "Cao Thuý Vy", _OFFICE, "Chuyên viên"),
)
# Schools are observed by the wards in which they lie; wards by the committee's inspection body.
_OF_WARDS = Sent(DelegateRole.OBSERVER, "Nông Quang Hiệp", "Uỷ ban Kiểm tra Quận uỷ", "Uỷ viên")


def name_boards(world: World, made: Sequence[Conference]) -> None:
    """Name the counting board at the first conference and carry it over to all others."""
    first, *others = made
    granted(
        conferences.set_board(actor=world.organiser, conference=first, version=first.version, seats=BOARD)
    )
    if others:
        granted(services.copy_board(actor=world.organiser, source=first, to=others))
    for conference in made:
        conference.refresh_from_db()


def send_people(world: World, of_round: Round, made: Sequence[Conference]) -> None:
    """Send leaders by turns, an officer in charge to each conference of a day, two officers and an observer to all."""
    actor = world.organiser
    for people in (_LEADERS, _IN_CHARGE):
        for place, person in enumerate(people):
            if chosen := made[place :: len(people)]:
                granted(services.send(actor=actor, to=chosen, person=person))
    for person in _AT_ALL:
        granted(services.send(actor=actor, to=made, person=person))
    if made[0].unit.level == Level.WARD:
        granted(services.send(actor=actor, to=made, person=_OF_WARDS))
        return
    propose_observers(world, of_round, made)
    keys = {conference.key for conference in made}
    proposed = [one for one in selectors.proposed_observers(of_round=of_round) if one.conference.key in keys]
    granted(
        services.accept_observers(actor=actor, named=[(one, one.full_name, one.post) for one in proposed])
    )


def propose_observers(world: World, of_round: Round, made: Sequence[Conference]) -> None:
    """Name the heads of the schools' wards as observers of these conferences, not yet accepted."""
    keys = [conference.key for conference in made]
    found = conference_selectors.conferences_of_round(of_round).filter(key__in=keys)
    services.propose_observers(actor=world.organiser, to=list(found.prefetch_related("delegates", "unit")))
