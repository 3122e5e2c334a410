"""Fixtures live in tests/fixtures, one file a thing; each stands below those it imports."""

pytest_plugins = [
    "tests.fixtures.cast",
    "tests.fixtures.stores",
    "tests.fixtures.owned",
    "tests.fixtures.apps",
    "tests.fixtures.browser",
]
