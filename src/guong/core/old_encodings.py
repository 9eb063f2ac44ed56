"""Vietnamese typed for fonts of the 1990s: TCVN3 (ABC) and VNI texts, which look like Latin letters gone wrong.

Such a file holds no Vietnamese letter at all: ``NguyÔn V¨n`` (TCVN3) or ``Nguyeãn Vaên`` (VNI) stand where the old font
drew ``Nguyễn Văn``. Only signs that no Vietnamese word in Unicode has are taken as proof, so that a foreign name passes.
"""

import re

_PROOFS = (
    re.compile(r"[^\W\d_][¨©ª«¬\xad®µ¶·¸¹]|®[^\W\d_]"),  # TCVN3: signs as letters, đ at the beginning
    re.compile(
        r"[a-z][ÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß]"
    ),  # TCVN3: capitals as small letters with a mark, as ễ, ầ, ộ
    re.compile(r"[aA][âáàåãäêéèúüëùøûõï]|[eE][âáàåãäùøûõï]"),  # VNI: a mark follows its letter
    re.compile(r"[oO][âåäùøûõï]|[uU][øûïù]|[öÖôÔ][ùøûõï]"),
    re.compile(r"(?<!\w)ñ[aeiouöôy]|(?<!\w)Ñ[AEIOUÖÔYaeiouöôy]"),  # VNI: đ at the beginning
)


def looks_old(text: str) -> bool:
    """Tell whether a text (NFC) was typed for an old font; short words without a mark can't be told, nor mixed ones."""
    return any(proof.search(text) for proof in _PROOFS)
