"""Nhãn hòm phiếu and giấy niêm phong: what makes a box of paper ballots a sealed box (DESIGN §4.5, §4.6)."""

from collections.abc import Sequence

from guong.paper.sheets import typeset

STRIPS_A_PAGE = 3
_LEAST_SIGNERS = 2


def box_label_pdf(
    *, unit: str, conference: str, held_on: str, subjects: Sequence[str], boxes: int = 1
) -> bytes:
    """Return one A4 label for each of ``boxes`` ballot boxes, alike but for ``Hòm phiếu số n/N`` where N > 1.

    ``subjects`` are printed names with posts, in ballot order; ``held_on`` is a printed date. Raises ValueError for
    fewer than one box or no subject.
    """
    if boxes < 1 or not subjects:
        raise ValueError("at least one box and one subject")
    data = {
        "unit": unit,
        "conference": conference,
        "held_on": held_on,
        "subjects": list(subjects),
        "boxes": boxes,
    }
    return typeset("box_label", data)


def seal_strip_pdf(
    *,
    unit: str,
    conference: str,
    sealed_on: str,
    signers: Sequence[tuple[str, str]],
    strips: int = STRIPS_A_PAGE,
) -> bytes:
    """Return ``strips`` seal strips, three on an A4 page lying on its side, to be cut, glued over the slot and signed.

    ``signers`` are two to four pairs of role and printed name (or an empty name); every strip has a place for each of
    them on both sides of the edge that it covers. ``sealed_on`` is a printed date. A strip bears no number: the minutes
    count them. Raises ValueError for fewer than one strip or another number of signers.
    """
    if strips < 1 or not _LEAST_SIGNERS <= len(signers) <= 2 * _LEAST_SIGNERS:
        raise ValueError("at least one strip, and two to four signers")
    data = {
        "unit": unit,
        "conference": conference,
        "sealed_on": sealed_on,
        "signers": [{"role": role, "name": name} for role, name in signers],
        "strips": strips,
    }
    return typeset("seal_strips", data)
