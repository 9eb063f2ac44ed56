"""The steps of a plan: submitted, approved or given back, its end asked for, accepted or declined."""

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.remediation.closing import Reported, unfit_to_close
from guong.core.remediation.items import unfit_to_submit
from guong.core.remediation.life import HEADS_ACTS, WITH_REASON, Act, fit_reason
from guong.office.accounts.models import User
from guong.office.remediation.details import Place
from guong.office.remediation.models import RemediationPlan
from guong.office.remediation.selectors import item_texts
from guong.office.remediation.services.holding import held, is_for_head, journalled, moved, noted, signed

_WORDS = {
    Act.SUBMIT: "Trình kế hoạch khắc phục",
    Act.GIVE_BACK: "Trả lại kế hoạch khắc phục để sửa",
    Act.APPROVE: "Duyệt kế hoạch khắc phục",
    Act.ASK_TO_CLOSE: "Đề nghị kết thúc kế hoạch khắc phục",
    Act.KEEP_OPEN: "Chưa đồng ý kết thúc kế hoạch khắc phục",
    Act.CLOSE: "Kết thúc kế hoạch khắc phục",
}
STEPS = frozenset(_WORDS)


@transaction.atomic
def move(*, place: Place, act: Act, reason: str, actor: User) -> RemediationPlan | Refused:
    """Take a plan one step on (`STEPS`), with the words that belong to it.

    Refused as `life.after` and `life.fit_reason`; submitting also as `items.unfit_to_submit`, asking for the end as
    `closing.unfit_to_close`.
    """
    words = fit_reason(reason, needed=act in WITH_REASON)
    if isinstance(words, Refused):
        return words
    taken = held(place=place, act=act)
    if isinstance(taken, Refused):
        return taken
    plan, state = taken
    if (unfit := _unfit(plan, act)) is not None:
        return unfit
    for_head = act in HEADS_ACTS and is_for_head(place=place)
    if for_head:
        signed(plan=plan, place=place)
    moved(plan=plan, state=state)
    noted(plan=plan, act=act, actor=actor, text=words, for_head=for_head)
    journalled(
        place=place,
        actor=actor,
        act=act.value,
        words=_WORDS[act] + (", nhập thay từ bản giấy" if for_head else ""),
    )
    return plan


def _unfit(plan: RemediationPlan, act: Act) -> Refused | None:
    if act is Act.SUBMIT:
        return unfit_to_submit(item_texts(plan))
    if act is Act.ASK_TO_CLOSE:
        return unfit_to_close(
            [Reported(item.share, item.files.count()) for item in plan.items.prefetch_related("files")]
        )
    return None
