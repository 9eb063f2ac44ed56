"""Which permissions each role has (DESIGN §1, §2)."""

from collections.abc import Collection
from enum import Enum


class Role(Enum):
    """Roles of the office; the value is the name of the Django group."""

    ORGANISER = "organiser"
    COUNTING_OFFICER = "counting_officer"
    PAPER_CLERK = "paper_clerk"
    REMARKS_EDITOR = "remarks_editor"
    REPORTER = "reporter"
    STANDING_BOARD = "standing_board"
    COMMITTEE = "committee"
    SUBJECT = "subject"
    OBSERVER = "observer"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """Return the role as officers call it."""
        return LABELS[self]

    @property
    def work(self) -> str:
        """Return what an officer of this role does here, as one sentence."""
        return _WORK[self]


# Who organises a poll doesn't count it, and who makes accounts does neither (security.md §2 no. 6).
APART = (
    frozenset({Role.ORGANISER, Role.COUNTING_OFFICER}),
    frozenset({Role.ADMINISTRATOR, Role.ORGANISER}),
    frozenset({Role.ADMINISTRATOR, Role.COUNTING_OFFICER}),
    frozenset({Role.ADMINISTRATOR, Role.REPORTER}),
    frozenset({Role.ADMINISTRATOR, Role.REMARKS_EDITOR}),
    *(
        frozenset({Role.ADMINISTRATOR, reader})
        for reader in (Role.STANDING_BOARD, Role.COMMITTEE, Role.SUBJECT)
    ),
    # Nobody has a hand in what others say of the own work (seed 000: the person hears last).
    *(
        frozenset({Role.SUBJECT, other})
        for other in (
            Role.ORGANISER,
            Role.COUNTING_OFFICER,
            Role.PAPER_CLERK,
            Role.REMARKS_EDITOR,
            Role.REPORTER,
        )
    ),
    # Who leads the body takes no part in making the figures that are presented to it.
    *(
        frozenset({leader, maker})
        for leader in (Role.STANDING_BOARD, Role.COMMITTEE)
        for maker in (Role.COUNTING_OFFICER, Role.REMARKS_EDITOR)
    ),
)

# Roles whose password alone opens too much (DESIGN §1; security.md §2 no. 3).
WITH_SECOND_STEP = frozenset(
    {
        Role.ORGANISER,
        Role.COUNTING_OFFICER,
        Role.REMARKS_EDITOR,
        Role.REPORTER,
        Role.STANDING_BOARD,
        Role.COMMITTEE,
        Role.ADMINISTRATOR,
    }
)

PERMISSIONS: dict[Role, tuple[str, ...]] = {
    Role.ORGANISER: ("organise_conference", "run_hall", "manage_registry"),
    Role.COUNTING_OFFICER: ("count_votes", "enter_paper"),
    Role.PAPER_CLERK: ("enter_paper",),
    Role.REMARKS_EDITOR: ("edit_remarks",),
    Role.REPORTER: ("read_results",),
    Role.STANDING_BOARD: ("read_at_standing_board",),
    Role.COMMITTEE: ("read_at_committee",),
    Role.SUBJECT: ("read_own_result",),
    Role.OBSERVER: ("observe",),
    Role.ADMINISTRATOR: ("manage_accounts",),
}


# Whom a campaign can't do without, in the order of its work; leaders and heads may get their accounts later.
CAMPAIGN = (
    Role.ORGANISER,
    Role.COUNTING_OFFICER,
    Role.PAPER_CLERK,
    Role.REMARKS_EDITOR,
    Role.REPORTER,
    Role.OBSERVER,
)

LABELS = {
    Role.ORGANISER: "Cán bộ tổ chức",
    Role.COUNTING_OFFICER: "Cán bộ kiểm phiếu",
    Role.PAPER_CLERK: "Người nhập phiếu giấy",
    Role.REMARKS_EDITOR: "Cán bộ biên tập ý kiến",
    Role.REPORTER: "Cán bộ tổng hợp, báo cáo",
    Role.STANDING_BOARD: "Thường trực",
    Role.COMMITTEE: "Ban Thường vụ",
    Role.SUBJECT: "Người được góp ý",
    Role.OBSERVER: "Người giám sát",
    Role.ADMINISTRATOR: "Quản trị viên",
}

_WORK = {
    Role.ORGANISER: "Lập kế hoạch, gắp thăm, lập lịch, chuẩn bị và điều hành hội nghị.",
    Role.COUNTING_OFFICER: "Kiểm đếm, niêm phong, nhận kết quả mở hòm phiếu.",
    Role.PAPER_CLERK: "Nhập phiếu giấy, hai người nhập độc lập.",
    Role.REMARKS_EDITOR: "Biên tập ý kiến ghi trên phiếu; mỗi ý kiến do hai người thống nhất.",
    Role.REPORTER: "Xem kết quả, lập bảng tổng hợp và báo cáo; trình, thông báo kết quả.",
    Role.STANDING_BOARD: "Đọc kết quả từ khi được trình Thường trực.",
    Role.COMMITTEE: "Đọc kết quả từ khi được trình Ban Thường vụ.",
    Role.SUBJECT: "Đọc kết quả của chính mình sau khi được thông báo.",
    Role.OBSERVER: "Theo dõi tiến độ, không thấy kết quả.",
    Role.ADMINISTRATOR: "Cấp tài khoản, giao phạm vi đơn vị.",
}


def clashing(roles: Collection[Role]) -> frozenset[Role]:
    """Return two roles of these that one person may not hold together, or an empty set."""
    return next((pair for pair in APART if pair <= set(roles)), frozenset())
