"""A record whose texts these tests write and read."""

import pytest

from creaspace.foundation.people.models import Organisation


@pytest.fixture
def organisation() -> Organisation:
    return Organisation.objects.create(
        slug="unit", name="Unit", description="In the column.", source_language="en"
    )
