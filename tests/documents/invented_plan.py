"""A plan in the words of plan 167-KH/QU (seed 001) with invented signers, for tests and for the gallery."""

from datetime import date

from guong.core.documents.model import Document, Letterhead, Profile, Signature
from guong.core.documents.plan import PlanDuty, PlanPaper, PlanTime, PlanVoters, plan
from guong.core.documents.rule_sheet import ReferenceDay, RuleSheet
from guong.core.questionnaire import official
from tests.documents.invented_draw import LEVELS

RULES = RuleSheet(
    name="Góp ý người đứng đầu, bản 2023-1",
    references=(
        ReferenceDay("đợt trường học", date(2023, 5, 15)),
        ReferenceDay("đợt phường", date(2023, 10, 9)),
    ),
    opening="Tại trụ sở Quận uỷ, sau hội nghị cuối cùng của đợt, các hòm phiếu mở cùng một buổi",
    levels=LEVELS,
)
MATTER = (
    "Lấy ý kiến góp ý việc tu dưỡng, rèn luyện đạo đức gắn với trách nhiệm nêu gương của người đứng đầu các địa phương "
    "và một số trường học công lập trên địa bàn quận Long Biên năm 2023"
)
BASES = (
    "Chương trình 01-CTr/QU, ngày 15/10/2020 của Quận uỷ về “Tiếp tục đổi mới phương thức lãnh đạo của các cấp uỷ Đảng; "
    "củng cố, kiện toàn hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả; xây dựng đội ngũ cán bộ, công chức, "
    "viên chức chuyên nghiệp từng bước đáp ứng yêu cầu hội nhập giai đoạn 2020-2025”",
    "Kế hoạch số 74-KH/QU, ngày 30/9/2021 của Quận uỷ thực hiện Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị "
    "về tiếp tục thực hiện Chỉ thị số 05-CT/TW về “Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí "
    "Minh”",
    "Kế hoạch số 136-KH/QU thực hiện Nghị quyết số 21-NQ/TW “Về tăng cường củng cố, xây dựng tổ chức cơ sở đảng và nâng "
    "cao chất lượng đội ngũ đảng viên”",
)
PURPOSES = (
    "Nhằm nêu cao tinh thần trách nhiệm, hiệu quả công tác, tính tiên phong gương mẫu, nói đi đôi với làm của cán bộ, "
    "đảng viên, nhất là người đứng đầu các địa phương, trường học trong việc tu dưỡng, rèn luyện đạo đức theo tinh thần "
    "Nghị quyết Trung ương 4 (khoá XII, XIII) về xây dựng Đảng gắn với thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị",
    "Mở rộng dân chủ, nguyên tắc tự phê bình và phê bình; phát huy vai trò giám sát, tham gia góp ý của cán bộ, đảng "
    "viên, viên chức đối với người đứng đầu địa phương, các trường học trong việc tu dưỡng, rèn luyện đạo đức",
    "Phát huy vai trò của người đứng đầu trong công tác lãnh đạo, chỉ đạo thực hiện nhiệm vụ chính trị ở địa phương, đơn "
    "vị",
    "Thông qua việc lấy ý kiến rộng rãi nhằm phát huy ưu điểm, kịp thời khắc phục tồn tại, hạn chế được chỉ ra nhằm phát "
    "huy tốt vai trò, trách nhiệm nêu gương của người đứng đầu",
)
REQUIREMENTS = (
    "Việc tổ chức lấy ý kiến góp ý phải đảm bảo dân chủ, công khai, thiết thực, hiệu quả",
    "Thông tin tổng hợp phải kịp thời, chính xác, khách quan và trung thực, phục vụ đánh giá năng lực, uy tín của người "
    "đứng đầu",
    "Gắn việc tham gia đóng góp ý kiến với xây dựng kế hoạch, lộ trình khắc phục các tồn tại, hạn chế đã được chỉ ra",
)
METHOD = (
    "Ban Tuyên giáo Quận uỷ chủ trì, phối hợp với Ban Tổ chức Quận uỷ, phòng Nội vụ, phòng Giáo dục và Đào tạo, Đảng uỷ "
    "phường và các chi bộ trường học có liên quan tổ chức xin ý kiến góp ý (thông qua phiếu kín và phần mềm khảo sát, "
    "đánh giá bằng thiết bị thông minh) đối với đồng chí Bí thư Đảng uỷ, Chủ tịch UBND phường và Bí thư Chi bộ, Hiệu "
    "trưởng các trường học có liên quan",
    "Ban Tuyên giáo Quận uỷ tổng hợp kết quả góp ý đối với từng trường hợp, tổng hợp chung toàn Quận và báo cáo Ban "
    "Thường vụ Quận uỷ",
    "Cá nhân được góp ý tiếp thu, xây dựng kế hoạch khắc phục tồn tại, hạn chế đã được chỉ ra",
)
DUTIES = (
    PlanDuty(
        "Ban Tuyên giáo Quận uỷ",
        (
            "Tham mưu Ban Thường vụ Quận uỷ quán triệt, tuyên truyền rộng rãi kế hoạch của Quận uỷ đến cán bộ, đảng "
            "viên, giáo viên và nhân dân để thống nhất triển khai thực hiện",
            "Chỉ đạo, hướng dẫn việc tổ chức lấy ý kiến ở cơ sở; giám sát việc triển khai đảm bảo tiến độ và chất lượng "
            "đề ra",
            "Tổng hợp kết quả, báo cáo Thường trực, Ban Thường vụ Quận uỷ",
            "Chỉ đạo, hướng dẫn việc tiếp thu và xây dựng kế hoạch khắc phục sau khi lấy ý kiến đối với cá nhân người "
            "đứng đầu",
        ),
    ),
    PlanDuty(
        "Ban Tổ chức Quận uỷ",
        (
            "Phối hợp với Ban Tuyên giáo Quận uỷ tham mưu kế hoạch tổ chức việc lấy ý kiến; cử cán bộ tham gia cùng Ban "
            "Tuyên giáo tổ chức việc lấy ý kiến và tổng hợp ý kiến góp ý đối với người đứng đầu các địa phương và "
            "trường học",
            "Căn cứ kết quả lấy ý kiến, đề xuất Ban Thường vụ Quận uỷ các giải pháp phù hợp về công tác cán bộ nhằm "
            "nâng cao chất lượng đội ngũ cán bộ, công chức ngày càng chuyên nghiệp",
        ),
    ),
    PlanDuty(
        "UBND Quận",
        (
            "Chỉ đạo phòng Nội vụ, phòng Giáo dục và Đào tạo và các trường học thông tin, tuyên truyền rộng rãi Kế "
            "hoạch của Quận uỷ tới cán bộ, giáo viên, nhân viên biết để tổ chức thực hiện",
            "Chỉ đạo phòng Nội vụ, phòng Giáo dục và Đào tạo phối hợp với Ban Tuyên giáo Quận uỷ tổ chức lựa chọn ngẫu "
            "nhiên và lấy ý kiến tại các trường học được lựa chọn",
        ),
    ),
    PlanDuty(
        "Đảng uỷ 14 phường",
        (
            "Tuyên truyền, quán triệt rộng rãi Kế hoạch của Quận uỷ đến cán bộ, đảng viên và nhân dân biết để thống "
            "nhất triển khai thực hiện",
            "Phối hợp với Ban Tuyên giáo Quận uỷ triển khai tổ chức lấy ý kiến tại phường và các chi bộ trường học trực "
            "thuộc đảng uỷ",
        ),
    ),
)

VOTERS = (
    PlanVoters(
        "14 phường",
        "Uỷ viên Ban Chấp hành Đảng bộ phường; cán bộ, công chức, viên chức, người lao động cơ quan phường; Bí "
        "thư các chi bộ trực thuộc đảng uỷ; tổ trưởng tổ dân phố; trưởng ban công tác mặt trận tổ dân phố",
    ),
    PlanVoters(
        "các trường học",
        "Cán bộ, viên chức, người lao động trong biên chế thuộc các trường được lựa chọn lấy phiếu",
        "trừ lao động hợp đồng",
    ),
)
RECIPIENTS = (
    "Các ban Đảng Thành uỷ (để báo cáo),",
    "Đ/c Uỷ viên Ban Thường vụ Thành uỷ phụ trách Quận (để báo cáo),",
    "Các đ/c Uỷ viên Ban Thường vụ Quận uỷ (để chỉ đạo),",
    "Trưởng các phòng, ban, đoàn thể Quận (để thực hiện),",
    "Đảng uỷ, UBND 14 phường (để thực hiện),",
    "Chi bộ các trường MN, TH, THCS công lập (để thực hiện),",
    "Đ/c Bí thư Chi bộ, Hiệu trưởng các trường có liên quan,",
    "Lưu Văn phòng Quận uỷ.",
)


def given_plan() -> PlanPaper:
    """What the plan says."""
    return PlanPaper(
        letterhead=Letterhead(
            Profile.PARTY,
            "Thành uỷ Hà Nội",
            "Quận uỷ Long Biên",
            "Long Biên",
            date(2023, 1, 27),
            "Số 167-KH/QU",
        ),
        matter=MATTER,
        issuer="Ban Thường vụ Quận uỷ",
        bases=BASES,
        purposes=PURPOSES,
        requirements=REQUIREMENTS,
        content=(
            "Việc thực hiện tu dưỡng, rèn luyện đạo đức gắn với trách nhiệm nêu gương của người đứng đầu; thực hiện Bộ "
            "tiêu chí chuyên nghiệp, quy chế dân chủ cơ sở"
        ),
        subjects=(
            "Đồng chí Bí thư Đảng uỷ, Chủ tịch UBND 14 phường",
            "Đồng chí Bí thư Chi bộ, Hiệu trưởng một số trường mầm non, tiểu học, trung học cơ sở công lập trên địa bàn "
            "Quận (mỗi cấp học lựa chọn ngẫu nhiên 05 trường theo hình thức gắp thăm)",
        ),
        voters=VOTERS,
        method=METHOD,
        times=(
            PlanTime("các trường học", "Thực hiện vào tháng 5/2023"),
            PlanTime("14 phường", "Thực hiện vào tháng 10/2023"),
        ),
        duties=DUTIES,
        rules=RULES,
        forms=(official("school_head"), official("ward_head")),
        signature=Signature(
            "PHÓ BÍ THƯ THƯỜNG TRỰC", ("Lý Thành Vĩnh",), authority="T/M BAN THƯỜNG VỤ", hint=""
        ),
        recipients=RECIPIENTS,
    )


def document() -> Document:
    """The plan."""
    return plan(given_plan())
