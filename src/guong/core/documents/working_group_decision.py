"""Quyết định thành lập tổ công tác: who runs the campaign's conferences (R-001-18; DESIGN §6)."""

from dataclasses import dataclass

from guong.core.documents.decision_parts import decision_blocks
from guong.core.documents.model import (
    Align,
    Column,
    Document,
    Letterhead,
    NumberedList,
    Signature,
    Table,
    header_row,
)
from guong.core.documents.parties import Person
from guong.core.documents.phrases import in_sentence, no_name_twice, numbered_rows, sentence
from guong.core.wording import in_words

_LEAST_MEMBERS = 2


@dataclass(frozen=True)
class GroupMember:
    """A member: who, in which role of the group (``Tổ trưởng``), and what for (may be empty)."""

    person: Person
    role: str
    task: str = ""


@dataclass(frozen=True)
class WorkingGroupDecision:
    """Everything that the decision says. ``purpose`` continues ``Thành lập Tổ công tác …``; ``decider`` is the body."""

    letterhead: Letterhead
    purpose: str
    decider: str
    bases: tuple[str, ...]
    members: tuple[GroupMember, ...]
    tasks: tuple[str, ...]
    carried_out_by: str
    signature: Signature
    rule_set: str
    recipients: tuple[str, ...] = ()


def working_group_decision(given: WorkingGroupDecision) -> Document:
    """Return the decision, its members with their head first.

    Raises ValueError for fewer than two members, a person twice, no or several heads, or no task.
    """
    heads = [member for member in given.members if member.role == "Tổ trưởng"]
    if len(given.members) < _LEAST_MEMBERS or len(heads) != 1 or given.members[0] not in heads:
        raise ValueError("a working group has at least two members, one head, and the head stands first")
    no_name_twice((member.person for member in given.members), where="in the working group")
    if not given.tasks:
        raise ValueError("a working group needs a task")
    number = len(given.members)
    articles = (
        (
            f"Thành lập Tổ công tác {in_sentence(given.purpose)}, gồm {number:02d} đồng chí (bằng chữ: "
            f"{in_words(number)} đồng chí):",
            (_members(given.members),),
        ),
        ("Tổ công tác có nhiệm vụ:", (NumberedList(tuple(sentence(task) for task in given.tasks)),)),
        (
            "Các thành viên làm việc theo phân công của Tổ trưởng, giữ bí mật danh sách và tài liệu được giao; không được "
            "hỏi, đoán hoặc ghi lại việc bỏ phiếu của bất kỳ ai. Tổ công tác tự giải thể khi hoàn thành nhiệm vụ.",
            (),
        ),
        (
            f"{given.carried_out_by} và các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
            (),
        ),
    )
    return Document(
        letterhead=given.letterhead,
        kind="QUYẾT ĐỊNH",
        abstract=f"Thành lập Tổ công tác {in_sentence(given.purpose)}",
        blocks=tuple(decision_blocks(bases=given.bases, decider=given.decider, articles=articles)),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _members(members: tuple[GroupMember, ...]) -> Table:
    return Table(
        columns=(Column(11, Align.CENTER), Column(42), Column(52), Column(24), Column(36)),
        header=(header_row("TT", "Họ và tên", "Chức vụ, đơn vị", "Vai trò", "Phụ trách"),),
        rows=numbered_rows(
            (member.person.name, member.person.post, member.role, member.task) for member in members
        ),
    )
