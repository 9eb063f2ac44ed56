"""Two forms of other rooms as questionnaire data: a cell meeting's score sheet and a year-end ballot on members. Invented."""

from functools import cache
from typing import Any

import numpy
import pypdfium2

from guong.core import canonical
from guong.core.questionnaire import Questionnaire, official
from guong.paper import ballot_layout, ballot_sheet_pdf
from guong.paper.reading import Layout
from tests.paper.marks import PIXELS, Page

MEETING, REVIEW = "cell_meeting", "member_review"
_SCORED: tuple[str, ...] = ("Tốt", "Khá", "Trung bình", "Kém")
_CLASSES: tuple[str, ...] = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)
_CRITERIA: tuple[str, ...] = (
    "Công tác chuẩn bị: nội dung, tài liệu gửi trước, phân công báo cáo",
    "Đảng viên dự họp đủ, đúng giờ",
    "Nội dung sát nhiệm vụ chính trị của đơn vị",
    "Điều hành dân chủ, gợi mở, đúng trọng tâm",
    "Đảng viên tham gia thảo luận, góp ý thẳng thắn",
    "Kết luận rõ việc, rõ người, rõ thời hạn",
    "Nghị quyết được thông qua và phân công thực hiện",
)
_MEMBERS: tuple[str, ...] = (
    "Phí Quang Lộc", "Sầm Thị Ánh Tuyết", "Thạch Ngọc Bích", "Ứng Thị Hoài Thu", "Viên Đức Trọng", "Xa Thị Phương Thảo",
    "Chử Thị Thanh Vân", "Giáp Văn Khoát", "Hứa Thuỳ Dương", "Lại Thế Hiển", "Ngạc Thị Thu Sương", "Ông Thị Mai Khôi",
)  # fmt: skip


@cache
def form(key: str) -> Questionnaire:
    """One of the two forms: seven criteria with notes and an opinion, or twelve members without a back."""
    rows, levels = (_CRITERIA, _SCORED) if key == MEETING else (_MEMBERS, _CLASSES)
    opinions = [{"key": "other", "text": "Ý kiến khác về buổi sinh hoạt"}] if key == MEETING else []
    items = [
        {
            "key": f"{key}_{n:02}",
            "number": str(n),
            "text": text,
            "levels": list(levels),
            "note": key == MEETING,
        }
        for n, text in enumerate(rows, start=1)
    ]
    data: dict[str, Any] = official("school_head").as_data() | {
        "key": key,
        "version": "2026",
        "title": "PHIẾU CHẤM ĐIỂM SINH HOẠT" if key == MEETING else "PHIẾU XẾP LOẠI ĐẢNG VIÊN",
        "items": items,
        "opinions": opinions,
    }
    return Questionnaire.from_canonical(canonical.encode(data))


@cache
def layout(key: str) -> Layout:
    """The form's layout, out of the file that lies next to the printed form."""
    return Layout.from_bytes(ballot_layout(form(key).raw))


@cache
def printed(key: str, side: int = 1) -> Page:
    """A side as printed, 12 pixels a millimetre."""
    pdf = ballot_sheet_pdf(form(key).raw, subject_line="Chi bộ Trường Tiểu học Hoa Sen")
    drawn = pypdfium2.PdfDocument(pdf)[side - 1].render(scale=PIXELS * 25.4 / 72, grayscale=True)
    return numpy.asarray(drawn.to_pil(), dtype=numpy.uint8)
