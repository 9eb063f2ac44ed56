"""What the sealing minutes say of the way that ballots took (DESIGN §4.9)."""

import io
import re
import zipfile

from guong.office.conferences import services as hall
from guong.office.counting import services
from guong.office.counting.services.minutes import HandOver
from guong.office.papers import archive
from guong.office.papers.models import Paper
from tests.conferences.world import good
from tests.counting.world import Count, sealed

HAND_OVER = HandOver("Tạ Phương Nhung", "Phó Trưởng Ban", "14 giờ ngày 25 tháng 5, tại trụ sở")


def words(paper: Paper) -> str:
    """The running text of a filed paper, from its editable file."""
    file = archive.load(paper.files.get(format="docx"))
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())


def minutes(count: Count) -> str:
    sealed(count)
    made = services.make_sealing_minutes(
        conference=count.conference, hand_over=HAND_OVER, actor=count.officer
    )
    return words(good(made))


def test_a_decision_to_go_without_https_stands_in_the_minutes(count: Count) -> None:
    good(
        hall.decide_plain_http(
            actor=count.officer, conference=count.conference, text="Chủ trì đồng ý, mạng nội bộ"
        )
    )
    assert "đường truyền không mã hoá (HTTP): Chủ trì đồng ý, mạng nội bộ" in minutes(count)


def test_without_such_a_decision_nothing_is_said_of_it(count: Count) -> None:
    assert "(HTTP)" not in minutes(count)
