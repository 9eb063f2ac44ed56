"""Tests of one ``xdist_group`` run in one process, so that what they share is made once.

pytest-xdist 3.8 writes the group to an attribute that pytest 9.2 no longer reads: without this plugin the marks do nothing,
and every process plays the demo and walks the permissions for itself.
"""

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """End the names of grouped tests in ``@group``, which is what ``--dist loadgroup`` goes by."""
    if not getattr(
        config.option, "loadgroup", False
    ):  # set in test processes that were told to keep groups together
        return
    for item in items:
        groups = sorted({str(mark.args[0]) for mark in item.iter_markers("xdist_group")})
        ending = f"@{'_'.join(groups)}"
        if groups and not item.nodeid.endswith(ending):
            item._id = type(item._id).parse(item.nodeid + ending)
