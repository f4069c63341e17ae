"""Queries whose SQL is written once answer as Django's own do."""

from typing import Any

import pytest
from django.utils import timezone

from creaspace.core.prepared import Mark, Prepared
from creaspace.foundation.statements.models import Statement
from creaspace.foundation.statements.services import add_source, open_batch
from tests.foundation.statements.factories import BY

pytestmark = pytest.mark.django_db


def say(key: str, value: Any, **columns: Any) -> Statement:
    source = add_source(slug=f"source-{key}", kind="register", title=f"Register {key}")
    batch = open_batch(slug=f"batch-{key}", label="Batch", by=BY)
    return Statement.objects.create(
        subject_label="tests.thing",
        subject_key=key,
        field="name",
        value=value,
        source=source,
        batch=batch,
        basis="stated",
        recorded_at=timezone.now(),
        **columns,
    )


def about() -> Any:
    marked = {"subject_label": Mark("label"), "subject_key": Mark("key")}
    return Statement.objects.filter(**marked).current().select_related("source")


def test_prepared_query_gives_each_time_the_records_of_the_values_told() -> None:
    say("1", {"en": ["A", 2.5]})
    say("2", 0, is_public=False)
    say("3", "gone", withdrawn_at=timezone.now())
    prepared = Prepared(about)

    for key in ("1", "2", "3", "'; --", "1"):
        own = Statement.objects.filter(subject_label="tests.thing", subject_key=key).current()
        found = prepared.rows(label="tests.thing", key=key)
        assert [vars_of(row) for row in found] == [vars_of(row) for row in own]


def vars_of(row: Statement) -> dict[str, Any]:
    return {name: value for name, value in vars(row).items() if name != "_state"}


def test_prepared_query_brings_what_is_selected_along(django_assert_num_queries: Any) -> None:
    say("1", "A")
    prepared = Prepared(about)

    with django_assert_num_queries(1):
        (row,) = prepared.rows(label="tests.thing", key="1")
        title = row.source.title

    assert title == "Register 1"
    assert not row._state.adding


def test_query_that_depends_on_the_moment_cannot_be_prepared() -> None:
    prepared = Prepared(lambda: Statement.objects.as_of(timezone.now()))

    with pytest.raises(ValueError, match="each time"):
        prepared.rows()
