"""What a plan says, point by point: shortcoming, cause, measure, expected result, owner, dates (domain.md §D2 no. 11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guong.core.months import months_after
from guong.core.outcome import Refused
from guong.core.wording import short_date

MOST_ITEMS = 15
MOST_MILESTONES = 3
LONGEST_TEXT = 2000
LONGEST_LINE = 300
MOST_MONTHS = 24

_NAMES = {
    "shortcoming": "hạn chế",
    "cause": "nguyên nhân",
    "measure": "biện pháp",
    "expected": "kết quả cần đạt",
    "owner": "người thực hiện",
}
NO_ITEMS = Refused(
    "no_items",
    "Kế hoạch chưa có mục nào nên chưa trình được. Đề nghị thêm ít nhất một hạn chế cần khắc phục.",
)
TOO_MANY = Refused(
    "too_many_items",
    "Kế hoạch đã có 15 mục. Đề nghị gộp những việc gần nhau; kế hoạch ngắn thì dễ làm và dễ theo dõi.",
)
_EMPTY = Refused("empty_item", "Mục này chưa ghi gì. Đề nghị ghi ít nhất hạn chế cần khắc phục rồi lưu.")


@dataclass(frozen=True)
class Milestone:
    """A step on the way: what is done by which day."""

    what: str
    due_on: date


@dataclass(frozen=True)
class ItemText:
    """One point of a plan as it is written; ``criterion`` is the item's key in the questionnaire, empty if of none.

    A draft may lack anything but some word; what it must have to be submitted says `lacking`.
    """

    criterion: str
    shortcoming: str = ""
    cause: str = ""
    measure: str = ""
    expected: str = ""
    owner: str = ""
    due_on: date | None = None
    milestones: tuple[Milestone, ...] = ()


def lacking(item: ItemText) -> tuple[str, ...]:
    """Return in Vietnamese what an item lacks before it can be submitted."""
    missing = [name for field, name in _NAMES.items() if not getattr(item, field).strip()]
    return (*missing, *(() if item.due_on else ("thời hạn",)))


def fault_of(item: ItemText, *, today: date) -> Refused | None:
    """Return what keeps a draft of an item from being saved.

    Refused: ``empty_item``, ``long_item``, ``due_too_far``, ``due_in_past``, ``milestone_after_due``,
    ``too_many_milestones``.
    """
    written = (item.shortcoming, item.cause, item.measure, item.expected)
    if not any(words.strip() for words in written):
        return _EMPTY
    if any(len(words) > LONGEST_TEXT for words in written) or len(item.owner) > LONGEST_LINE:
        return Refused(
            "long_item", "Có ô dài quá 2.000 chữ cái. Đề nghị viết gọn, chi tiết để trong tệp minh chứng."
        )
    return _fault_of_dates(item, today)


def unfit_to_submit(items: Sequence[ItemText]) -> Refused | None:
    """Return what keeps a plan from being submitted: ``no_items``, ``incomplete`` with the first item's gaps."""
    if not items:
        return NO_ITEMS
    for number, item in enumerate(items, start=1):
        gaps = lacking(item)
        if gaps:
            return Refused(
                "incomplete",
                f"Mục {number} còn thiếu {', '.join(gaps)}. Đề nghị ghi đủ rồi trình.",
            )
    return None


def _fault_of_dates(item: ItemText, today: date) -> Refused | None:
    if len(item.milestones) > MOST_MILESTONES or any(len(one.what) > LONGEST_LINE for one in item.milestones):
        return Refused(
            "too_many_milestones", "Mỗi mục có nhiều nhất 3 mốc, mỗi mốc một dòng dưới 300 chữ cái."
        )
    if item.due_on is None:
        return None
    if item.due_on < today:
        return Refused(
            "due_in_past",
            f"Thời hạn {short_date(item.due_on)} đã qua. Đề nghị chọn một ngày từ hôm nay trở đi.",
        )
    last = months_after(today, MOST_MONTHS)
    if item.due_on > last:
        return Refused(
            "due_too_far",
            f"Thời hạn quá xa. Đề nghị chọn ngày trước {short_date(last)}; việc dài hơn thì chia thành nhiều mốc.",
        )
    late = next((one for one in item.milestones if one.due_on > item.due_on), None)
    if late is not None:
        return Refused(
            "milestone_after_due",
            f"Mốc “{late.what}” sau thời hạn {short_date(item.due_on)} của mục. Đề nghị xem lại ngày.",
        )
    return None
