"""What the part on PostgreSQL leaves out can depend on no engine: it has no way to a database."""

import pytest

from creaspace.foundation.records.models import Act


def is_run_on_every_engine(request: pytest.FixtureRequest) -> bool:
    return request.node.get_closest_marker("database") is not None


def test_test_without_a_way_to_a_database_is_stopped(request: pytest.FixtureRequest):
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        Act.objects.exists()

    assert not is_run_on_every_engine(request)


@pytest.mark.django_db
def test_test_that_says_it_reads_a_database_runs_on_every_engine(request: pytest.FixtureRequest):
    assert is_run_on_every_engine(request)


def test_test_that_asks_for_loaded_data_runs_on_every_engine(
    request: pytest.FixtureRequest, reference: None
):
    assert is_run_on_every_engine(request)
