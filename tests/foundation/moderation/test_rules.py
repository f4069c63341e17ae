import pytest
from django.contrib.auth.models import AnonymousUser

from creaspace.core.subjects import Subject, subject_of
from creaspace.core.viewer import STRANGER
from creaspace.foundation.moderation import relations
from creaspace.foundation.moderation.models import Request
from creaspace.foundation.moderation.rules import (
    can_accept,
    can_decide,
    can_moderate,
    can_undo,
    can_withdraw,
    decided_by,
    moderated,
    role_of,
)
from creaspace.foundation.people.models import Organisation, Person
from tests.foundation.moderation.conftest import AskAbout

SOURCE = Subject("statements.source", "1")


def test_stranger_decides_on_nothing(organisation: Organisation):
    verdict = can_moderate(AnonymousUser(), subject_of(organisation))

    assert not verdict
    assert verdict.reason == "Sign in to decide on requests."


def test_member_decides_on_nothing(member: Person, organisation: Organisation):
    verdict = can_moderate(member, subject_of(organisation))

    assert not verdict
    assert verdict.reason == (
        "Only organisers and those who look after this record decide on requests."
    )


def test_organiser_decides_on_their_own_organisation_and_on_no_other(
    organiser: Person, organisation: Organisation
):
    other = Organisation.objects.create(slug="asef", name="Asia-Europe Foundation")

    assert can_moderate(organiser, subject_of(organisation))
    assert not can_moderate(organiser, subject_of(other))


def test_records_that_organisers_keep_together_are_a_matter_of_each(
    organiser: Person, member: Person
):
    assert can_moderate(organiser, SOURCE)
    assert not can_moderate(member, SOURCE)


def test_room_says_who_decides_on_its_records(
    own_relations: None, organiser: Person, member: Person
):
    def looked_after_by(person: Person, keys: set[str]) -> set[str]:
        return keys & {"1"} if person == member else set()

    relations.register(SOURCE.label, looked_after_by, role="steward")

    assert role_of(member, SOURCE) == "steward"
    assert not can_moderate(member, Subject(SOURCE.label, "2"))
    assert role_of(organiser, SOURCE) == "organiser"


def test_who_runs_the_site_decides_on_everything(host: Person, organisation: Organisation):
    assert moderated(host, "people.organisation", {"1", "2"}) == {"1": "host", "2": "host"}
    assert role_of(host, SOURCE) == "host"


def test_closed_account_decides_on_nothing(organiser: Person, organisation: Organisation):
    organiser.is_active = False

    assert role_of(organiser, subject_of(organisation)) == ""


def test_nobody_decides_on_what_they_asked_themselves(organiser: Person, ask: AskAbout):
    request = ask(by=organiser)

    verdict = can_decide(organiser, request)

    assert not verdict
    assert verdict.reason == "You asked this yourself; somebody else decides."


def test_closed_request_is_not_decided_again(organiser: Person, ask: AskAbout):
    request = ask()
    request.state = Request.State.WITHDRAWN

    assert not can_decide(organiser, request)
    assert not can_withdraw(request)


@pytest.mark.parametrize("kind", ["hide", "remove"])
def test_hiding_is_accepted_only_where_the_room_can_hide(
    kind: str, ask: AskAbout, done: list[tuple[str, str, str]]
):
    elsewhere = Request(kind=kind, subject_label="statements.source", subject_key="1")

    assert can_accept(ask(kind=kind, speaks_for=True))
    assert not can_accept(elsewhere)


@pytest.mark.parametrize("kind", ["correct", "question"])
def test_correction_and_answer_need_no_room(kind: str, ask: AskAbout):
    assert can_accept(ask(kind=kind))


@pytest.mark.parametrize(
    ("kind", "state", "allowed"),
    [
        ("hide", "open", False),
        ("hide", "accepted", True),
        ("hide", "declined", True),
        ("hide", "withdrawn", False),
        ("remove", "accepted", False),
        ("remove", "declined", True),
        ("correct", "accepted", True),
    ],
)
def test_decision_is_taken_back_unless_something_was_removed(
    organiser: Person, ask: AskAbout, kind: str, state: str, allowed: bool
):
    request = ask(kind=kind)
    request.state = state

    assert bool(can_undo(organiser, request)) is allowed


def test_member_takes_no_decision_back(member: Person, ask: AskAbout):
    request = ask(kind="hide")
    request.state = Request.State.ACCEPTED

    assert not can_undo(member, request)


def test_queryset_and_rule_agree_on_which_organisations_somebody_decides(
    organisation: Organisation, organiser: Person, member: Person, host: Person
):
    other = Organisation.objects.create(slug="other", name="Another")
    label = "people.organisation"

    for person, decided in [
        (member, []),
        (organiser, [organisation]),
        (host, [other, organisation]),
    ]:
        rows = Organisation.objects.filter(decided_by(person, label))

        assert list(rows.order_by("name")) == decided
        keys = {str(each.pk) for each in (organisation, other)}
        assert set(moderated(person, label, keys)) == {str(row.pk) for row in rows}
    assert not Organisation.objects.filter(decided_by(STRANGER, label)).exists()
