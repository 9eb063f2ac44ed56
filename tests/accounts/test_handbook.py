"""The handbook has a page for every role, in the words by which the program calls it (issue 7)."""

from pathlib import Path

import pytest

from guong.office.accounts.roles import Role

HANDBOOK = Path(__file__).resolve().parents[2] / "docs" / "handbook"
# The counting officers work beside the board, the clerk at its desk: their pages bear the names of these.
NAMED = {Role.COUNTING_OFFICER: "Tổ kiểm phiếu", Role.PAPER_CLERK: "Bàn nhập phiếu giấy"}


def heading(page: Path) -> str:
    return page.read_text("utf-8").partition("\n")[0]


@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_page_and_the_contents_lead_to_it(role: Role) -> None:
    wanted = NAMED.get(role, role.label)
    pages = [page for page in HANDBOOK.glob("*.md") if wanted in heading(page) and page.name != "README.md"]
    assert pages, wanted
    contents = (HANDBOOK / "README.md").read_text("utf-8")
    assert any(f"({page.name})" in contents for page in pages)
