"""How the demo's invented voters answer: synthetic opinions, no claim on any real school."""

from random import Random

from guong.core.ballot import Part
from guong.core.questionnaire import Questionnaire

_NOTES = (
    "Cần công khai sớm hơn kế hoạch mua sắm trang thiết bị.",
    "Nên họp bàn với tổ chuyên môn trước khi phân công.",
    "Lịch trực thay đổi nhiều, giáo viên khó sắp xếp.",
    "Đề nghị lắng nghe hết ý kiến trước khi kết luận.",
    "Có lúc còn nóng trong các buổi giao ban.",
    "Chưa phản hồi các kiến nghị của tổ văn phòng.",
    "Mong quan tâm hơn đến giáo viên có con nhỏ.",
)
_OPINIONS = (
    "Nhà trường có nhiều đổi mới, tập thể tin tưởng.",
    "Đề nghị duy trì đối thoại hằng tháng với giáo viên.",
    "Mong có hòm thư góp ý thường xuyên.",
    "Cần cải thiện phòng nghỉ trưa cho giáo viên.",
)
_LENIENT, _CRITICAL, _MIXED = (70, 25, 4, 1), (10, 35, 38, 17), (40, 42, 14, 4)


def answer(random: Random, form: Questionnaire, subject: str) -> Part:
    """Return one synthetic voter's answer about one subject."""
    weights = random.choices((_LENIENT, _MIXED, _CRITICAL), (45, 40, 15))[0]
    straight = random.random() < 0.3
    same = _level(random, weights)
    marks = "".join(same if straight else _level(random, weights) for _ in form.items)
    if random.random() < 0.08:
        place = random.randrange(len(marks))
        marks = f"{marks[:place]}0{marks[place + 1 :]}"
    return Part(subject, marks, _remarks(random, form, marks))


def empty_answer(form: Questionnaire, subject: str) -> Part:
    """Return a ballot on which nothing was ticked: returned, invalid."""
    return Part(subject, "0" * len(form.items))


def _level(random: Random, weights: tuple[int, ...]) -> str:
    return random.choices("1234", weights)[0]


def _remarks(random: Random, form: Questionnaire, marks: str) -> tuple[tuple[str, str], ...]:
    remarks = [
        (item.key, random.choice(_NOTES))
        for item, mark in zip(form.items, marks, strict=True)
        if item.note and mark in "34" and random.random() < 0.25
    ]
    if random.random() < 0.3:
        remarks += [(opinion.key, random.choice(_OPINIONS)) for opinion in form.opinions]
    return tuple(remarks)
