"""Papers in the archive and long tasks that have ended with a file, for each role that reads them."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from guong.core.documents.model import Document, Letterhead, Profile, text
from guong.office.accounts.models import User
from guong.office.accounts.roles import PERMISSIONS, Role
from guong.office.papers.models import LongTask, TaskState
from guong.office.papers.services import file_paper

_READERS = (Role.ORGANISER, Role.COUNTING_OFFICER, Role.REPORTER)


def with_papers(people: Mapping[Role, User], *, unit_key: str) -> None:
    """File one paper of a unit for each role, which the others may not read."""
    head = Letterhead(Profile.PARTY, "QUẬN UỶ HOA SEN", "BAN", "Hoa Sen", timezone.localdate())
    for role in _READERS:
        words = (text(f"Nội dung cho {role.label}."),)
        file_paper(
            document=Document(head, "BIÊN BẢN", "Văn bản thử", words),
            kind=f"tests_{role.value}",
            unit_key=unit_key,
            actor=people[role],
            permission=PERMISSIONS[role][0],
            formats=("docx",),
        )


def with_tasks(people: Iterable[Mapping[Role, User]], *, unit_key: str) -> None:
    """Give each of these officers a finished task about a unit, whether or not the unit is theirs."""
    for of_role in people:
        for role in _READERS:
            LongTask.objects.create(
                owner=of_role[role],
                subject="tests.permissions",
                title="Bộ hồ sơ hội nghị",
                back="/",
                to="/",
                unit_key=unit_key,
                permission=PERMISSIONS[role][0],
                begun_on=timezone.localdate(),
                state=TaskState.DONE,
                sentence="Đã lập xong.",
                file_name="bo-ho-so",
                file=b"%PDF-1.7",
            )
