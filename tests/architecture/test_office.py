"""The office rooms keep their order in keys, templates and urls too, and are entered by their doors (DESIGN §2)."""

from pathlib import Path

import pytest

from tests.architecture.office import (
    foreign_renderings,
    foreign_templates,
    open_services,
    reads_in_views,
    side_doors,
    signals,
    steps_back,
    upward_keys,
    upward_links,
)
from tests.architecture.plant import Rule, plant
from tests.architecture.tree import FLOOR_OF_ROOM, OFFICE, ROOT

RULES = [
    foreign_renderings,
    foreign_templates,
    open_services,
    reads_in_views,
    side_doors,
    signals,
    steps_back,
    upward_keys,
    upward_links,
]
ROOMS = "src/guong/office/"
REGISTRY = ROOMS + "registry/"
JOURNAL = ROOMS + "journal/"
PAGE = "registry/templates/registry/unit.html"


@pytest.mark.parametrize("rule", RULES)
def test_the_tree_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(ROOT)) == []


def test_every_room_of_the_office_has_its_floor() -> None:
    rooms = {folder.name for folder in (ROOT / OFFICE).glob("*/") if (folder / "__init__.py").is_file()}
    assert rooms <= set(FLOOR_OF_ROOM)


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (upward_keys, REGISTRY + "models.py", "unit = models.ForeignKey('conferences.Conference')"),
        (upward_keys, REGISTRY + "models/unit.py", "unit = ForeignKey(to='papers.Paper', on_delete=1)"),
        (upward_keys, REGISTRY + "migrations/0001_initial.py", "models.OneToOneField(to='counting.poll')"),
        (upward_keys, ROOMS + "meetings/models.py", "models.ManyToManyField('reviews.Review')"),
        (upward_keys, JOURNAL + "models.py", "models.ForeignKey(settings.AUTH_USER_MODEL)"),
        (foreign_templates, ROOMS + PAGE, "{% extends 'papers/base.html' %}"),
        (foreign_templates, ROOMS + PAGE, '{% include "journal/row.html" with a=1 %}'),
        (foreign_templates, ROOMS + PAGE, "{% include name %}"),
        (foreign_templates, ROOMS + "registry/templates/unit/a.html", ""),
        (foreign_templates, "src/guong/ui/templates/ui/base.html", "{%- include 'web/menu.html' %}"),
        (foreign_renderings, REGISTRY + "views.py", "render(request, 'papers/list.html')"),
        (upward_links, ROOMS + PAGE, "{% url 'papers:list' %}"),
        (upward_links, "src/guong/ui/templates/ui/base.html", "{% url 'registry:list' %}"),
        (upward_links, REGISTRY + "views.py", "redirect('release:minutes', 1)"),
        (signals, REGISTRY + "apps.py", "from django.dispatch import receiver"),
        (signals, "src/guong/web/urls.py", "from django.db.models.signals import post_save"),
        (signals, "src/guong/web/urls.py", "from django.db.models import signals"),
        (
            side_doors,
            REGISTRY + "services.py",
            "from guong.office.journal.models import Entry\nEntry.objects.all()",
        ),
        (side_doors, REGISTRY + "services.py", "from guong.office.journal import models\nmodels.Entry()"),
        (side_doors, REGISTRY + "views.py", "from guong.office.journal import views"),
        (steps_back, REGISTRY + "models.py", "from guong.office.registry import services"),
        (steps_back, REGISTRY + "selectors/units.py", "from guong.office.registry.services.units import add"),
        (steps_back, REGISTRY + "services.py", "from guong.office.registry.forms import UnitForm"),
        (open_services, REGISTRY + "services.py", "def add_unit(name): ..."),
        (open_services, REGISTRY + "services/units.py", "def add_unit(unit, /): ..."),
        (reads_in_views, REGISTRY + "views.py", "def page(request):\n    Unit.objects.all()"),
    ],
)
def test_the_rule_bites(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, path, text)
    assert list(rule(tmp_path)) != []


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (
            upward_keys,
            REGISTRY + "models.py",
            "models.ForeignKey('self')\nmodels.ForeignKey(settings.AUTH_USER_MODEL)",
        ),
        (
            upward_keys,
            REGISTRY + "models.py",
            "models.ForeignKey('accounts.Officer')\nmodels.ForeignKey('Unit')",
        ),
        (foreign_templates, ROOMS + PAGE, "{% extends 'ui/page.html' %}{% include 'registry/row.html' %}"),
        (foreign_templates, ROOMS + "accounts/templates/account/login.html", "{% extends 'ui/page.html' %}"),
        (foreign_renderings, REGISTRY + "views.py", "render(request, 'registry/list.html')"),
        (
            upward_links,
            ROOMS + PAGE,
            "{% url 'registry:list' %}{% url 'journal:list' %}{% url 'account_login' %}",
        ),
        (upward_links, "src/guong/web/navigation.py", "reverse('release:minutes')"),
        (side_doors, REGISTRY + "services.py", "from guong.office.journal.services import record"),
        (side_doors, REGISTRY + "services.py", "from guong.office.registry.models import Unit\nUnit()"),
        (
            side_doors,
            REGISTRY + "selectors.py",
            "from guong.office.accounts.models import User\n"
            "def scope(*, user: User | None) -> list[User]:\n    assert isinstance(user, User)",
        ),
        (steps_back, REGISTRY + "views.py", "from guong.office.registry import forms, models, services"),
        (open_services, REGISTRY + "services.py", "def add_unit(*, name): ...\ndef _row(unit): ..."),
        (reads_in_views, REGISTRY + "selectors.py", "Unit.objects.all()"),
    ],
)
def test_the_rule_leaves_honest_code_alone(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, path, text)
    assert list(rule(tmp_path)) == []
