"""Templates write days as papers do, in the time of this country."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template


def written(filter_name: str, value: object) -> str:
    return Template(f"{{% load ui %}}{{{{ value|{filter_name} }}}}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("value", "whole", "short"),
    [
        (date(2023, 5, 2), "02/5/2023", "02/5"),
        (date(2023, 1, 15), "15/01/2023", "15/01"),
        (datetime(2023, 5, 14, 20, 0, tzinfo=UTC), "15/5/2023", "15/5"),
        (None, "", ""),
    ],
    ids=["day", "january", "moment", "none"],
)
def test_a_day_is_written_as_on_paper(value: object, whole: str, short: str) -> None:
    assert written("short_date", value) == whole
    assert written("day_month", value) == short
