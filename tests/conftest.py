"""What every test shares: the compiled catalogue, and the rules about skipping and about groups (the two plugins)."""

from hypothesis import settings

from scripts.catalogue import compile_catalogue

pytest_plugins = ["tests.kept_together", "tests.nothing_skipped"]

# Two test processes share two processors: a wall-clock deadline per example would measure the neighbour.
settings.register_profile("guong", deadline=None, print_blob=True)
settings.load_profile("guong")


def pytest_configure() -> None:
    """Compile the catalogue of the desk's English, as set-up does: tests must not read yesterday's."""
    compile_catalogue()
