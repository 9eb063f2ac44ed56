"""What could tell who wrote a remark, as patterns over its `flat` spelling or over the text itself."""

import re

from guong.core.remarks.spellings import CAPITALS, SMALL

HONORIFICS = (
    "co giao|thay giao|giao vien|nha giao|co|thay|chi|anh|ong|ba|chu|bac|em|chau|di|cau|d/c|đ/c|dc|dong chi"
)
_FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Đinh|Trịnh|Mai|Tô|Hà|Cao|Tạ|Lại|Lưu|"
    "Trương|Chu|Quách|Kiều|Tống|Vương|Đàm|Nghiêm|Phùng|Lương|Thái|Doãn|Khổng|Lò|Mạc"
)
_CAPITAL_WORD = f"[{CAPITALS}]{SMALL}*"

# A capital after an honorific is a name: "cô Lan", "đ/c Nguyễn Thị Lan", "chị H.".
CALLED = re.compile(
    r"\b(?:[Cc]ô giáo|[Tt]hầy giáo|[Cc]ô|[Tt]hầy|[Cc]hị|[Aa]nh|[Ôô]ng|[Bb]à|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Dd]ì|[Cc]ậu|"
    rf"[Đđ]/[Cc]|[Đđ][Cc]|[Đđ]ồng chí)\s+(?P<name>{_CAPITAL_WORD}(?:\s+{_CAPITAL_WORD}){{0,3}})"
)
# A common family name and at least one more capital: "Nguyễn Lan", "Trần Thị Thu Hà".
IN_FULL = re.compile(rf"\b(?:{_FAMILIES})(?:\s+{_CAPITAL_WORD}){{1,3}}\b")

_PLACES = "mam|choi|la|nha tre|mau giao"
ROLE = re.compile(
    r"\b(?:pho hieu truong|hieu pho|pho bi thu|pho chu tich|pho giam doc|chu tich cong doan|to truong|to pho|nhom truong|"
    r"truong ban|pho ban|truong khoi|khoi truong|giao vien chu nhiem|gvcn|chu nhiem lop|tong phu trach|bi thu (?:chi )?doan|"
    r"bi thu chi bo|chi uy vien|dang uy vien|uy vien ban (?:chap hanh|thuong vu)|ke toan|van thu|thu quy|"
    r"cap duong|nuoi duong|tap vu|lao cong|(?:bac|chu|anh|nhan vien|to) bao ve|(?:nhan vien|co|can bo|phu trach) (?:y te|thu vien|thiet bi)|giam thi|"
    r"giao vien (?:mon )?(?:toan|van|ngu van|anh|tieng anh|tin|tin hoc|the duc|am nhac|my thuat|ly|hoa|sinh|su|dia|cong nghe)|"
    r"(?:day|mon) (?:toan|ngu van|tieng anh|tin hoc|the duc|am nhac|my thuat|vat ly|hoa hoc|sinh hoc|lich su|dia ly|cong nghe)|"
    r"cong chuc (?:tu phap|dia chinh|van phong|van hoa|tai chinh)|can bo (?:tu phap|dia chinh|mot cua|van phong|thuong binh)|"
    r"truong (?:cong an|tram)|chi huy truong|truong thon|cong an (?:vien|phuong|khu vuc)|hoi (?:truong|pho)|"
    r"ban cong tac mat tran|nguoi moi ve|moi chuyen ve|moi ra truong|sap nghi huu)\b"
)
GROUP = re.compile(
    rf"\b(?:lop\s+(?:{_PLACES})(?:\s+\d+)?|lop\s+\d{{1,2}}\s?[a-z]?\d?|khoi\s+(?:lop\s+)?\d{{1,2}}|"
    r"(?:to dan pho|khu dan cu|chi bo|to dang|to|diem truong|phong|ap|thon|ngo|ngach)\s+(?:so\s+)?\d{1,3}[a-z]?)\b"
)
_CLASS = r"(?<![\w/])(?:[1-9]|1[0-2])[A-N]\d{0,2}(?![\w/])"
CLASS = re.compile(_CLASS)  # over the text itself: 3A, 6A1

DATE = re.compile(
    r"(?<![\d/])(?:\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?)(?![\d/])|"
    r"\b(?:ngay|mung)\s+\d{1,2}\b(?:\s+thang\s+\d{1,2}|\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?)?|\bthang\s+\d{1,2}\b(?:\s+nam\s+\d{4})?|"
    r"\bnam hoc\s+\d{4}(?:\s?-\s?\d{2,4})?|\bnam\s+(?:19|20)\d{2}\b|\bhoc ky\s+(?:\d|i{1,2})\b|"
    r"\b(?:thu (?:hai|ba|tu|sau|bay|[2-7])|chu nhat)\b|\b\d{1,2}\s?(?:h|gio)(?:\s?\d{1,2})?\b|"
    r"\b(?:hom qua|hom kia|hom no|sang nay|chieu nay|tuan truoc|tuan qua|thang truoc|nam ngoai|hoc ky truoc)\b|"
    r"\b(?:le khai giang|be giang|20\s?thang\s?11|trung thu|tet nguyen dan)\b"
)
NUMBER = re.compile(r"(?<!\d)(?:\+\s?84|0)(?:[ .-]?\d){8,10}(?!\d)|(?<!\d)\d(?:[ .]?\d){7,}(?!\d)")
CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.|https?://|\bwww\.|\b(?:zalo|facebook|fb)\s*[:.]", re.I)
SELF = re.compile(
    r"\b(?:toi|em|minh|chau|ban than(?: toi| em)?)\s+(?:la|dang la|duoc phan cong|phu trach|cong tac|lam viec|day|da \d+ nam|co con|bi)\b|"
    r"\b(?:voi tu cach|(?:la |chi co )?nguoi duy nhat|duy nhat (?:toi|em|minh)|chi (?:co )?(?:rieng )?(?:toi|em|minh))\b|"
    r"\b(?:vo|chong|con|me|bo|chau) (?:cua )?(?:toi|em|minh)\b|\btruong hop (?:cua )?(?:toi|em|minh)\b"
)
