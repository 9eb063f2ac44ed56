"""The two rules about skipping.

GUONG_TEST_ALL=1 is the mode that leaves nothing out: long tests run, and a skip of any kind becomes a failure.
Without it long tests are skipped, and every skip says why.
"""

import os
from collections.abc import Generator

import pytest

EVERYTHING = os.environ.get("GUONG_TEST_ALL") == "1"
LONG = "long: repeats until chance is ruled out; runs with GUONG_TEST_ALL=1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave long tests out of the short run, with the reason in the report."""
    for item in items:
        if not EVERYTHING and item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason=LONG))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one where nothing may be left out."""
    report = yield
    if EVERYTHING and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in a run that leaves nothing out: {_reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a skipped module into a failed one where nothing may be left out."""
    report = yield
    if EVERYTHING and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped in a run that leaves nothing out: {_reason(report.longrepr)}"
    return report


def _reason(longrepr: object) -> str:
    return str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)
