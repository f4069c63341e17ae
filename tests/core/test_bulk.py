"""Rows added past the models are those the models would have added."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from creaspace.core.bulk import insert_rows, new_keys
from creaspace.foundation.search.models import Entry

NOW = datetime(2026, 11, 22, 9, 30, 15, 250, tzinfo=UTC)
NAMES = [field.name for field in Entry._meta.concrete_fields]


def entry(key: str, **values: Any) -> Entry:
    said: dict[str, Any] = {
        "slug": "a\tb\\n'\"",
        "score": 500,
        "is_public": False,
        "names": [["昆明创库", "zh-Hans"]],
        "words": "a line\nand another",
        "name_words": "",
        "changed_at": NOW,
    }
    return Entry(subject_label="tests.thing", subject_key=key, **said | values)


def add(*entries: Entry) -> None:
    with transaction.atomic():
        for each, key in zip(entries, new_keys(Entry, len(entries)), strict=True):
            each.pk = key
        insert_rows(Entry, NAMES, [[getattr(each, name) for name in NAMES] for each in entries])


@pytest.mark.django_db
def test_rows_read_back_as_they_were_said() -> None:
    said = [entry("1"), entry("2", changed_at=None, is_public=True)]

    add(*said)

    kept = Entry.objects.order_by("pk").values(*NAMES)
    assert list(kept) == [{name: getattr(each, name) for name in NAMES} for each in said]


@pytest.mark.django_db
def test_keys_go_on_where_the_models_left_off_and_the_other_way_round() -> None:
    first = entry("1")
    first.save()
    add(second := entry("2"))
    third = entry("3")
    third.save()

    assert first.pk < second.pk < third.pk
    assert first.pk == Entry.objects.order_by("pk")[0].pk


@pytest.mark.django_db
def test_what_the_database_guards_is_guarded() -> None:
    with pytest.raises(IntegrityError):
        add(entry("1", score=1001))


@pytest.mark.django_db
def test_no_rows_are_nothing_to_do() -> None:
    add()

    assert not Entry.objects.exists()
