"""What sheets, pages and minutes of a paper-only poll say, each sentence once."""

from guong.core.paper_poll.ballot import Base, Kind, PollBallot
from guong.core.paper_poll.outcome import Standing

SHEET_TITLES = {
    Kind.ELECTION: "PHIẾU BẦU",
    Kind.QUESTIONS: "PHIẾU BIỂU QUYẾT",
    Kind.LEVELS: "PHIẾU ĐÁNH GIÁ, XẾP LOẠI",
}
KINDS = {
    Kind.ELECTION: "Bầu cử",
    Kind.QUESTIONS: "Biểu quyết đồng ý, không đồng ý",
    Kind.LEVELS: "Đánh giá, xếp loại theo bốn mức",
}
BASES = {
    Base.SUMMONED: "số người được triệu tập",
    Base.PRESENT: "số người có mặt",
    Base.RETURNED: "số phiếu thu về",
    Base.VALID: "số phiếu hợp lệ",
}
STANDINGS = {
    Standing.ELECTED: "Trúng cử",
    Standing.TIED: "Bằng phiếu nhau, chưa xác định",
    Standing.ENOUGH_BUT_NO_SEAT: "Quá nửa, không trúng cử vì đã đủ số lượng",
    Standing.NOT_ENOUGH: "Không quá nửa, không trúng cử",
    Standing.PASSED: "Quá nửa đồng ý",
    Standing.NOT_PASSED: "Không quá nửa đồng ý",
    Standing.COUNTED: "",
}
INVALID_REASONS = (
    ("no_stamp", "Không có dấu, không do tổ kiểm phiếu phát ra"),
    ("blank", "Để trống"),
    ("too_many", "Bầu thừa số lượng"),
    ("otherwise", "Lý do khác (ký tên, viết thêm, làm dấu riêng)"),
)


def instruction(ballot: PollBallot) -> str:
    """Return how the sheet is filled in, as it is printed on it."""
    if ballot.is_by_striking:
        return (
            f"Bầu không quá {ballot.seats:02d} người. Không bầu người nào thì gạch ngang họ và tên người đó. "
            "Phiếu gạch hết mọi người hoặc để lại nhiều hơn số lượng trên là phiếu không hợp lệ."
        )
    if ballot.kind is Kind.ELECTION:
        return f"Bầu {ballot.seats:02d} người. Đánh dấu X vào một trong hai ô ở hàng của từng người."
    return "Đánh dấu X vào một ô ở mỗi hàng. Hàng để trống hoặc có nhiều dấu thì hàng đó không tính."


def rule(ballot: PollBallot, base: Base) -> str:
    """Return by which rule the outcome is found, as one sentence of the minutes."""
    if ballot.kind is Kind.LEVELS:
        return "Biên bản này chỉ ghi số phiếu của từng mức; mức xếp loại do cấp có thẩm quyền quyết định."
    if ballot.kind is Kind.QUESTIONS:
        return f"Nội dung được thông qua khi có số phiếu đồng ý quá một nửa {BASES[base]}."
    return (
        f"Người trúng cử có số phiếu bầu quá một nửa {BASES[base]}, lấy từ người nhiều phiếu nhất cho đến đủ "
        f"{ballot.seats:02d} người."
    )


def rule_set(ballot: PollBallot, base: Base) -> str:
    """Return the name of the rules for the foot of the minutes: the Party's regulation, or what the chair chose."""
    if ballot.kind is Kind.LEVELS:
        return "Kiểm phiếu, không tính kết quả"
    is_party = ballot.kind is Kind.ELECTION and base is Base.SUMMONED
    return "Quy chế bầu cử trong Đảng (190-QĐ/TW)" if is_party else "Quy tắc do chủ trì chọn"
