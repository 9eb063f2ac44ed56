"""Ai xem được gì?: who sees what of a poll and what can't be hidden (DESIGN §4.9, §5).

One source for the voter's page and the poster on the door, out of the poll's own settings, so that they can't disagree.
"""

from dataclasses import dataclass, field

from guong.core.poll import PollDefinition

TITLE = "Ai xem được gì?"
PROMISE = "Không ai biết thẻ nào về tay ai, nên không ai biết phiếu nào của đồng chí."
NOT_HIDDEN = "Điều hệ thống không che được"
PLAIN_HTTP = (
    "Kết nối của hội nghị này không mã hoá đường truyền (HTTP) theo quyết định đã ghi biên bản; nội dung phiếu vẫn được "
    "niêm phong trên máy."
)


@dataclass(frozen=True)
class Fact:
    """What holds ``about`` something; ``text`` has the places named in ``values``, so that it can be translated."""

    about: str
    text: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The text with its values."""
        return self.text.format(**self.values)


def facts_of(definition: PollDefinition) -> tuple[Fact, ...]:
    """Return the facts of a poll in the order in which they are read; the last one says what can't be hidden."""
    return (
        Fact(
            "Phiếu của từng người",
            "Được niêm phong ngay trên máy dùng để bỏ phiếu. Chỉ mở được, tất cả cùng một lúc, bằng hai trong ba phong bì "
            "chìa khoá hòm phiếu do tổ kiểm phiếu và đại biểu chứng kiến giữ. Khi mở, phiếu được xáo trộn, ghi chú tách khỏi "
            "mức đánh giá.",
        ),
        Fact(
            "Số phiếu theo từng mức",
            "Chỉ có khi từ {rows_from} phiếu trở lên cho mỗi đồng chí được góp ý. Ít hơn thì không mở phiếu.",
            {"rows_from": definition.rows_from},
        ),
        Fact(
            "Ghi chú và ý kiến khác",
            "Người đọc: {readers}. Dưới {remarks_from} phiếu thì ghi chú bị bỏ, không ai đọc. Người được góp ý chỉ nhận bản "
            "đã biên tập, tổng hợp.",
            {"readers": definition.remarks_readers, "remarks_from": definition.remarks_from},
        ),
        Fact(
            "Người được góp ý",
            "Không dự bỏ phiếu, không xem được phiếu nào; chỉ nhận kết quả chung sau khi hòm phiếu được mở và kết quả được "
            "thông báo.",
        ),
        *((_PAPER,) if definition.station_keys else ()),
        Fact(
            "Trong lúc bỏ phiếu",
            "Không ai xem được kết quả. Máy chủ không ghi tên, số điện thoại, địa chỉ mạng hay giờ gửi của từng phiếu.",
        ),
        Fact(
            "Đồng chí tự kiểm tra",
            "Sau khi đóng hòm phiếu, danh sách mã phiếu được công bố: quét mã biên nhận để biết phiếu của mình có trong hòm. "
            "Mã niêm phong và mã của trang bỏ phiếu in trong biên bản.",
        ),
        Fact(
            NOT_HIDDEN,
            "Mọi người cùng chọn một mức; lời văn, sự việc mà chỉ một người biết; màn hình bị người khác nhìn hoặc chụp lại; "
            "địa chỉ của thẻ còn trong lịch sử trình duyệt trên máy đồng chí (nhập mã bằng tay thì không còn); máy chủ bị kẻ "
            "xấu chiếm và gửi trang giả (mã của trang được in vào biên bản để phát hiện, không ngăn trước được). Nếu chưa yên "
            "tâm, đồng chí đổi thẻ lấy phiếu giấy.",
        ),
    )


_PAPER = Fact(
    "Phiếu giấy",
    "Hai người của bàn nhập phiếu nhập từng tờ, niêm phong như phiếu trên máy rồi cho vào cùng hòm. Nét chữ có thể bị nhận "
    "ra; đồng chí không bắt buộc viết.",
)
