"""The real programme, found: every record by each of its names, and nothing after it is gone."""

from typing import Any

import pytest
from django.core.management import call_command
from django.utils.translation import override

from creaspace.core.viewer import STRANGER
from creaspace.foundation.search import reading, services
from creaspace.foundation.search.models import Entry, Token
from creaspace.foundation.search.registry import findables
from tests.site.scene import Scene

QUESTIONS = [
    ("valencia", {"spaces.space", "people.organisation", "visits.visit", "workshops.workshop"}),
    ("巴伦西亚", {"spaces.space", "visits.visit", "workshops.workshop", "programmes.session"}),
    ("昆明", {"spaces.space", "visits.visit", "programmes.session"}),
    ("kunming", {"spaces.space", "visits.visit", "programmes.session"}),
    ("スペイン", {"spaces.space", "people.organisation"}),
    ("open call", {"calls.call"}),
    ("convocatoria", {"calls.call"}),
]


@pytest.mark.django_db
def test_every_public_record_is_found_by_each_of_its_names(scene: Scene):
    services.catch_up()
    lost = [
        (entry.subject, name)
        for entry in Entry.objects.filter(is_public=True)
        for name, language in entry.names
        if entry.subject not in _found(name, entry.subject_label, language)
    ]

    assert Entry.objects.count() > 50
    assert lost == []


def _found(words: str, label: str, language: str) -> set[Any]:
    with override("en"):
        answer = reading.find(words, viewer=STRANGER, labels=[label], limit=100)
    return {hit.subject for hit in answer.hits}


@pytest.mark.django_db
@pytest.mark.parametrize(("words", "labels"), QUESTIONS, ids=[words for words, _l in QUESTIONS])
def test_question_finds_records_of_many_rooms(scene: Scene, words: str, labels: set[str]):
    services.catch_up()

    answer = reading.find(words, viewer=STRANGER)

    assert labels <= {label for label, count in answer.per_label.items() if count}


@pytest.mark.django_db
def test_index_that_followed_every_write_equals_a_rebuilt_one(scene: Scene):
    services.catch_up()
    kept = _whole()

    services.rebuild(afresh=True)

    assert _whole() == kept


def _whole() -> tuple[list[Any], list[Any]]:
    columns = ("subject_label", "subject_key", "slug", "score", "is_public", "names", "words")
    entries = Entry.objects.order_by("subject_label", "subject_key").values_list(*columns)
    return list(entries), list(Token.objects.order_by("text").values_list())


@pytest.mark.django_db
def test_cleared_demonstration_leaves_nothing_to_find(scene: Scene):
    services.catch_up()
    call_command("demo", "clear", verbosity=0)
    services.catch_up()

    left = {entry.subject_label for entry in Entry.objects.all()}

    assert left <= {"people.organisation", "people.person", "spaces.space"}  # of the scene itself
    assert reading.find("ecn open call", viewer=STRANGER).hits == []


def test_every_room_with_pages_has_something_to_find():
    assert [each.label for each in findables()] == [
        "spaces.space",
        "programmes.programme",
        "programmes.session",
        "people.organisation",
        "people.person",
        "calls.call",
        "visits.visit",
        "workshops.workshop",
        "consultation.question",
        "publications.output",
    ]
