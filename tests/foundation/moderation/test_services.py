from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from creaspace.core.verdicts import Refused
from creaspace.foundation.moderation import remedies, services
from creaspace.foundation.moderation.models import Decision, Request
from creaspace.foundation.people.models import Organisation, Person
from creaspace.foundation.records.models import Act
from tests.foundation.moderation.conftest import AskAbout

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
REASON = "The space itself asked."
HIDE: dict[str, Any] = {"outcome": "accepted", "ground": "own_wish", "reason": REASON}


def test_request_of_a_stranger_is_kept_with_a_code_that_cannot_be_guessed(ask: AskAbout):
    first, second = ask(words="  The name has changed. "), ask()

    assert (first.words, first.state, first.by_id) == ("The name has changed.", "open", None)
    assert len(first.code) == 12
    assert first.code != second.code


def test_request_without_words_is_not_kept(ask: AskAbout):
    with pytest.raises(ValidationError):
        ask(words=" ")

    assert Request.objects.count() == 0


def test_requests_from_one_address_are_counted():
    assert (6, timedelta(hours=1)) == (services.MOST_REQUESTS, services.REQUESTS_WITHIN)


@pytest.mark.django_db
def test_seventh_request_within_the_hour_is_refused():
    for _time in range(6):
        services.count_request(address="203.0.113.7", now=NOW)

    with pytest.raises(Refused, match="Try again in an hour"):
        services.count_request(address="203.0.113.7", now=NOW)
    services.count_request(address="203.0.113.8", now=NOW)
    services.count_request(address="203.0.113.7", now=NOW + timedelta(hours=1))


def test_organiser_hides_in_the_moment_of_the_decision(
    ask: AskAbout, organiser: Person, organisation: Organisation, done: list[Any]
):
    request = ask(kind="hide", speaks_for=True)

    decision = services.decide(request=request, by=organiser, now=NOW, **HIDE)

    request.refresh_from_db()
    assert (request.state, request.closed_at) == ("accepted", NOW)
    assert (decision.role, decision.by_label) == ("organiser", "Olga Example")
    assert done == [("hide", str(organisation.pk), REASON)]


def test_undoing_one_of_two_granted_wishes_shows_nothing_again(
    ask: AskAbout, organiser: Person, done: list[Any]
):
    first, second = ask(kind="hide", speaks_for=True), ask(kind="hide", speaks_for=True)
    for request in (first, second):
        services.decide(request=request, by=organiser, **HIDE)
    done.clear()
    back: dict[str, Any] = {"ground": "mistake", "reason": "Not theirs.", "by": organiser}

    services.undo(request=first, **back)
    after_one = list(done)
    services.undo(request=second, **back)

    assert after_one == []
    assert [what for what, _key, _reason in done] == ["unhide"]


def test_declining_changes_nothing_of_the_record(ask: AskAbout, organiser: Person, done: list[Any]):
    request = ask(kind="hide", speaks_for=True)

    services.decide(
        request=request, outcome="declined", ground="sourced", reason="It is public.", by=organiser
    )

    request.refresh_from_db()
    assert request.state == "declined"
    assert done == []


def test_when_the_room_fails_nothing_is_decided(
    ask: AskAbout, organiser: Person, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*, key: str, by: Any, reason: str) -> None:
        raise Refused("This record is part of a programme that is running.")

    monkeypatch.setattr(remedies, "_REMEDIES", {("people.organisation", "hide"): refuse})
    request = ask(kind="hide", speaks_for=True)

    with pytest.raises(Refused):
        services.decide(request=request, by=organiser, **HIDE)

    request.refresh_from_db()
    assert request.state == "open"
    assert Decision.objects.count() == 0


def test_member_may_not_decide(ask: AskAbout, member: Person):
    with pytest.raises(Refused, match="Only organisers"):
        services.decide(request=ask(), outcome="accepted", ground="right", reason="Yes.", by=member)


def test_ground_must_fit_the_decision(ask: AskAbout, organiser: Person):
    request = ask()

    with pytest.raises(ValidationError) as refused:
        services.decide(
            request=request, outcome="accepted", ground="abuse", reason="Yes.", by=organiser
        )

    assert refused.value.messages == ["Choose a ground that fits the decision."]
    request.refresh_from_db()
    assert request.is_open


def test_decision_needs_a_reason(ask: AskAbout, organiser: Person):
    with pytest.raises(ValidationError):
        services.decide(request=ask(), outcome="accepted", ground="right", reason=" ", by=organiser)

    assert Decision.objects.count() == 0


def test_decision_taken_back_shows_the_record_again_and_stays_in_the_log(
    ask: AskAbout, organiser: Person, organisation: Organisation, done: list[Any]
):
    request = ask(kind="hide", speaks_for=True)
    services.decide(request=request, by=organiser, **HIDE)

    services.undo(request=request, ground="mistake", reason="Another space.", by=organiser)

    request.refresh_from_db()
    assert (request.state, request.closed_at) == ("open", None)
    assert [act[0] for act in done] == ["hide", "unhide"]
    assert [each.outcome for each in Decision.objects.all()] == ["undone", "accepted"]


def test_request_is_withdrawn_by_whoever_holds_its_code(ask: AskAbout):
    request = services.withdraw(request=ask(), now=NOW)

    assert (request.state, request.closed_at) == ("withdrawn", NOW)
    with pytest.raises(Refused):
        services.withdraw(request=request)


def test_acts_tell_what_was_decided(ask: AskAbout, organiser: Person):
    services.decide(request=ask(), outcome="declined", ground="abuse", reason="No.", by=organiser)

    act = Act.objects.get(verb="decide_request")
    assert (act.by_label, act.before) == ("Olga Example", {"state": "open"})
    assert act.after == {"outcome": "declined", "ground": "abuse", "reason": "No."}


def test_contact_is_forgotten_twelve_months_after_closing(ask: AskAbout, organiser: Person):
    contact = "a chat name"
    old, new, waiting = ask(contact=contact), ask(contact=contact), ask(contact=contact)
    services.withdraw(request=old, now=NOW - timedelta(days=366))
    services.withdraw(request=new, now=NOW - timedelta(days=364))

    forgotten = services.forget_contacts(now=NOW)

    assert forgotten == 1
    kept = {each.pk: each.contact for each in Request.objects.all()}
    assert kept == {old.pk: "", new.pk: contact, waiting.pk: contact}


def test_tick_forgets_contacts(ask: AskAbout):
    request = ask(contact="a chat name")
    services.withdraw(request=request, now=timezone.now() - timedelta(days=400))

    call_command("tick", verbosity=0)

    request.refresh_from_db()
    assert request.contact == ""
