"""What every test of this wing finds."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """A page read in another language leaves it behind; no test may depend on the one before."""
    with translation.override("en"):
        yield
