"""`guong check` names the page that this installation would serve, to be compared with the minutes."""

import pytest

from guong.ballots import assets
from guong.ballots.store import migrate
from guong.core.page_code import page_code
from guong.web import checking
from guong.web.environment import Environment, urn_url


@pytest.mark.django_db
def test_the_code_of_the_voters_page_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    migrate(urn_url(Environment()))
    checking.main([])
    code = page_code(assets.served().digests())
    assert f"Mã trang bỏ phiếu của bản cài đặt này: {code}" in capsys.readouterr().out
