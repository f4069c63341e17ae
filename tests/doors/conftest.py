"""What the tests of the doors share."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Pages leave their reader's language behind; each test begins in English."""
    with override("en"):
        yield
