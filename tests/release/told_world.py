"""A played round taken on towards its people, and the readers who wait for it."""

from guong.core.release_steps import ReleaseStep
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.conferences.models import Conference
from guong.office.registry.services import link_person
from guong.office.release import selectors, services
from guong.office.release.details import ReportText
from tests.conferences.world import good, officer
from tests.release.round_world import PlayedRound


def with_report(place: PlayedRound) -> PlayedRound:
    """File the round's report, without which nothing is presented."""
    of_round, actor = place.of_round, place.reporter
    good(services.write_report_words(of_round=of_round, given=ReportText(("Dân chủ",)), actor=actor))
    good(services.file_report(of_round=of_round, actor=actor))
    return place


def presented(place: PlayedRound, upto: ReleaseStep = ReleaseStep.COMMITTEE) -> PlayedRound:
    """Present a round that has its report, to the Standing Board or on to the Committee."""
    for step in (ReleaseStep.STANDING_BOARD, ReleaseStep.COMMITTEE):
        good(services.advance_round(of_round=place.of_round, step=step, actor=place.reporter))
        if step is upto:
            break
    return place


def told(place: PlayedRound, conference: Conference, subject_key: str = "s1") -> None:
    """Tell one person of a round that was presented to the Committee."""
    good(
        services.advance_person(
            conference=conference,
            subject_key=subject_key,
            step=ReleaseStep.TOLD,
            actor=place.reporter,
            note="Trao tận tay",
        )
    )


def head_account(conference: Conference, *, username: str = "nguoi-duoc-gop-y") -> User:
    """An account of the person asked about in a conference."""
    subject = conference.subjects.select_related("post__person").get(key="s1")
    user = create_user(username=username, full_name=subject.name, roles=[Role.SUBJECT])
    assert isinstance(user, User)
    admin = officer(None, Role.ADMINISTRATOR, username=f"quantri-{username}")
    good(link_person(user=user, name=user.full_name, person=subject.post.person, actor=admin))
    return user


def leaders(place: PlayedRound) -> tuple[User, User]:
    """Somebody of the Standing Board and somebody of the Committee, both of the lead body."""
    return (
        officer(place.body, Role.STANDING_BOARD, username="thuong-truc"),
        officer(place.body, Role.COMMITTEE, username="ban-thuong-vu"),
    )


def reached(conference: Conference, subject_key: str = "s1") -> ReleaseStep | None:
    """Where a result stands."""
    return selectors.reached(conference.key, subject_key)
