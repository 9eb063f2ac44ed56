"""Every place that holds a person's name stands in the table of personal data, with an end (security.md §2 nos. 85-88)."""

import re
from pathlib import Path

from django.apps import apps
from django.db.models import Model

from guong.core.personal_data import KINDS

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "reference" / "personal-data.md"
PEOPLE = {"accounts.User", "registry.Person", "registry.Post"}
NAMES = re.compile(
    r"(full_|printed_|actor_|signer_|chair_|clerk_|typist_|head_|witness_|giver_|officer_)name|.*_(by|confirmer)"
)


def names_somebody(model: type[Model]) -> bool:
    """Tell whether a model has a column for a person's name, or leads to a person."""
    return any(
        NAMES.fullmatch(field.name)
        or (field.related_model is not None and field.related_model._meta.label in PEOPLE)
        for field in model._meta.concrete_fields
    )


def test_every_model_that_names_somebody_is_of_a_kind() -> None:
    own = [model for model in apps.get_models() if model.__module__.startswith("guong.")]
    naming = {model._meta.label for model in own if names_somebody(model)}
    listed = [label for kind in KINDS for label in kind.models]
    assert len(listed) == len(set(listed))
    assert naming - set(listed) == set(), (
        "say in core/personal_data.py what it is for and how long it is kept"
    )
    assert set(listed) <= {model._meta.label for model in own}


def test_every_kind_says_why_and_how_it_ends_and_stands_in_the_document() -> None:
    document = DOCUMENT.read_text("utf-8")
    for kind in KINDS:
        assert all((kind.whose, kind.purpose, kind.since, kind.ends))
        assert kind.months is None or kind.days is None
        assert f"| {kind.label} | {kind.whose} | {kind.purpose} |" in document
