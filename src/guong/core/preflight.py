"""Kiểm tra trước khi mở: what must be true, what should be, and what is asked before a poll opens (ux.md screen 23).

Nothing here blocks an opening: what blocks is refused by the opening itself (DESIGN §9). What isn't done is said, and asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from guong.core.wording import clock as hour
from guong.core.wording import short_date

LEAST_FREE_BYTES = 2 * 2**30
MOST_SECONDS_APART = 60
CERTIFICATE_SOON_DAYS = 14
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


class Check(Enum):
    """What is checked, in the order of the page. Values are stored and stand in forms."""

    ROLL = "roll"
    PRINTED = "printed"
    CONFIRMING = "confirming"
    STORAGE = "storage"
    TEST_BALLOT = "test_ballot"
    ADDRESS = "address"
    CLOCK = "clock"
    DISK = "disk"
    SECOND_DISK = "second_disk"
    KEYS_TRIED = "keys_tried"
    SHEETS = "sheets"
    SCREENS = "screens"
    PENS = "pens"

    @property
    def words(self) -> str:
        """Return the check as the page names it."""
        return _WORDS[self]


_WORDS = {
    Check.ROLL: "Danh sách người tham gia đã chốt",
    Check.PRINTED: "Thẻ, danh sách ký nhận, phiếu giấy đã in",
    Check.CONFIRMING: "Người thứ hai đã chọn mã xác nhận",
    Check.STORAGE: "Ổ đĩa của hòm phiếu giữ chắc từng phiếu",
    Check.TEST_BALLOT: "Phiếu thử đi hết đường từ máy này đến hòm phiếu",
    Check.ADDRESS: "Địa chỉ bỏ phiếu được bảo vệ",
    Check.CLOCK: "Đồng hồ máy chủ đúng giờ",
    Check.DISK: "Ổ đĩa còn chỗ trống",
    Check.SECOND_DISK: "Bản hòm phiếu trên ổ đĩa thứ hai",
    Check.KEYS_TRIED: "Tổ kiểm phiếu đã thử khoá",
    Check.SHEETS: "Phiếu giấy đã đóng dấu",
    Check.SCREENS: "Kính đọc sách, tấm bìa che đã đặt",
    Check.PENS: "Bút, hộp bốc thẻ, hòm phiếu giấy đã đặt",
}
BY_HAND = (Check.KEYS_TRIED, Check.SHEETS, Check.SCREENS, Check.PENS)
"""What no machine can see: somebody looks and ticks."""


class Level(Enum):
    """How a check stands: done, still to be done, better mended, or in the way of opening."""

    OK = "ok"
    TODO = "todo"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True)
class Finding:
    """A check with how it stands, and a sentence: what is known, or what to do."""

    check: Check
    level: Level
    sentence: str

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left to do about it."""
        return self.level is Level.OK

    @property
    def is_by_hand(self) -> bool:
        """Tell whether a person ticks it."""
        return self.check in BY_HAND


@dataclass(frozen=True)
class Question:
    """What is asked before a poll opens; ``key`` is sent back by whoever says yes."""

    key: str
    sentence: str


def disk(free: int) -> Finding:
    """Judge the bytes free on the disk of the urn."""
    if free >= LEAST_FREE_BYTES:
        return Finding(Check.DISK, Level.OK, f"Còn {free // 2**30} GB trống.")
    return Finding(
        Check.DISK, Level.WARN, "Còn dưới 2 GB trống. Đề nghị dọn bớt tệp lớn trên máy chủ trước khi mở."
    )


def clocks(seconds: int) -> Finding:
    """Judge by how many seconds the officer's machine is ahead of the server (negative: behind it)."""
    if abs(seconds) <= MOST_SECONDS_APART:
        return Finding(Check.CLOCK, Level.OK, "Máy chủ và máy này lệch không quá một phút.")
    side = "chậm hơn" if seconds > 0 else "nhanh hơn"
    return Finding(
        Check.CLOCK,
        Level.WARN,
        f"Đồng hồ máy chủ {side} máy này {_span(abs(seconds))}. Đề nghị xem đồng hồ của hội trường: máy nào sai thì sửa "
        "giờ máy ấy, vì giờ mở và giờ kết thúc trong biên bản lấy theo máy chủ.",
    )


def address(*, is_https: bool, is_protected: bool, decision: str, days_left: int | None) -> Finding:
    """Judge how the booth is reached; ``days_left`` of the certificate are None where the server doesn't know them."""
    if not is_protected:
        if decision:
            return Finding(Check.ADDRESS, Level.OK, f"Mở không có HTTPS theo quyết định: {decision}")
        return Finding(
            Check.ADDRESS,
            Level.BLOCK,
            "Địa chỉ bỏ phiếu chưa có HTTPS. Đề nghị cấu hình HTTPS, hoặc ghi quyết định ở cuối trang.",
        )
    if not is_https:
        return Finding(
            Check.ADDRESS, Level.OK, "Chỉ chạy trong máy này: dùng để thử, không dùng cho điện thoại."
        )
    if days_left is None:
        said = "Đang dùng HTTPS. Máy chủ không đọc được ngày hết hạn chứng thư; điện thoại mở được địa chỉ là chứng thư còn hạn."
        return Finding(Check.ADDRESS, Level.OK, said)
    if days_left < 0:
        return Finding(
            Check.ADDRESS,
            Level.WARN,
            "Chứng thư HTTPS đã hết hạn: điện thoại sẽ không vào được. Đề nghị người quản trị gia hạn trước khi mở.",
        )
    said = f"Chứng thư HTTPS còn {days_left} ngày."
    if days_left < CERTIFICATE_SOON_DAYS:
        return Finding(Check.ADDRESS, Level.WARN, f"{said} Đề nghị nhắc người quản trị gia hạn.")
    return Finding(Check.ADDRESS, Level.OK, said)


def questions(
    *, now: datetime, announced: datetime, subject_left: bool, findings: Sequence[Finding]
) -> tuple[Question, ...]:
    """Return what is asked before the first opening: too early, the person asked about still there, checks not done.

    ``now`` and ``announced`` are local, without zone. Checks that block are not asked about: no yes helps there.
    """
    asked = []
    if now < announced:
        asked.append(Question("early", _early(now, announced)))
    if not subject_left:
        asked.append(
            Question(
                "in_room",
                "Chưa ghi giờ mời đồng chí được góp ý rời phòng. Đồng chí ấy đã rời phòng, mở luôn?",
            )
        )
    left = [found.check.words for found in findings if found.level in (Level.TODO, Level.WARN)]
    if left:
        asked.append(Question("unfinished", f"Còn {len(left)} mục chưa xong: {'; '.join(left)}. Vẫn mở?"))
    return tuple(asked)


def _early(now: datetime, announced: datetime) -> str:
    if now.date() == announced.date():
        return f"Hội nghị ghi {hour(announced)}; bây giờ mới {hour(now)}. Mở luôn?"
    return (
        f"Hội nghị ghi {hour(announced)}, ngày {short_date(announced.date())}; hôm nay mới ngày {short_date(now.date())}. "
        "Mở luôn?"
    )


def _span(seconds: int) -> str:
    if seconds >= _DAY:
        return f"{seconds // _DAY} ngày"
    return f"{seconds // _HOUR} giờ" if seconds >= _HOUR else f"{seconds // _MINUTE} phút"
