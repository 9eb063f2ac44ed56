"""Who leads and counts in the demo: invented officials of the lead body, the same at every conference."""

from guong.office.conferences.details import BoardSeat, Officials
from guong.office.counting.details import EnvelopeKeeper

BOARD = (
    BoardSeat("head", "Tạ Quốc Bách", "Ban Tổ chức Quận uỷ"),
    BoardSeat("clerk", "Lại Thu Nhàn", "Ban Tuyên giáo Quận uỷ"),
    BoardSeat("member", "Đinh Hữu Lâm", "Phòng Nội vụ"),
    BoardSeat("witness", "Cao Thị Mơ", "Đảng uỷ phường"),
)
HEAD, CLERK, _, WITNESS = (seat.full_name for seat in BOARD)
# The first and the third envelope are opened (`rounds.RoundPlay.open` takes their key files).
KEEPERS = (
    EnvelopeKeeper(HEAD, "Tổ trưởng tổ kiểm phiếu", opened=True),
    EnvelopeKeeper(CLERK, "Thư ký tổ kiểm phiếu", opened=False),
    EnvelopeKeeper(WITNESS, "Đại biểu chứng kiến", opened=True),
)
OFFICIALS = Officials(
    chair_name="Đặng Trọng Vinh",
    chair_post="Phó Trưởng Ban Tuyên giáo",
    clerk_name="Vũ Khánh Ngân",
    clerk_post="Chuyên viên Ban Tuyên giáo",
)
TYPISTS = ("Trần Thu Oanh", "Lê Đình Khải")
THIRD_VERIFIER = "Mai Thế Hưng"
COUNTERS = ("Bùi Ngọc Thảo", "Dương Gia Hiếu")
RECEIVER = ("Dương Trọng Phúc", "Chánh Văn phòng Quận uỷ")
SIGNER = "Lưu Hải Đăng"  # of the plan, for the Standing Committee
REPORT_SIGNER = "Hồ Diệu Linh"  # heads the lead office
GUEST = ("Chu Tuấn Kiệt", "Đại biểu khách mời")
