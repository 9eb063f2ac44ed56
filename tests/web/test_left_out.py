"""What the program leaves out on purpose, so that nothing has to guard it."""

from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).parents[2]


def test_no_page_of_administration_stands_over_the_tables() -> None:
    assert not apps.is_installed("django.contrib.admin")


def test_nothing_can_bear_a_mark_of_secrecy() -> None:
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if any(word in field.name for word in ("secrecy", "classified", "secret_mark"))
    }
    assert fields == set(), (
        "decision 0022: there is no field for a mark, every installation counts as connected"
    )
    assert "anything marked secret" in (ROOT / "SECURITY.md").read_text("utf-8")


def test_no_paper_is_printed_with_a_mark_of_secrecy() -> None:
    marks = ("TUYỆT MẬT", "TỐI MẬT", "ĐỘ MẬT")
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.typ"), *(ROOT / "src").rglob("*.html")]
    assert len(sources) > 500
    assert [path.name for path in sources if any(mark in path.read_text("utf-8") for mark in marks)] == []
