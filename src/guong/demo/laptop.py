"""The counting board's laptop before a conference: keys and slips, and everything that is printed there (DESIGN §4.1, §4.2)."""

from typing import NamedTuple

from guong.ceremony import printing
from guong.ceremony.preparing import PreparedPoll, prepare_poll
from guong.core.questionnaire import Questionnaire
from guong.core.secrecy.requests import PollRequest
from guong.paper import ballot_layout, ballot_sheet_pdf


class Prepared(NamedTuple):
    """A poll's secrets, and the papers to print by file name."""

    secrets: PreparedPoll
    papers: dict[str, bytes]


def prepare(request: bytes, seed: bytes, questionnaire: bytes) -> Prepared:
    """Make keys and slips for a request's bytes, print slips and station card, and a ballot sheet for each person."""
    asked = PollRequest.from_bytes(request)
    secrets = prepare_poll(asked, seed)
    form = Questionnaire.from_canonical(questionnaire)
    papers = {
        "the-bo-phieu.pdf": printing.slip_sheets(asked, secrets),
        "the-ban-nhap-phieu.pdf": printing.station_card(asked, secrets, 0),
        "phieu-giay.json": ballot_layout(form.raw),
    }
    for subject in asked.subjects:
        sheet = ballot_sheet_pdf(form.raw, subject_line=subject.line)
        papers[f"phieu-giay-{subject.key}.pdf"] = sheet
    return Prepared(secrets, papers)
