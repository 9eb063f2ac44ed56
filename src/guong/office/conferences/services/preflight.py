"""Before the opening: ticks of a person, the test ballot, the clocks (ux.md screen 23)."""

from django.db import transaction

from guong.ballots import trial
from guong.ballots.trial import Trial
from guong.core.outcome import Refused
from guong.core.preflight import BY_HAND, Check, Level, clocks
from guong.office.accounts.models import User
from guong.office.conferences import refusals, urn
from guong.office.conferences.models import Conference, PreflightMark
from guong.office.conferences.selectors import is_before_casting, poll_of

_STEPS = {
    "page": "Máy này không mở được trang bỏ phiếu. Đề nghị kiểm tra mạng của hội trường rồi thử lại.",
    "script": "Trang bỏ phiếu mở được nhưng thiếu phần niêm phong phiếu. Đề nghị chạy lại máy chủ rồi thử lại.",
    "slot": "Máy này không hỏi được hòm phiếu về thẻ. Đề nghị kiểm tra mạng, máy chủ trung gian rồi thử lại.",
    "cast": "Máy này không gửi được phiếu thử. Đề nghị kiểm tra mạng, máy chủ trung gian rồi thử lại.",
    "origin": "Máy này đang vào bằng địa chỉ khác địa chỉ bỏ phiếu nên chưa thử được đường của điện thoại. "
    "Đề nghị đăng nhập lại bằng địa chỉ bỏ phiếu rồi mở trang này.",
}
_ON_SERVER_ONLY = (
    "Máy chủ đã tự thử và hòm phiếu nhận được; đường mạng chưa thử vì trình duyệt không chạy được kịch bản. "
    "Đề nghị mở địa chỉ bỏ phiếu bằng một điện thoại, thấy trang bỏ phiếu thì đánh dấu."
)


@transaction.atomic
def tick_check(*, actor: User, conference: Conference, check: Check, done: bool) -> bool | Refused:
    """Tick what only a person can see, or take the tick back; the test ballot too, where no script can run.

    Refused: ``not_by_hand``, ``already_opened``.
    """
    if check not in (*BY_HAND, Check.TEST_BALLOT):
        return refusals.NOT_BY_HAND
    if not is_before_casting(conference):
        return refusals.ALREADY_OPENED
    if done:
        _mark(conference, check, passed=True, by=actor.get_full_name())
    else:
        PreflightMark.objects.filter(conference=conference, check_key=check.value).delete()
    return done


def try_ballot(*, conference: Conference) -> Trial | Refused:
    """Try the way of a ballot on the server; the trial returned is then sent once more over the network.

    What failed is marked at once; that it passed is known only once the network was tried. Refused: ``no_keys``, and as
    `guong.ballots.trial.try_out`.
    """
    poll = poll_of(conference)
    if poll is None or not poll.keys:
        return refusals.NO_KEYS
    outcome = trial.try_out(urn.store(), poll=poll.poll_key)
    if is_before_casting(conference):
        said = outcome.sentence if isinstance(outcome, Refused) else _ON_SERVER_ONLY
        _mark(conference, Check.TEST_BALLOT, passed=False, note=said)
    return outcome


@transaction.atomic
def note_trial(*, actor: User, conference: Conference, failed: str, seconds_ahead: int) -> None:
    """Keep what the officer's machine found: at which step the test ballot failed (empty: it passed), how clocks differ.

    ``failed`` is ``page``, ``script``, ``slot``, ``cast`` or ``origin``; raises ValueError for another step. After the opening
    nothing is kept.
    """
    if failed and failed not in _STEPS:
        raise ValueError("no step of the trial")
    if not is_before_casting(conference):
        return
    _mark(
        conference,
        Check.TEST_BALLOT,
        passed=not failed,
        note=_STEPS.get(failed, ""),
        by=actor.get_full_name(),
    )
    found = clocks(seconds_ahead)
    _mark(conference, Check.CLOCK, passed=found.level is Level.OK, note=found.sentence)


def _mark(conference: Conference, check: Check, *, passed: bool, note: str = "", by: str = "") -> None:
    PreflightMark.objects.update_or_create(
        conference=conference,
        check_key=check.value,
        defaults={"passed": passed, "note": note, "by": by},
    )
