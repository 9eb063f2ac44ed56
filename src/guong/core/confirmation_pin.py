"""Mã xác nhận: the short number by which a second person confirms an act at somebody else's machine (decision 0013)."""

from guong.core.outcome import Refused

SHORTEST, LONGEST = 4, 8
MOST_WRONG = 5
"""After so many wrong attempts the number is worth nothing until its owner chooses another one."""

BAD_PIN = Refused(
    "bad_pin",
    f"Mã xác nhận gồm {SHORTEST} đến {LONGEST} chữ số, không phải một chữ số lặp lại, không phải dãy liền nhau như 1234. "
    "Đề nghị chọn mã khác.",
)


def refusal_of(pin: str) -> Refused | None:
    """Return why a number can't be chosen: ``bad_pin`` for another length, other signs, one digit repeated, a run."""
    if not SHORTEST <= len(pin) <= LONGEST or not (pin.isascii() and pin.isdigit()):
        return BAD_PIN
    steps = {int(later) - int(earlier) for earlier, later in zip(pin, pin[1:], strict=False)}
    return BAD_PIN if steps <= {0} or steps <= {1} or steps <= {-1} else None
