"""How secrecy is kept, and what it can't hide, in plain words for the hall and for announcements (DESIGN §4.9)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SecrecyTerms:
    """What the words depend on. ``opening`` says when and where boxes are opened; thresholds are ballots (>= 5, >= 10).

    ``remarks_readers`` names who edits the remarks.
    """

    opening: str
    remarks_readers: str = "hai cán bộ ngoài đơn vị"
    rows_from: int = 5
    remarks_from: int = 10

    def __post_init__(self) -> None:
        if self.rows_from < 5 or self.remarks_from < 10:
            raise ValueError("results need 5 ballots, remarks 10")


def kept(terms: SecrecyTerms) -> tuple[str, ...]:
    """Return the sentences on how secrecy is kept."""
    return (
        "Thẻ bỏ phiếu giống nhau, không ghi tên, không đánh số, được gấp kín, trộn đều và do mỗi đồng chí tự bốc: không ai "
        "biết thẻ nào về tay ai.",
        "Phiếu được niêm phong ngay trên điện thoại. Máy chủ không ghi tên, số điện thoại, địa chỉ mạng hay giờ gửi của từng "
        "phiếu. Trong lúc bỏ phiếu không ai xem được kết quả.",
        f"Hòm phiếu chỉ mở {terms.opening}, tất cả cùng một lúc, bằng hai trong ba phong bì chìa khoá. Khi mở, phiếu được xáo "
        "trộn, ghi chú tách khỏi mức đánh giá.",
        f"Dưới {terms.rows_from:02d} phiếu thì không mở. Dưới {terms.remarks_from} phiếu thì ghi chú bị bỏ, không ai đọc. Ghi "
        f"chú do {terms.remarks_readers} biên tập; người được góp ý chỉ nhận bản tổng hợp.",
        "Không ai được hỏi đồng chí đã góp ý thế nào, kể cả sau hội nghị.",
    )


def not_hidden() -> tuple[str, ...]:
    """Return the sentences on what no secrecy can hide, and the way out."""
    return (
        "Nếu mọi người cùng chọn một mức thì ai cũng biết mức ấy.",
        "Lời văn quen thuộc, sự việc chỉ một người biết, chữ viết tay trên phiếu giấy có thể cho biết người viết.",
        "Màn hình có thể bị người bên cạnh nhìn thấy hoặc chụp lại.",
        "Máy chủ bị kẻ xấu chiếm thì có thể gửi trang giả. Mã của trang bỏ phiếu được in vào biên bản để phát hiện, không ngăn "
        "trước được.",
        "Đồng chí nào chưa yên tâm với điện thoại thì dùng phiếu giấy.",
    )
