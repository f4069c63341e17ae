"""Every fact of the programme file can be found on a page and traced to its address."""

import pytest

from tests.doors.interop.rules import RULES
from tests.doors.interop.tracing import House, leaves, load

pytestmark = pytest.mark.django_db
DATA = load()
LEAVES = list(leaves(DATA))


@pytest.fixture(scope="module")
def house(network: None) -> House:
    """The programme's pages, each read once for all these tests."""
    return House(DATA)


def test_every_path_of_the_file_has_a_rule() -> None:
    without = sorted({leaf.pattern for leaf in LEAVES} - set(RULES))

    assert without == []


@pytest.mark.parametrize("part", list(DATA))
def test_a_reader_finds_every_fact_of(house: House, part: str) -> None:
    told = [leaf for leaf in LEAVES if leaf.part == part]

    missing = [
        f"{leaf.path}: {leaf.value}" for leaf in told if not RULES[leaf.pattern](leaf, house)
    ]

    assert told
    assert "\n".join(missing) == ""
