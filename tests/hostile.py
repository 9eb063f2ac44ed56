"""Words that attack whatever prints them; every test of a page or a paper may take them (security.md §2 nos. 65, 66, 70)."""

_TURNING = "Vũ \u202eạH ịhT\u202c \u2066Hạ\u2069\u200f"
_NO_WIDTH = "Vũ\u200b Thị\u200d Hạ\ufeff\u2060"

HOSTILE: dict[str, str] = {
    "typst": "#panic() #{1+1} $x^2$ *đậm* _nghiêng_ @nhãn <nhãn> `mã` = đề \\u{41} // hết",
    "template": "{{ 7|add:7 }} {% now 'Y' %} {# ẩn #} {{ request.user.password }} ${7*7} %(name)s {0.__class__}",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'--></title></textarea><svg/onload=alert(1)>",
    "xml": "<w:p><w:t>x</w:t></w:p>]]><![CDATA[y]]>&lt;&nbsp;&#x41;<?xml?><!-- <!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
    "field": "\\* MERGEFORMAT { HYPERLINK \"https://xau.example\" } INCLUDETEXT DDEAUTO",
    "equals": "=cmd|' /C calc'!A0",
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "query": "'; DROP TABLE registry_unit; --",
    "long": " ".join(["Trường Tiểu học Nguyễn Văn Dài"] * 100)[:3000].strip(),
}  # fmt: skip

# What nobody sees is left out of papers; what is left must be exactly this.
HIDDEN: dict[str, tuple[str, str]] = {
    "turning": (_TURNING, "Vũ ạH ịhT Hạ"),
    "no width": (_NO_WIDTH, "Vũ Thị Hạ"),
}
