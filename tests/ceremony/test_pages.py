"""The four acts through the pages, as an operator does them (DESIGN §4.1, §4.2, §4.6)."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from guong.ceremony.opening import OpenedBox, open_in_memory
from guong.ceremony.preparing import prepare_poll
from guong.core import crockford
from guong.core.secrecy import keys
from guong.core.secrecy.requests import PollKeys
from tests.ceremony.browser import operator
from tests.ceremony.polls import OTHER_POLL, box, request

SEED = bytes(range(16))
SHARES = keys.split_seed(SEED)
PREPARED = prepare_poll(request(), SEED)
BOX = box(PREPARED, request(), hostile=2)
TWO_KEYS = {"chia_khoa_1": SHARES[0], "chia_khoa_2": SHARES[2]}
COMPARED = {"da_doi_chieu": request().poll, **TWO_KEYS}


@pytest.fixture
def browser() -> Iterator[httpx.Client]:
    with operator() as client:
        yield client


def prepare(browser: httpx.Client, *polls: str) -> httpx.Response:
    files = [("de_nghi", (f"{poll}.json", request(poll).raw)) for poll in polls]
    return browser.post(
        "/lap", files=files, data={"ten_1": "Trần Thị B", "chia_khoa_1": "", "chia_khoa_2": ""}
    )


def print_everything(browser: httpx.Client, *polls: str) -> None:
    papers = ["/lap/phong-bi.pdf"]
    for poll in polls:
        papers += [f"/lap/{poll}/the.pdf", f"/lap/{poll}/ban-nhap-0.pdf"]
    for paper in papers:
        answer = browser.get(paper)
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")
        assert answer.headers["content-disposition"].startswith("inline")


def public_keys(browser: httpx.Client, poll: str) -> PollKeys:
    return PollKeys.from_bytes(browser.get(f"/lap/{poll}/khoa.json").content)


def test_one_set_of_keys_serves_the_polls_of_a_day_and_is_forgotten_after_printing(
    browser: httpx.Client,
) -> None:
    polls = (request().poll, OTHER_POLL)
    page = prepare(browser, *polls)
    assert page.status_code == 200
    assert "15 thẻ bỏ phiếu" in page.text
    assert "Trần Thị B" in page.text
    print_everything(browser, *polls)
    assert public_keys(browser, OTHER_POLL).answers(request(OTHER_POLL))
    made = public_keys(browser, polls[0])
    assert browser.post("/lap/xong").status_code == 200
    for gone in ("/lap/phong-bi.pdf", f"/lap/{polls[0]}/the.pdf", f"/lap/{polls[0]}/ban-nhap-0.pdf"):
        assert browser.get(gone).status_code == 404
    assert public_keys(browser, polls[0]) == made


def test_nothing_is_forgotten_before_every_paper_was_opened_for_printing(browser: httpx.Client) -> None:
    prepare(browser, request().poll)
    answer = browser.post("/lap/xong")
    assert answer.status_code == 422
    assert "ba phong bì chìa khoá; thẻ của Trường Tiểu học Hoa Sen" in answer.text
    print_everything(browser, request().poll)
    public_keys(browser, request().poll)
    assert browser.post("/lap/xong").status_code == 200


def test_a_whole_new_set_of_slips_replaces_the_printed_one(browser: httpx.Client) -> None:
    prepare(browser, request().poll)
    first = public_keys(browser, request().poll)
    page = browser.post(f"/lap/{request().poll}/in-lai")
    assert "Chưa tải" in page.text
    second = public_keys(browser, request().poll)
    assert second.board_key == first.board_key
    assert not set(second.slots) & set(first.slots)


def test_an_existing_set_of_keys_makes_new_slips_without_new_envelopes(browser: httpx.Client) -> None:
    page = browser.post("/lap", files={"de_nghi": request().raw}, data=TWO_KEYS)
    assert "Dùng bộ chìa khoá đã có" in page.text
    assert public_keys(browser, request().poll).board_key == PREPARED.keys.board_key
    assert browser.get("/lap/phong-bi.pdf").status_code == 404


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([("other", b"")], "Chưa có tệp yêu cầu nào"),
        ([("de_nghi", b"{}")], "Tệp thứ 1 không phải tệp yêu cầu"),
        ([("de_nghi", request().raw), ("de_nghi", request().raw)], "hai tệp của cùng một hội nghị"),
    ],
)
def test_a_wrong_request_is_told_kindly(
    browser: httpx.Client, files: list[tuple[str, bytes]], sentence: str
) -> None:
    answer = browser.post("/lap", files=[(name, ("tep.json", raw)) for name, raw in files])
    assert answer.status_code == 422
    assert sentence in answer.text


def test_the_rehearsal_says_that_the_keys_work_and_never_shows_them(browser: httpx.Client) -> None:
    page = browser.post("/thu", files={"khoa_cong_khai": PREPARED.keys.raw}, data=TWO_KEYS)
    assert "Khoá hoạt động" in page.text
    wrong = browser.post(
        "/thu", files={"khoa_cong_khai": PREPARED.keys.raw}, data=TWO_KEYS | {"chia_khoa_2": "1"}
    )
    assert wrong.status_code == 422
    assert "Chìa khoá thứ 2 chưa đúng" in wrong.text
    assert "Khoá hoạt động" not in browser.get("/").text
    assert SHARES[0] not in page.text + wrong.text


def test_the_box_shows_its_code_before_any_key_is_asked_for_and_opens_to_the_result(
    browser: httpx.Client,
) -> None:
    page = browser.post("/mo/hom", files={"hom": BOX.raw})
    assert crockford.sixteen_digits(BOX.list_digest) in page.text
    assert "13 phiếu trên thiết bị, 1 phiếu giấy" in page.text
    page = browser.post("/mo/khoa", data=COMPARED)
    expected = open_in_memory(BOX.raw, SHARES[:2])
    assert isinstance(expected, OpenedBox)
    assert expected.codes[2] in page.text
    assert (
        re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page.text)).count("Đã mở 14 Hợp lệ 12 Không hợp lệ 2") == 1
    )
    assert "giáo viên" not in page.text
    assert browser.get("/mo/result.json").content == expected.opening.raw
    assert browser.get("/mo/archive.age").content.startswith(b"age-encryption.org/v1")
    assert browser.get("/mo/khoa-luu.pdf").content.startswith(b"%PDF")


def test_after_the_opening_only_the_codes_stay(browser: httpx.Client) -> None:
    browser.post("/mo/hom", files={"hom": BOX.raw})
    browser.post("/mo/khoa", data=COMPARED)
    browser.post("/mo/xong")
    assert browser.get("/mo/result.json").status_code == 404
    assert crockford.sixteen_digits(BOX.list_digest) in browser.get("/mo").text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (TWO_KEYS, "Chưa xác nhận mã niêm phong"),
        (COMPARED | {"chia_khoa_2": ""}, "Cần hai chìa khoá"),
        (COMPARED | {"chia_khoa_2": SHARES[0]}, "cùng một chìa khoá"),
        (COMPARED | {"chia_khoa_1": keys.split_seed(SEED)[0]}, "không thuộc cùng một bộ"),
    ],
)
def test_keys_that_do_not_open_leave_the_box_chosen(
    browser: httpx.Client, fields: dict[str, str], sentence: str
) -> None:
    browser.post("/mo/hom", files={"hom": BOX.raw})
    answer = browser.post("/mo/khoa", data=fields)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Mã niêm phong" in browser.get("/mo").text


def test_a_damaged_box_is_told_kindly(browser: httpx.Client) -> None:
    answer = browser.post("/mo/hom", files={"hom": BOX.raw[:-50]})
    assert answer.status_code == 422
    assert "không nguyên vẹn" in answer.text


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_an_opening_that_stopped_midway_leaves_the_box_and_begins_anew(
    browser: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_memory(*_: object, **__: object) -> None:
        raise MemoryError

    browser.post("/mo/hom", files={"hom": BOX.raw})
    with monkeypatch.context() as machine:
        machine.setattr("guong.ceremony.opening_job.open_boxes", out_of_memory)
        stopped = browser.post("/mo/khoa", data=COMPARED)
    assert "Chương trình dừng giữa chừng, chưa có kết quả" in stopped.text
    assert crockford.sixteen_digits(BOX.list_digest) in stopped.text
    assert "Mang kết quả đi" in browser.post("/mo/khoa", data=COMPARED).text


def test_destroying_forgets_everything_and_gives_the_sentence_for_the_minutes(browser: httpx.Client) -> None:
    prepare(browser, request().poll)
    browser.post("/mo/hom", files={"hom": BOX.raw})
    assert "Tổ kiểm phiếu đã huỷ 03 mã chìa khoá." in browser.post("/huy").text
    assert browser.get("/lap/phong-bi.pdf").status_code == 404
    assert "Chọn hòm phiếu khác" not in browser.get("/mo").text


def test_the_pages_never_write_a_key_or_a_ticket_to_the_disk(
    browser: httpx.Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    prepare(browser, request().poll)
    print_everything(browser, request().poll)
    assert list(tmp_path.iterdir()) == []
