"""The opening in words: what the board reads aloud and copies into the minutes."""

from guong.core import crockford
from guong.core.secrecy.opening import Opening
from guong.core.tally import SubjectCount


def seal_code(opening: Opening) -> str:
    """Return the mã niêm phong: sixteen digits of the list of phone ballots (formats §8)."""
    return crockford.sixteen_digits(opening.box.list_digest)


def result_code(opening: Opening) -> str:
    """Return the mã kết quả: sixteen digits of the opening digest (formats §10)."""
    return crockford.sixteen_digits(opening.digest)


def count_line(count: SubjectCount) -> str:
    """Return one subject's envelopes in one sentence; nothing of the answers."""
    where = f"{count.device} phiếu trên thiết bị, {count.paper} phiếu giấy"
    if count.state == "opened":
        return f"đã mở {count.opened} phiếu ({where}): {count.valid} hợp lệ, {count.invalid} không hợp lệ"
    return f"không mở vì chỉ có {count.opened} phiếu ({where})"


def summary_text(opening: Opening) -> str:
    """Return ``tom-tat.txt``: codes and envelope counts; no marks, no remarks."""
    definition = opening.box.definition
    names = {subject.key: subject.name for subject in definition.subjects}
    lines = [
        "KẾT QUẢ MỞ HÒM PHIẾU",
        "",
        f"Hội nghị: {definition.title}",
        f"Đơn vị: {definition.unit}",
        f"Mã hội nghị: {definition.poll}",
        "",
        f"Mã niêm phong: {seal_code(opening)}",
        f"Mã kết quả: {result_code(opening)}",
        f"Mã kết quả đầy đủ: {opening.digest.hex()}",
        "",
        *(f"{names[count.subject]}: {count_line(count)}." for count in opening.counts),
        "",
        "Việc tiếp theo: chạy chương trình kiểm tra độc lập trên máy thứ hai, đối chiếu mã kết quả;",
        "nhập result.json vào máy chủ; in archive-key.txt, niêm phong cùng phiếu giấy rồi xoá tệp archive-key.txt.",
    ]
    return "\n".join([*lines, ""])
