"""Recording what sources say: adding, withdrawing, undoing, and never twice."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from creaspace.foundation.records.models import Act
from creaspace.foundation.statements.evidence import evidence_of, evidence_of_all, letter
from creaspace.foundation.statements.models import Mention, Source, Statement
from creaspace.foundation.statements.services import (
    Saying,
    add_source,
    keep_public_version,
    mention_sources,
    undo_batch,
    withdraw_statement,
)
from creaspace.foundation.statements.signals import statements_recorded
from tests.foundation.statements.factories import (
    BY,
    make_batch,
    make_organisation,
    make_source,
    say,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def told_of() -> Any:
    """The subjects of which the rooms above were told."""
    heard: list[Any] = []

    def hear(*, subject: Any, **_sent: Any) -> None:
        heard.append(subject)

    statements_recorded.connect(hear, weak=False, dispatch_uid="tests.hear")
    yield heard
    statements_recorded.disconnect(dispatch_uid="tests.hear")


def test_recording_the_same_again_changes_nothing(told_of: list[Any]) -> None:
    organisation, source = make_organisation(), make_source()
    sayings = [Saying("city", "Valencia", source), Saying("kind", "unit", source)]

    first, second = say(organisation, *sayings), say(organisation, *sayings)

    assert (first, second) == (2, 0)
    assert Statement.objects.count() == 2
    assert Act.objects.filter(verb="record_statements").count() == 1
    assert len(told_of) == 1


def test_what_is_said_no_longer_is_withdrawn_with_a_date_and_kept() -> None:
    organisation, source = make_organisation(), make_source()
    say(organisation, Saying("city", "Valencia", source))

    changed = say(organisation, Saying("city", "Kunming", source))

    rows = Statement.objects.about(organisation)
    assert changed == 2
    assert [row.value for row in rows.current()] == ["Kunming"]
    assert rows.get(value="Valencia").withdrawn_at is not None


def test_other_batches_stay_as_they_are() -> None:
    organisation, source = make_organisation(), make_source()
    say(organisation, Saying("city", "Valencia", source), batch="one")

    say(organisation, Saying("city", "Kunming", source), batch="two")

    assert Statement.objects.current().count() == 2


def test_coding_must_name_its_codebook() -> None:
    with pytest.raises(ValidationError, match="Name the codebook and coder, or the rule"):
        say(make_organisation(), Saying("kind", "unit", make_source(), basis="coded"))


def test_undone_batch_withdraws_all_and_tells_each_record(told_of: list[Any]) -> None:
    one, other, source = make_organisation(), make_organisation(), make_source()
    say(one, Saying("city", "Valencia", source))
    say(other, Saying("city", "Kunming", source))
    mention_sources(about=one, sources=[source], batch=make_batch())
    told_of.clear()

    count = undo_batch(batch=make_batch(), by=BY)

    assert count == 2
    assert len(told_of) == 2
    assert not Statement.objects.current().exists()
    assert not Mention.objects.exists()


def test_undone_batch_that_is_loaded_again_stands_again() -> None:
    organisation, source = make_organisation(), make_source()
    saying = Saying("city", "Valencia", source)
    say(organisation, saying)
    undo_batch(batch=make_batch(), by=BY)

    changed = say(organisation, saying)

    assert changed == 1
    assert Statement.objects.current().count() == 1


def test_statement_is_withdrawn_once() -> None:
    organisation = make_organisation()
    say(organisation, Saying("city", "Valencia", make_source()))
    statement = Statement.objects.get()

    withdraw_statement(statement=statement, by=BY, about=organisation)

    statement.refresh_from_db()
    with pytest.raises(ValidationError, match="was withdrawn already"):
        withdraw_statement(statement=statement, by=BY, about=organisation)


def test_past_can_be_read_as_it_stood() -> None:
    organisation, source = make_organisation(), make_source()
    say(organisation, Saying("city", "Valencia", source))
    then = timezone.now()
    say(organisation, Saying("city", "Kunming", source))

    assert [row.value for row in Statement.objects.as_of(then)] == ["Valencia"]
    assert not Statement.objects.as_of(datetime(2015, 1, 1, tzinfo=UTC)).exists()


def test_address_names_one_source_only() -> None:
    first = make_source("report")

    second = add_source(slug="other", kind="visit", title="Report", address=first.address)

    assert second.pk == first.pk
    assert Source.objects.get().title == "Report"


def test_mentions_keep_their_order_and_change_only_when_they_differ() -> None:
    organisation, one, other = make_organisation(), make_source("one"), make_source("other")
    mention_sources(about=organisation, sources=[other, one, other], batch=make_batch())
    before = list(Mention.objects.values_list("pk", flat=True))

    mention_sources(about=organisation, sources=[other, one], batch=make_batch())

    assert list(Mention.objects.values_list("pk", flat=True)) == before
    assert evidence_of(organisation).sources == [other, one]


def test_letters_follow_the_order_of_appearance() -> None:
    organisation, one, other = make_organisation(), make_source("one"), make_source("other")
    mention_sources(about=organisation, sources=[other], batch=make_batch())
    say(organisation, Saying("city", "Valencia", one), Saying("kind", "unit", other))

    assert evidence_of(organisation).letters == {other.pk: "A", one.pk: "B"}
    assert [letter(place) for place in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]


def test_private_statement_shows_to_its_keepers_alone() -> None:
    organisation = make_organisation()
    say(organisation, Saying("city", "Valencia", make_source(), is_public=False))

    assert evidence_of(organisation).value("city") is None
    assert evidence_of(organisation, include_private=True).value("city") == "Valencia"


def test_evidence_of_many_records_takes_two_queries(django_assert_num_queries: Any) -> None:
    organisations = [make_organisation() for _number in range(3)]
    for each in organisations:
        say(each, Saying("city", each.name, make_source()))

    with django_assert_num_queries(2):
        found = evidence_of_all(organisations)

    values = [found[each.pk].value("city") for each in organisations]
    assert values == [each.name for each in organisations]


def test_version_is_kept_once_for_the_same_content() -> None:
    organisation, source = make_organisation(), make_source()
    say(organisation, Saying("city", "Valencia", source))
    first = keep_public_version(about=organisation)

    same = keep_public_version(about=organisation)
    say(organisation, Saying("city", "Kunming", source))
    changed = keep_public_version(about=organisation)

    assert (first.pk, changed.number) == (same.pk, 2)
    assert first.content["statements"][0]["value"] == "Valencia"
