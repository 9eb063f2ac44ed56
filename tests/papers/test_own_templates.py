"""An office brings its own Word template: whose papers it frames, who may bring it, what happens with a bad one."""

import html
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guong.core.documents.tally_minutes import tally_minutes
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.journal.models import Entry
from guong.office.papers import archive
from guong.office.papers.models import Paper, WordTemplate
from guong.office.papers.services import file_paper, set_template
from guong.office.registry.models import Unit
from tests.conferences.world import World, good, officer, school
from tests.counting.world import signed_in
from tests.documents import invented
from tests.remarks.world import body_above


def template(words: str) -> bytes:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = words
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def header_of(paper: Paper) -> str:
    file = paper.files.get(format="docx")
    word = docx.Document(BytesIO(archive.load(file)))
    return str(word.sections[0].header.paragraphs[0].text)


def filed(unit: Unit, actor: User) -> Paper:
    return file_paper(
        document=tally_minutes(invented.tally()), kind="minutes", unit_key=unit.key, actor=actor
    )


def sent(client: Client, unit: Unit, data: bytes, name: str = "mau.docx") -> str:
    given = {"unit": unit.key, "file": SimpleUploadedFile(name, data)}
    return html.unescape(client.post(reverse("papers:templates"), given, follow=True).content.decode())


@pytest.fixture
def world(db: None) -> World:
    """A school with its head and organiser."""
    unit, head = school()
    return World(unit, head, officer(unit, Role.ORGANISER, username="to-chuc-truong"))


@pytest.fixture
def body(world: World) -> Unit:
    return body_above(world.school)


@pytest.fixture
def organiser(body: Unit) -> User:
    return officer(body, Role.ORGANISER, username="quan-uy")


def test_papers_of_a_body_and_of_the_units_beneath_it_take_its_template(
    world: World, body: Unit, organiser: User
) -> None:
    before = header_of(filed(world.school, organiser))
    assert "Đã đặt mẫu" in sent(signed_in(organiser), body, template("QUẬN UỶ HOA SEN"))
    assert before != header_of(filed(body, organiser)) == "QUẬN UỶ HOA SEN"


def test_what_was_filed_before_stays_as_it_was(world: World, body: Unit, organiser: User) -> None:
    first = filed(world.school, organiser)
    before = header_of(first)
    good(set_template(unit=body, data=template("MỚI"), name="a.docx", actor=organiser))
    again = filed(world.school, organiser)
    assert (again.key, header_of(again)) == (first.key, before)


def test_the_nearest_template_frames_a_paper(world: World, body: Unit, organiser: User) -> None:
    good(set_template(unit=body, data=template("CẤP TRÊN"), name="a.docx", actor=organiser))
    assert header_of(filed(world.school, organiser)) == "CẤP TRÊN"
    good(set_template(unit=world.school, data=template("TRƯỜNG"), name="b.docx", actor=organiser))
    elsewhere, _ = school(name="Trường Tiểu học Hướng Dương", key="TH-02")
    elsewhere.parent = body
    elsewhere.save()
    assert header_of(filed(elsewhere, organiser)) == "CẤP TRÊN"


def test_a_template_with_an_unknown_field_is_refused_in_words_and_the_one_before_stays(
    body: Unit, organiser: User
) -> None:
    client = signed_in(organiser)
    sent(client, body, template("CŨ"))
    page = sent(client, body, template("Kính gửi {ten_nguoi_nhan}"))
    assert "Mẫu có trường “{ten_nguoi_nhan}” mà chương trình không điền được" in page
    assert b"word/" in bytes(WordTemplate.objects.get().file)
    assert Entry.objects.filter(act="papers.template").count() == 1


def test_going_back_to_the_programs_frame(body: Unit, organiser: User) -> None:
    client = signed_in(organiser)
    sent(client, body, template("CŨ"))
    out = reverse("papers:template-out")
    assert "dùng mẫu của chương trình" in html.unescape(
        client.post(out, {"unit": body.key}, follow=True).content.decode()
    )
    assert not WordTemplate.objects.exists()
    again = client.post(out, {"unit": body.key}, follow=True).content.decode()
    assert "đang dùng mẫu của chương trình" in html.unescape(again)


def test_only_an_organiser_of_the_unit_brings_one(world: World, body: Unit, organiser: User) -> None:
    other, _ = school(name="Trường THCS Ánh Dương", key="THCS-09")
    stranger = signed_in(officer(other, Role.ORGANISER, username="truong-khac"))
    assert "Mẫu Word" in sent(stranger, body, template("X"))
    assert not WordTemplate.objects.exists()
    good(set_template(unit=body, data=template("X"), name="x.docx", actor=organiser))
    stranger.post(reverse("papers:template-out"), {"unit": body.key})
    assert WordTemplate.objects.exists()
    reporter = signed_in(officer(body, Role.REPORTER, username="tong-hop"))
    assert reporter.get(reverse("papers:templates")).status_code == 403


def test_the_programs_own_frame_is_handed_out(organiser: User) -> None:
    answer = signed_in(organiser).get(reverse("papers:template-start"))
    assert docx.Document(BytesIO(answer.content)).sections[0].footer.paragraphs[0].text == "{ma_noi_dung}"
