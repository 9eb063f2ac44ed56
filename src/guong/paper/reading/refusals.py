"""Why a page or a file is not read, and why a row goes to a person: codes for programs, sentences for people."""

from guong.core.outcome import Refused

_SENTENCES = {
    "unreadable_file": "Không mở được tệp này. Quét lại và lưu thành PDF, TIFF, PNG hoặc JPEG.",
    "encrypted": "Tệp PDF có mật khẩu. Lưu lại không đặt mật khẩu rồi đọc lại.",
    "too_large": "Tệp quá lớn. Chia thành nhiều tệp nhỏ hơn 200 MB.",
    "too_many_pages": "Tệp có quá nhiều trang. Chia thành nhiều tệp, mỗi tệp không quá 400 trang.",
    "too_many_pixels": "Ảnh quá lớn (trên 40 triệu điểm ảnh). Quét lại ở 200–300 dpi.",
    "blank_page": "Trang trắng. Kiểm tra xem tờ phiếu có bị đặt úp hay không.",
    "no_markers": "Không thấy dấu định vị ở các góc: đây không phải phiếu của mẫu này, hoặc ảnh bị cắt. Kiểm tra rồi quét lại.",
    "markers_missing": "Thiếu dấu định vị ở góc (phải thấy ít nhất ba). Quét lại cả tờ, không để bị che hoặc cắt góc.",
    "two_sheets": "Có hơn một tờ phiếu trong ảnh. Quét hoặc chụp từng tờ.",
    "folded": "Tờ phiếu bị gấp, nhăn hoặc cong. Vuốt phẳng rồi quét lại.",
    "wrong_scale": "Phiếu không được in đúng cỡ 100 %. Nhập tay tờ này, và kiểm tra cỡ in.",
    "stretched": "Ảnh quét bị co giãn một chiều. Kiểm tra máy quét rồi quét lại.",
    "low_resolution": "Ảnh quá mờ để đọc. Quét lại ở 200 dpi trở lên, hoặc chụp gần hơn.",
    "faint_print": "Bản in quá nhạt để đọc. Nhập tay tờ này.",
    "streak": "Máy quét để lại vệt dọc trên trang. Lau kính máy quét rồi quét lại.",
    "boxes_not_found": "Không thấy các ô ở đúng vị trí. Vuốt phẳng tờ phiếu rồi quét lại, hoặc nhập tay.",
    "code_unreadable": "Không đọc được mã của mẫu phiếu. Quét lại rõ hơn, hoặc nhập tay tờ này.",
    "foreign_form": "Tờ này là phiếu của mẫu khác. Lấy ra khỏi tập phiếu.",
    "other_version": "Tờ này được in theo phiên bản hoặc bố cục khác của mẫu phiếu. Đọc bằng tệp bố cục in kèm nó.",
    "blank": "Không thấy dấu ở dòng này.",
    "double": "Có hơn một ô được đánh dấu.",
    "filled": "Ô bị tô kín hoặc gạch bỏ mà không có ô khác được đánh dấu.",
    "fills_boxes": "Trên tờ này có dòng chỉ có ô tô kín hoặc gạch bỏ, nên không rõ ô như thế ở dòng này là chọn hay bỏ.",
    "doubtful": "Dấu không rõ, hoặc có nét ngoài ô.",
    "misplaced": "Không thấy rõ các ô của dòng này.",
}


def refused(reason: str) -> Refused:
    """Return the refusal of that code with its sentence."""
    return Refused(reason, _SENTENCES[reason])


def sentence(reason: str) -> str:
    """Return what people read for a code."""
    return _SENTENCES[reason]
