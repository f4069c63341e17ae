"""Asking, withdrawing, deciding, taking a decision back, and forgetting contacts in time."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from creaspace.core.languages import reader_language
from creaspace.core.subjects import subject_of
from creaspace.core.verdicts import ensure
from creaspace.core.viewer import STRANGER, Viewer
from creaspace.foundation.moderation.models import GROUNDS, Decision, Request
from creaspace.foundation.moderation.remedies import OPPOSITE, remedy_for
from creaspace.foundation.moderation.rules import (
    can_accept,
    can_decide,
    can_undo,
    can_withdraw,
    role_of,
)
from creaspace.foundation.moderation.signals import request_decided, request_made
from creaspace.foundation.people.second_factor import can_act_for_others
from creaspace.foundation.records.services import count_try, note_act

MOST_REQUESTS, REQUESTS_WITHIN = 6, timedelta(hours=1)
SAME_WITHIN = timedelta(minutes=10)
MOST_LOOKUPS, LOOKUPS_WITHIN = 40, timedelta(minutes=10)


@transaction.atomic
def ask(
    *,
    about: models.Model,
    kind: str,
    words: str,
    by: Viewer,
    speaks_for: bool = False,
    field: str = "",
    proposed: str = "",
    evidence: str = "",
    contact: str = "",
    now: datetime | None = None,
) -> Request:
    """Keep what somebody asks about a record; its code is all they need to follow it."""
    subject = subject_of(about)
    request = Request(
        subject_label=subject.label,
        subject_key=subject.key,
        kind=kind,
        speaks_for=speaks_for,
        field=field,
        words=words.strip(),
        proposed=proposed.strip(),
        evidence=evidence.strip(),
        contact=contact.strip(),
        language=reader_language(),
        made_at=now or timezone.now(),
        by_id=by.pk,
        by_label=by.label,
    )
    request.full_clean()
    request.save()
    note_act(verb="ask", about=request, by=by, after={"kind": kind, "subject": list(subject)})
    request_made.send(sender=Request, request=request)
    return request


def sent_already(
    *, about: models.Model, by: Viewer, now: datetime, **said: str | bool
) -> Request | None:
    """The same words sent a moment ago: a second press, or a form sent again after going back."""
    subject = subject_of(about)
    same = Request.objects.open().filter(
        subject_label=subject.label, subject_key=subject.key, by_id=by.pk, **said
    )
    return same.filter(made_at__gt=now - SAME_WITHIN).last()


def count_request(*, address: str, now: datetime) -> None:
    """Count one request from this address; `Refused` when there were too many."""
    count_try(
        key=f"moderation.ask:{address}",
        most=MOST_REQUESTS,
        within=REQUESTS_WITHIN,
        refusal=_("Many requests came from your address within the hour. Try again in an hour."),
        now=now,
    )


def count_lookup(*, address: str, now: datetime) -> None:
    """Count one code that led nowhere, so that codes cannot be guessed one after another."""
    count_try(
        key=f"moderation.code:{address}",
        most=MOST_LOOKUPS,
        within=LOOKUPS_WITHIN,
        refusal=_("Many codes came from your address. Try again in ten minutes."),
        now=now,
    )


@transaction.atomic
def withdraw(*, request: Request, now: datetime | None = None) -> Request:
    """Whoever holds the code takes the request back."""
    request = Request.objects.select_for_update().get(pk=request.pk)
    ensure(can_withdraw(request))
    _close(request, Request.State.WITHDRAWN, now or timezone.now())
    note_act(verb="withdraw_request", about=request, by=STRANGER)
    return request


@transaction.atomic
def decide(
    *,
    request: Request,
    outcome: str,
    ground: str,
    reason: str,
    by: Any,
    now: datetime | None = None,
) -> Decision:
    """Accept or decline; what follows for the record is done in the same moment, or not at all."""
    request = Request.objects.select_for_update().get(pk=request.pk)
    ensure(can_decide(by, request))
    ensure(can_act_for_others(by))
    if outcome == Decision.Outcome.ACCEPTED:
        ensure(can_accept(request))
    moment = now or timezone.now()
    decision = _decided(request, outcome, ground, reason, by, moment)
    _close(request, Request.State(outcome), moment)
    if outcome == Decision.Outcome.ACCEPTED:
        _remedy(request, request.kind, by, decision.reason)
    request_decided.send(sender=Request, request=request, decision=decision)
    return decision


@transaction.atomic
def undo(
    *, request: Request, ground: str, reason: str, by: Any, now: datetime | None = None
) -> Decision:
    """Take a decision back: the request is open again, and what was hidden is shown again."""
    request = Request.objects.select_for_update().get(pk=request.pk)
    ensure(can_undo(by, request))
    ensure(can_act_for_others(by))
    was_accepted = request.state == Request.State.ACCEPTED
    moment = now or timezone.now()
    decision = _decided(request, Decision.Outcome.UNDONE, ground, reason, by, moment)
    request.state, request.closed_at = Request.State.OPEN, None
    request.save(update_fields=["state", "closed_at"])
    if was_accepted and request.kind in OPPOSITE and not _another_stands(request):
        _remedy(request, OPPOSITE[request.kind], by, decision.reason)
    request_decided.send(sender=Request, request=request, decision=decision)
    return decision


def _decided(
    request: Request, outcome: str, ground: str, reason: str, by: Any, moment: datetime
) -> Decision:
    if ground not in GROUNDS.get(outcome, ()):
        raise ValidationError({"ground": _("Choose a ground that fits the decision.")})
    decision = Decision(
        request=request,
        outcome=outcome,
        ground=ground,
        reason=reason.strip(),
        role=role_of(by, request.subject),
        language=reader_language(),
        at=moment,
        by_id=by.pk,
        by_label=by.label,
    )
    decision.full_clean()
    decision.save()
    said = {"outcome": outcome, "ground": ground, "reason": decision.reason}
    note_act(
        verb="decide_request", about=request, by=by, before={"state": request.state}, after=said
    )
    return decision


def _another_stands(request: Request) -> bool:
    """Whether the same was granted to somebody else too: what they were given stays theirs."""
    same = Request.objects.filter(
        subject_label=request.subject_label,
        subject_key=request.subject_key,
        kind=request.kind,
        state=Request.State.ACCEPTED,
    )
    return same.exclude(pk=request.pk).exists()


def _close(request: Request, state: Request.State, moment: datetime) -> None:
    request.state, request.closed_at = state, moment
    request.save(update_fields=["state", "closed_at"])


def _remedy(request: Request, kind: str, by: Any, reason: str) -> None:
    remedy = remedy_for(request.subject_label, kind)
    if remedy is not None:
        remedy(key=request.subject_key, by=by, reason=reason)


@transaction.atomic
def forget_contacts(*, now: datetime) -> int:
    """Blank how to reach people whose request was closed twelve months ago. Returns how many."""
    return Request.objects.with_old_contact_at(now).update(contact="")
