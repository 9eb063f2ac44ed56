"""Two keys of three make the seed; each way in which they don't has its own sentence (DESIGN §4.1)."""

from collections.abc import Sequence

from guong.core.outcome import Refused
from guong.core.secrecy import keys

ONE_KEY = Refused(
    "one_key", "Cần hai chìa khoá của hai phong bì khác nhau. Một chìa khoá không mở được hòm phiếu."
)
TOO_MANY_KEYS = Refused("too_many_keys", "Chỉ cần hai chìa khoá. Phong bì thứ ba giữ nguyên niêm phong.")
ODD_KEYS = Refused(
    "odd_keys",
    "Mỗi bộ cần đúng hai chìa khoá. Đề nghị đưa đủ hai chìa khoá của bộ thứ nhất rồi đến hai chìa khoá của bộ tiếp theo.",
)
SAME_KEY = Refused(
    "same_key", "Hai lần nhập là cùng một chìa khoá. Đề nghị nhập chìa khoá của một phong bì khác."
)
OTHER_SET = Refused(
    "other_set",
    "Hai chìa khoá không thuộc cùng một bộ. Đề nghị kiểm tra hội nghị và ngày lập in trên phong bì.",
)


def seed_from(texts: Sequence[str], *, first: int = 1) -> bytes | Refused:
    """Return the seed of two keys as typed, scanned or read from files (formats §4); ``first`` numbers the first of them.

    Refused: ``one_key``, ``too_many_keys``, ``bad_key`` (says which one), ``same_key``, ``other_set``.
    """
    given = [text for text in texts if text.strip()]
    if len(given) < keys.NEEDED:
        return ONE_KEY
    if len(given) > keys.NEEDED:
        return TOO_MANY_KEYS
    shares: list[str] = []
    for number, text in enumerate(given, start=first):
        try:
            shares.append(keys.read_share(text))
        except keys.BadShare:
            return _bad_key(number)
    if len(set(shares)) < keys.NEEDED:
        return SAME_KEY
    try:
        return keys.join_shares(shares)
    except keys.BadShare:
        return OTHER_SET


def seeds_from(texts: Sequence[str]) -> tuple[bytes, ...] | Refused:
    """Return the seeds of several sets of envelopes: two keys a set, one set after the other.

    Refused: as `seed_from`, and ``odd_keys`` for a set with one key.
    """
    given = [text for text in texts if text.strip()]
    if len(given) > keys.NEEDED and len(given) % keys.NEEDED:
        return ODD_KEYS
    seeds: list[bytes] = []
    for start in range(0, max(len(given), 1), keys.NEEDED):
        seed = seed_from(given[start : start + keys.NEEDED], first=start + 1)
        if isinstance(seed, Refused):
            return seed
        seeds.append(seed)
    return tuple(seeds)


def _bad_key(number: int) -> Refused:
    return Refused(
        "bad_key",
        f"Chìa khoá thứ {number} chưa đúng: có số bị thiếu, thừa hoặc gõ nhầm. "
        "Đề nghị đối chiếu đủ 20 số, mỗi số 4 chữ số, với bản in trong phong bì.",
    )
