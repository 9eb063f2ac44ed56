"""The text is written part by part; what is known of a duty survives the rewriting of others."""

from datetime import date

import pytest

from guong.core.plan_text import PlanPart
from guong.office.accounts.models import User
from guong.office.plans import refusals, selectors, services
from guong.office.plans.details import BasisDetails, DutyDetails, Progress, RecipientDetails
from guong.office.plans.models import Duty, LegalBasis, Section
from guong.office.registry.models import Unit
from tests.conferences.world import good
from tests.plans.world import from_template

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Các ban Đảng Thành uỷ, (để báo cáo),", RecipientDetails("Các ban Đảng Thành uỷ", "để báo cáo")),
        ("Lưu Văn phòng.", RecipientDetails("Lưu Văn phòng")),
        ("(để báo cáo)", RecipientDetails("(để báo cáo)")),
    ],
)
def test_a_recipient_is_read_as_clerks_write_it(line: str, read: RecipientDetails) -> None:
    assert RecipientDetails.read(line) == read


def test_a_basis_is_named_with_number_day_issuer_and_title() -> None:
    basis = LegalBasis(
        number="Chương trình 01-CTr/QU", issued_on=date(2020, 10, 15), issuer="Quận uỷ", title="về “Đổi mới”"
    )
    assert selectors.basis_phrase(basis) == "Chương trình 01-CTr/QU, ngày 15/10/2020 của Quận uỷ về “Đổi mới”"


def test_one_basis_stands_once(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    twice = [BasisDetails("05-CT/TW", "về học tập"), BasisDetails("05-ct/tw", "về làm theo")]
    outcome = services.set_bases(actor=organiser, plan=plan, version=plan.version, bases=twice)
    assert outcome == refusals.SAME_BASIS_TWICE


def test_a_task_whose_words_stay_keeps_its_due_date(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    duty = Duty.objects.filter(plan=plan)[2]
    good(services.record_progress(actor=organiser, duty=duty, progress=Progress(due_on=date(2023, 6, 30))))
    rewritten = [
        DutyDetails("Văn phòng", ("Chuẩn bị cơ sở vật chất.",)),
        DutyDetails(duty.body, (duty.task,)),
    ]
    good(services.set_duties(actor=organiser, plan=plan, version=plan.version, duties=rewritten))
    assert [(entry.body, entry.due_on) for entry in Duty.objects.filter(plan=plan)] == [
        ("Văn phòng", None),
        (duty.body, date(2023, 6, 30)),
    ]


def test_a_body_stands_once_and_has_a_task(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    twice = [DutyDetails("Văn phòng", ("Một.",)), DutyDetails("văn phòng", ("Hai.",))]
    idle = [DutyDetails("Văn phòng", ())]
    for duties, refusal in ((twice, refusals.BODY_TWICE), (idle, refusals.BODY_WITHOUT_TASK)):
        outcome = services.set_duties(actor=organiser, plan=plan, version=plan.version, duties=duties)
        assert outcome == refusal


def test_sections_are_replaced_and_the_others_stay(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    sections = {Section.REQUIREMENT: {"": ["Bảo đảm bí mật."]}}
    good(services.set_section(actor=organiser, plan=plan, version=plan.version, sections=sections))
    text = selectors.text_of(plan)
    assert [line.words for line in text if line.part is PlanPart.REQUIREMENT] == ["Bảo đảm bí mật."]
    assert len([line for line in text if line.part is PlanPart.PURPOSE]) == 4
