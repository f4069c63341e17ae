"""The demonstration network: loaded whole, loaded twice, cleared, and only its own."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils.translation import override

from creaspace.atlas.spaces.models import Cell, Space, Spot
from creaspace.atlas.spaces.services import keep_space
from creaspace.core.viewer import STRANGER, System
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.people.models import Organisation, Person
from creaspace.foundation.records.models import Act, ShortLink, Version
from creaspace.foundation.statements.fields import is_declared
from creaspace.foundation.statements.models import Mention, Source, Statement
from creaspace.foundation.statements.services import add_source, translate_statement
from creaspace.foundation.statements.words import attach_words, words_in, words_of
from creaspace.knowledge.publications.models import Output
from creaspace.programme.calls.models import Call
from creaspace.programme.consultation.models import Question
from creaspace.programme.programmes.models import Programme
from creaspace.programme.visits.models import Visit
from creaspace.programme.workshops.models import Workshop

pytestmark = pytest.mark.django_db
MODELS = (Space, Organisation, Person, Act, Version, ShortLink, Source, Statement, Mention, Texts)


def counts() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in MODELS}


@pytest.mark.usefixtures("network")
def test_all_records_of_the_programme_are_there() -> None:
    loaded = {
        model: model._default_manager.count() for model in (Call, Visit, Workshop, Output, Question)
    }

    assert Organisation.objects.exclude(involvements=None).count() == 7
    assert loaded == {Call: 3, Visit: 2, Workshop: 2, Output: 6, Question: 14}
    assert Space.objects.visible_to(STRANGER).count() == 20
    beside = Space.objects.visible_to(STRANGER).filter(participations__role__notation="context")
    assert beside.count() == 4


@pytest.mark.usefixtures("network")
def test_loading_again_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = counts()

    call_command("demo", "load")

    assert counts() == before
    assert "Nothing has changed since it was loaded last." in capsys.readouterr().out


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("language", ["es", "zh-hans"])
def test_every_word_that_is_stated_is_translated(language: str) -> None:
    statements = list(Statement.objects.current())

    with override(language):
        attach_words(statements)
        left = {
            f"{row.subject_label} {row.field} {name}: {own}"
            for row in statements
            for name, own in words_in(row).items()
            if words_of(row, name, own).is_fallback
        }

    assert left == set()


@pytest.mark.usefixtures("network")
def test_what_a_person_translated_stays_as_it_is() -> None:
    statement = Statement.objects.get(subject_label="spaces.space", value="tobacco factory")
    fields = {"value": "antigua fábrica de tabacos"}
    by = System("a translator")
    translate_statement(statement=statement, language="es", fields=fields, state="reviewed", by=by)

    call_command("demo", "load")

    row = Texts.objects.about(statement).get(language="es")
    assert (row.state, row.fields) == ("reviewed", fields)


@pytest.mark.usefixtures("network")
def test_every_field_that_is_stated_is_declared_by_its_room() -> None:
    pairs = Statement.objects.values_list("subject_label", "field").distinct()

    assert [pair for pair in pairs if not is_declared(*pair)] == []


@pytest.mark.usefixtures("network")
def test_clearing_takes_its_own_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    keep_space(slug="ours", name="Ours", by=System("tests"))
    add_source(slug="ours", kind="press", title="Ours", address="https://example.org/ours")
    Person.objects.create_user("somebody")

    call_command("demo", "clear")

    assert list(Space.objects.values_list("slug", flat=True)) == ["ours"]
    assert list(Source.objects.values_list("slug", flat=True)) == ["ours"]
    assert list(Person.objects.values_list("sign_in_name", flat=True)) == ["somebody"]
    assert not Programme.objects.exists()
    assert not Statement.objects.exists()
    assert "records and accounts were removed." in capsys.readouterr().out


@pytest.mark.usefixtures("network")
def test_nothing_speaks_of_what_was_cleared() -> None:
    call_command("demo", "clear")

    for model in (Version, ShortLink, Mention, Statement, Texts):
        for row in model._default_manager.all():
            there = apps.get_model(row.subject_label)._default_manager
            assert there.filter(pk=row.subject_key).exists(), row


@pytest.mark.usefixtures("network")
def test_atlas_counts_no_space_that_was_cleared(
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[Any]],
) -> None:
    assert Cell.objects.filter(level=0).exists()

    with django_capture_on_commit_callbacks(execute=True):
        call_command("demo", "clear")

    assert Spot.objects.count() == Space.objects.published().count() == 0
    assert not Cell.objects.exclude(count=0).exists()


@pytest.mark.usefixtures("network")
def test_it_comes_back_after_it_was_cleared() -> None:
    before = counts()
    call_command("demo", "clear")

    call_command("demo", "load")

    after = counts()
    assert {name: after[name] for name in ("Space", "Organisation", "Person", "Source")} == {
        name: before[name] for name in ("Space", "Organisation", "Person", "Source")
    }
    assert after["Statement"] == before["Statement"]
