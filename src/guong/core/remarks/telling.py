"""What voters hear of their remarks: four numbers of a whole round, never a word of any remark (DESIGN §5)."""

from guong.core.remarks.digest import RemarkCounts
from guong.core.wording import in_digits


def remarks_sentence(counts: RemarkCounts) -> str:
    """Return the four numbers in one sentence, as announcement and chat group say them."""
    if not counts.received:
        return "Không có ý kiến nào ghi trên phiếu."
    return (
        f"Trong {in_digits(counts.received)} ý kiến ghi trên phiếu nhận được, {in_digits(counts.shown)} ý kiến được đưa vào bảng "
        f"tổng hợp gửi người được góp ý, trong đó {in_digits(counts.edited)} ý kiến được biên tập câu chữ để không lộ người viết; "
        f"{in_digits(counts.withheld)} ý kiến không đưa vào."
    )


def told_voters(counts: RemarkCounts, *, round_name: str, issuer: str) -> str:
    """Return the message for the units' chat groups once the people asked about were told."""
    return (
        f"{issuer} xin báo: kết quả đợt lấy ý kiến góp ý “{round_name}” đã được thông báo riêng cho người được góp ý. "
        f"{remarks_sentence(counts)} Bản gốc các ý kiến đã huỷ. Trân trọng cảm ơn các đồng chí đã tham gia góp ý."
    )
