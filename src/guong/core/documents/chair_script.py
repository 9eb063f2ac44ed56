"""Lời dẫn of the chair, word for word, in the order of the programme (R-000-08; DESIGN §4.9, §6, §8)."""

from collections.abc import Iterator
from dataclasses import dataclass

from guong.core.documents.model import Block, Document, Heading, Letterhead, Paragraph, text
from guong.core.documents.parties import Conference, Officials, Person
from guong.core.documents.phrases import dashed, in_sentence, joined, weekday_and_date
from guong.core.documents.secrecy_words import SecrecyTerms, kept, not_hidden
from guong.core.wording import in_both

_DOTS = "........"


@dataclass(frozen=True)
class ChairScript:
    """Everything that the chair's words depend on.

    ``plan`` is a whole phrase, ``matter`` what feedback is collected on (``việc tu dưỡng, rèn luyện đạo đức …``),
    ``leader`` gives the briefing (the chair himself may), ``guests`` are introduced; ``items`` is the number of criteria
    of the ballot, ``roll`` that of those summoned, ``quorum`` the fraction that must be there. ``waiting_room`` is
    where the subject waits, ``domain`` the address that a browser has to show (empty: not said).
    """

    letterhead: Letterhead
    conference: Conference
    plan: str
    matter: str
    issuer: str
    lead_body: str
    subjects: tuple[Person, ...]
    officials: Officials
    leader: Person
    guests: tuple[Person, ...]
    roll: int
    items: int
    secrecy: SecrecyTerms
    rule_set: str
    quorum: tuple[int, int] = (2, 3)
    waiting_room: str = "phòng bên"
    domain: str = ""


def chair_script(given: ChairScript) -> Document:
    """Return the script: what is said stands upright, what is done in italics.

    Raises ValueError without a subject, with a subject who would chair, write, count or attest, or with nobody on the
    roll.
    """
    officials = given.officials
    acting = {officials.chair, officials.clerk, *officials.board, *officials.witnesses, given.leader}
    if not given.subjects or {subject.name for subject in given.subjects} & {
        person.name for person in acting
    }:
        raise ValueError("a conference has subjects, and none of them leads it")
    if given.roll < 1 or not 0 < given.quorum[0] <= given.quorum[1]:
        raise ValueError("somebody is summoned, and a part of them must be there")
    parts = (
        _purpose,
        _attendance,
        _briefing,
        _board,
        _how_to_vote,
        _leave,
        _secrecy,
        _voting,
        _closing,
        _thanks,
    )
    return Document(
        letterhead=given.letterhead,
        kind="LỜI DẪN CỦA CHỦ TRÌ",
        abstract=f"{given.conference.title}, {given.conference.unit}",
        blocks=(
            _cue("Chữ đứng: đọc nguyên văn. Chữ nghiêng: việc làm, không đọc."),
            *(block for part in parts for block in part(given)),
        ),
        rule_set=given.rule_set,
    )


def _cue(words: str) -> Paragraph:
    return text(f"({words})", italic=True)


def _subjects(given: ChairScript) -> str:
    return joined([subject.in_text for subject in given.subjects])


def _purpose(given: ChairScript) -> Iterator[Block]:
    yield Heading("1. Tuyên bố lý do, giới thiệu đại biểu")
    yield text("Kính thưa các đồng chí đại biểu, thưa toàn thể các đồng chí!")
    day = in_sentence(weekday_and_date(given.conference.began.date()))
    yield text(
        f"Thực hiện {given.plan}, hôm nay, {day}, {given.lead_body} tổ chức hội nghị lấy ý kiến góp ý "
        f"{given.matter} của {_subjects(given)}."
    )
    yield text(
        "Việc lấy ý kiến nhằm nêu cao tinh thần trách nhiệm, tính tiên phong gương mẫu của người đứng đầu; giúp đồng chí được góp "
        "ý phát huy ưu điểm, kịp thời khắc phục hạn chế. Kết quả là một căn cứ để xem xét, đánh giá cán bộ, đảng viên cuối năm. "
        "Đây không phải là lấy phiếu tín nhiệm."
    )
    yield text("Về dự hội nghị, tôi xin trân trọng giới thiệu:")
    yield from dashed(guest.printed for guest in given.guests)
    yield text(
        f"Tôi là {given.officials.chair.in_text}, chủ trì hội nghị. Thư ký là {given.officials.clerk.in_text}."
    )


def _attendance(given: ChairScript) -> Iterator[Block]:
    part, whole = given.quorum
    needed = -(-given.roll * part // whole)
    yield Heading("2. Số người có mặt")
    yield text("Xin mời đồng chí thư ký báo cáo số người có mặt.")
    yield text(
        f"Thư ký: Được triệu tập {in_both(given.roll, 'đồng chí')}; có mặt {_DOTS} đồng chí; vắng {_DOTS} đồng chí. Cần có mặt ít "
        f"nhất {in_both(needed, 'đồng chí')}."
    )
    yield _cue("Đủ số người thì đọc tiếp. Không đủ thì dừng hội nghị, lập biên bản.")
    yield text("Hội nghị đủ điều kiện tiến hành.")


def _briefing(given: ChairScript) -> Iterator[Block]:
    yield Heading("3. Quán triệt")
    if given.leader == given.officials.chair:
        yield text("Tôi xin quán triệt mấy điểm sau.")
    else:
        yield text(f"Xin trân trọng kính mời {given.leader.in_text} quán triệt.")
    yield text(
        "Với các đồng chí tham gia góp ý: đề nghị các đồng chí công tâm, khách quan, thẳng thắn cho ý kiến trên tinh thần xây dựng; "
        "không nể nang, không lợi dụng góp ý để đả kích cá nhân. Nội dung nào thực hiện chưa tốt, đề nghị nêu rõ biểu hiện cụ thể."
    )
    yield text(
        f"Với {_subjects(given)}: đề nghị coi đây là cơ hội để nhìn nhận lại mình một cách nghiêm túc, với tinh thần cầu thị, khiêm "
        "tốn; không tìm hiểu ai đã góp ý điều gì, dưới bất kỳ hình thức nào."
    )
    yield text(
        "Với tất cả: không ai được ghi phiếu thay, xem phiếu hoặc bắt người khác kể lại phiếu của mình. Vi phạm được xử lý theo "
        "quy định."
    )


def _board(given: ChairScript) -> Iterator[Block]:
    officials = given.officials
    yield Heading("4. Giới thiệu tổ kiểm phiếu")
    yield text("Tổ kiểm phiếu được thành lập theo quyết định, gồm các đồng chí:")
    yield from dashed(member.printed for member in officials.board)
    yield text(f"Đại biểu chứng kiến: {joined([witness.in_text for witness in officials.witnesses])}.")
    yield text(
        "Xin mời tổ kiểm phiếu cho hội nghị xem hòm phiếu giấy chưa có phiếu, dán giấy niêm phong, và xem tập thẻ bỏ phiếu."
    )
    yield _cue("Tổ kiểm phiếu mở hòm cho xem, dán giấy niêm phong, trộn thẻ trước mặt hội nghị.")


def _how_to_vote(given: ChairScript) -> Iterator[Block]:
    address = f" Trình duyệt phải hiện đúng địa chỉ {given.domain}." if given.domain else ""
    each = " cho từng đồng chí được góp ý" if len(given.subjects) > 1 else ""
    yield Heading("5. Cách bỏ phiếu")
    yield text(
        "Từng đồng chí ký danh sách một lần, rồi tự bốc một thẻ. Xin giữ kín thẻ: không đưa cho người khác, không chụp lại. Thẻ hỏng "
        "thì trả lại để đổi; thẻ mất thì không cấp lại."
    )
    yield text(
        f"Bằng điện thoại: quét mã trên thẻ của đồng chí.{address} Đánh giá {given.items} nội dung theo bốn mức và mức độ uy tín"
        f"{each}; ghi chú nếu cần; xem lại rồi gửi. Gửi rồi thì không sửa được. Mã kiểm phiếu hiện ra chỉ cho biết phiếu đã vào hòm, "
        "không cho biết đồng chí chọn gì."
    )
    yield text(
        "Bằng phiếu giấy: đồng chí nào không có điện thoại hoặc muốn ghi phiếu giấy thì nói ở bàn phát thẻ, hoặc trả lại thẻ chưa "
        "dùng để đổi. Ghi kín, không ký, không ghi tên, gấp lại rồi bỏ vào hòm."
    )
    yield text(
        "Mỗi đồng chí chỉ dùng một cách. Máy hết pin, mạng chậm, không quét được: xin giơ tay, có cán bộ giúp mà không nhìn phiếu."
    )


def _leave(given: ChairScript) -> Iterator[Block]:
    names = joined([f"đồng chí {subject.name}" for subject in given.subjects])
    yield Heading("6. Mời người được góp ý rời phòng họp")
    yield text(
        f"Để các đồng chí yên tâm góp ý, kính mời {names} rời phòng họp sang {given.waiting_room}. Chúng tôi sẽ mời lại khi hòm phiếu "
        "đã niêm phong."
    )
    yield _cue("Chờ cửa đóng rồi mới nói tiếp. Người được góp ý không có tên trong danh sách bỏ phiếu.")


def _secrecy(given: ChairScript) -> Iterator[Block]:
    yield Heading("7. Bí mật được giữ thế nào")
    yield from dashed(kept(given.secrecy))
    yield text("Tôi cũng xin nói thẳng những điều không cách nào che được:")
    yield from dashed(not_hidden())


def _voting(given: ChairScript) -> Iterator[Block]:
    del given  # the same words everywhere
    yield Heading("8. Bỏ phiếu")
    yield text("Xin mời các đồng chí lần lượt ký danh sách, bốc thẻ và bỏ phiếu.")
    yield _cue(
        "Không nhắc tên, không hỏi ai chưa bỏ phiếu, không đi sau lưng người đang ghi. Không chụp ảnh, không quay phim trong phần "
        "này."
    )


def _closing(given: ChairScript) -> Iterator[Block]:
    yield Heading("9. Kết thúc nhận phiếu, niêm phong")
    yield text("Còn đồng chí nào cần thêm thời gian không ạ?")
    yield _cue("Chờ một phút, không hỏi tên.")
    yield text(
        "Tôi tuyên bố kết thúc nhận phiếu. Xin mời tổ kiểm phiếu kiểm đếm và niêm phong trước mặt hội nghị."
    )
    yield text(
        f"Mã niêm phong của hòm phiếu là: {' '.join([_DOTS] * 4)}. Đồng chí nào muốn kiểm tra phiếu của mình về sau thì ghi lại mã này."
    )
    names = joined([f"đồng chí {subject.name}" for subject in given.subjects])
    yield text(
        f"Kính mời {names} trở lại phòng họp. Xin mời đồng chí thư ký thông qua biên bản niêm phong, bàn giao hòm phiếu."
    )


def _thanks(given: ChairScript) -> Iterator[Block]:
    yield Heading("10. Bế mạc")
    yield text(
        f"Hòm phiếu được bàn giao về {given.lead_body}, chỉ mở {given.secrecy.opening}. Kết quả được báo cáo {given.issuer} và thông "
        "báo riêng cho người được góp ý; không công bố tại hội nghị này."
    )
    yield text(
        f"Thay mặt {given.lead_body}, tôi trân trọng cảm ơn các đồng chí đại biểu, cảm ơn {given.conference.unit} đã chuẩn bị chu đáo, "
        "cảm ơn các đồng chí đã góp ý với tinh thần trách nhiệm. Tôi xin tuyên bố bế mạc hội nghị./."
    )
