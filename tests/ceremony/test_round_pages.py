"""All boxes of a round through the pages: codes compared one by one, keys given once, one file carried away (DESIGN §4.6)."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from guong.ceremony.opening_round import open_boxes, result_files
from guong.core import crockford
from guong.core.round_results import RoundResults, read_round
from guong.core.secrecy.box import Box
from tests.ceremony.browser import operator
from tests.ceremony.test_open_many import BOXES, OTHER_SEED, OTHER_SHARES, POLLS, SEED, SHARES, make

TWO_KEYS = {"chia_khoa_1": SHARES[0], "chia_khoa_2": SHARES[1]}
OTHER_KEYS = {"chia_khoa_1": OTHER_SHARES[0], "chia_khoa_2": OTHER_SHARES[2]}
CODE = open_boxes(BOXES, [SEED]).results


@pytest.fixture
def browser() -> Iterator[httpx.Client]:
    with operator() as client:
        yield client


def bring(browser: httpx.Client, boxes: list[Box], **more: bytes) -> httpx.Response:
    files = [("hom", (f"hom-phieu-{box.definition.poll}.json", box.raw)) for box in boxes]
    files += [("hom", (name.replace("_", "."), raw)) for name, raw in more.items()]
    return browser.post("/mo/hom", files=files)


def open_them(browser: httpx.Client, *polls: str, given: dict[str, str] | None = None) -> httpx.Response:
    return browser.post("/mo/khoa", data={"da_doi_chieu": list(polls or POLLS), **(given or TWO_KEYS)})


def carried(browser: httpx.Client) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(browser.get("/mo/ket-qua.zip").content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_box_shows_its_code_and_the_keys_are_given_once(browser: httpx.Client) -> None:
    page = bring(browser, BOXES)
    for box in BOXES:
        assert crockford.sixteen_digits(box.list_digest) in page.text
        assert box.definition.unit in page.text
    assert page.text.count('name="chia_khoa_1"') == 1
    page = open_them(browser)
    assert CODE is not None
    assert CODE.code in page.text
    assert "Đã mở 3 / 3 hòm phiếu" in page.text
    assert "giáo viên" not in page.text


def test_one_file_holds_what_the_server_takes_and_no_archive_key(browser: httpx.Client) -> None:
    bring(browser, BOXES)
    open_them(browser)
    files = carried(browser)
    assert set(files) == set(result_files(open_boxes(BOXES, [SEED]).opened))
    assert read_round(files["round.json"]) == CODE
    assert not any(b"AGE-SECRET-KEY" in raw for raw in files.values())
    sheets = browser.get("/mo/khoa-luu.pdf").content
    assert sheets.startswith(b"%PDF")


def test_a_zip_and_a_folder_bring_the_same_boxes(browser: httpx.Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for box in BOXES:
            archive.writestr(f"hom-phieu-{box.definition.poll}.json", box.raw)
    assert "3 hòm phiếu trên bàn" in bring(browser, [], hom_zip=packed.getvalue()).text
    browser.post("/mo/xong")
    files = [("thu_muc", (f"usb/hom-phieu-{box.definition.poll}.json", box.raw)) for box in BOXES]
    files.append(("thu_muc", ("usb/bien-ban.pdf", b"%PDF")))
    page = browser.post("/mo/hom", files=files)
    assert "3 hòm phiếu trên bàn" in page.text
    assert "bien-ban" not in page.text


def test_an_opening_day_with_one_box_has_its_code_over_all_results(browser: httpx.Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("hom-phieu.json", BOXES[0].raw)
    bring(browser, [], hom_zip=packed.getvalue())
    page = open_them(browser, BOXES[0].definition.poll)
    results = open_boxes(BOXES[:1], [SEED]).results
    assert results is not None
    assert results.code in page.text
    assert read_round(carried(browser)["round.json"]) == results


def test_a_box_whose_code_was_not_compared_stays_shut(browser: httpx.Client) -> None:
    bring(browser, BOXES)
    page = open_them(browser, "0123456789", "7K3M9QXT2A")
    assert "Đã mở 2 / 3 hòm phiếu" in page.text
    assert "Còn 1 hòm phiếu chưa mở" in page.text
    listed = read_round(carried(browser)["round.json"])
    assert isinstance(listed, RoundResults)
    assert set(listed.digests) == {"0123456789", "7K3M9QXT2A"}


def test_nothing_is_opened_without_a_comparison(browser: httpx.Client) -> None:
    bring(browser, BOXES)
    answer = browser.post("/mo/khoa", data=TWO_KEYS)
    assert answer.status_code == 422
    assert "Chưa xác nhận mã niêm phong" in answer.text


def test_mistyped_keys_leave_the_ticks_as_they_were(browser: httpx.Client) -> None:
    bring(browser, BOXES)
    answer = open_them(browser, "7K3M9QXT2A", given=TWO_KEYS | {"chia_khoa_2": "0001"})
    assert answer.status_code == 422
    assert "Chìa khoá thứ 2 chưa đúng" in answer.text
    assert re.findall(r'value="(\w{10})" checked', answer.text) == ["7K3M9QXT2A"]
    assert SHARES[0] not in answer.text


def test_boxes_of_another_set_wait_for_their_own_envelopes(browser: httpx.Client) -> None:
    foreign = make("ZZZZZ00000", OTHER_SEED)
    bring(browser, [*BOXES[:2], foreign])
    page = open_them(browser)
    assert "Đã mở 2 / 3 hòm phiếu" in page.text
    assert "Hai chìa khoá này không phải của hòm phiếu này" in page.text
    browser.get("/mo/ket-qua.zip")
    page = open_them(browser, "ZZZZZ00000", given=OTHER_KEYS)
    assert "Đã mở 3 / 3 hòm phiếu" in page.text
    assert page.text.count("Chưa lấy") == 2  # the first ZIP lacks the third box
    listed = read_round(carried(browser)["round.json"])
    assert isinstance(listed, RoundResults)
    assert set(listed.digests) == set(POLLS)


def test_a_changed_box_and_a_damaged_file_stop_only_themselves(browser: httpx.Client) -> None:
    twisted = replace(BOXES[0].device[0], envelope=BOXES[0].device[0].envelope[:-1] + b"?")
    changed = replace(BOXES[0], device=(twisted, *BOXES[0].device[1:]))
    page = bring(browser, [changed, *BOXES[1:]], hong_json=b"{}")
    assert "hong.json" in page.text
    page = open_them(browser)
    assert "Đã mở 2 / 3 hòm phiếu" in page.text
    assert "Hòm phiếu đã bị sửa" in page.text


def test_keys_of_another_set_open_nothing_and_keep_the_boxes(browser: httpx.Client) -> None:
    bring(browser, BOXES)
    page = open_them(browser, given=OTHER_KEYS)
    assert page.text.count("Hai chìa khoá này không phải của hòm phiếu này") == 3
    assert browser.get("/mo/ket-qua.zip").status_code == 404


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_midway_leaves_the_boxes_that_were_opened(
    browser: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies_at_the_second(*given: object, **named: object) -> None:
        boxes, seeds = given
        assert isinstance(boxes, tuple)
        open_boxes(boxes[:1], seeds, **named)  # type: ignore[arg-type]  # what the job passes on
        raise MemoryError

    bring(browser, BOXES)
    with monkeypatch.context() as machine:
        machine.setattr("guong.ceremony.opening_job.open_boxes", dies_at_the_second)
        stopped = open_them(browser)
    assert "Đã mở 1 / 3 hòm phiếu" in stopped.text
    assert stopped.text.count("Chương trình dừng giữa chừng") == 2
    assert "Đã mở 3 / 3 hòm phiếu" in open_them(browser).text


def test_after_the_sitting_only_codes_stay(browser: httpx.Client) -> None:
    bring(browser, BOXES)
    open_them(browser)
    page = browser.post("/mo/xong")
    assert CODE is not None
    assert CODE.code in page.text
    assert CODE.code in browser.get("/").text
    assert browser.get("/mo/ket-qua.zip").status_code == 404


def test_a_folder_without_a_box_is_told(browser: httpx.Client) -> None:
    answer = browser.post("/mo/hom", files=[("thu_muc", ("usb/bien-ban.pdf", b"%PDF"))])
    assert answer.status_code == 422
    assert "Chưa chọn tệp hòm phiếu" in answer.text


def test_too_many_files_are_told_in_words(browser: httpx.Client) -> None:
    answer = browser.post("/mo/hom", files=[("thu_muc", (f"{n}.txt", b"")) for n in range(1001)])
    assert answer.status_code == 400
    assert "có quá nhiều tệp" in answer.text


def test_a_share_never_comes_back_in_a_page(browser: httpx.Client) -> None:
    bring(browser, BOXES)
    for page in (open_them(browser), browser.get("/mo"), browser.get("/")):
        for share in SHARES:
            assert share not in page.text
