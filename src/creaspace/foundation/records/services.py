"""Noting acts, keeping versions, short links, counting tries, cancelling and reviving runs."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Max
from django.utils import timezone

from creaspace.core.subjects import subject_of
from creaspace.core.verdicts import Refused
from creaspace.core.viewer import Viewer
from creaspace.foundation.records.models import Act, RateLimit, Run, ShortLink, Version
from creaspace.foundation.records.signals import acts_noted
from creaspace.foundation.records.tasks import queue
from creaspace.foundation.records.work import MOST_ATTEMPTS

BATCH = 500


def note_act(
    *,
    verb: str,
    about: models.Model,
    by: Viewer,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> Act:
    """Leave in the record who changed what, when, from what to what."""
    act = act_of(verb=verb, about=about, by=by, before=before, after=after)
    act.save(force_insert=True)
    acts_noted.send(sender=Act, subjects=[act.subject])
    return act


def act_of(
    *,
    verb: str,
    about: models.Model,
    by: Viewer,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> Act:
    """An act that is not noted yet, for `note_acts`."""
    subject = subject_of(about)
    return Act(
        verb=verb,
        subject_label=subject.label,
        subject_key=subject.key,
        subject_title=str(about)[:300],
        by_id=by.pk,
        by_label=by.label,
        at=timezone.now(),
        before=before or {},
        after=after or {},
    )


def note_acts(acts: Sequence[Act]) -> None:
    """Note many acts at once, in this order."""
    for start in range(0, len(acts), BATCH):
        batch = Act.objects.bulk_create(acts[start : start + BATCH])
        acts_noted.send(sender=Act, subjects=list(dict.fromkeys(act.subject for act in batch)))


Record = TypeVar("Record", bound=models.Model)


@transaction.atomic
def keep(model: type[Record], *, find: dict[str, Any], by: Viewer, **values: Any) -> Record:
    """Bring the record with this natural key to these values; make it if it is not there.

    Nothing is written, and no act noted, when it says all this already.
    """
    record = model._default_manager.filter(**find).first()
    is_new = record is None
    if record is None:
        record = model(**find)
    before = {} if is_new else {name: getattr(record, name) for name in values}
    changed = {name: value for name, value in values.items() if is_new or before[name] != value}
    if not is_new and not changed:
        return record
    for name, value in changed.items():
        setattr(record, name, value)
    _check(record, find=find, held={**find, **changed})
    record.save()
    note_act(
        verb=f"{'create' if is_new else 'change'}_{model._meta.model_name}",
        about=record,
        by=by,
        before={} if is_new else {name: _plain(before[name]) for name in changed},
        after={name: _plain(value) for name, value in changed.items()},
    )
    return record


def _check(record: models.Model, *, find: dict[str, Any], held: dict[str, Any]) -> None:
    """All of `full_clean` but what was just read: records we hold, and a key nobody else has."""
    saved = {name for name, value in held.items() if isinstance(value, models.Model) and value.pk}
    looked_up = set(find) if len(find) == 1 else set()
    wrong: dict[str, Any] = {}
    steps: list[tuple[Callable[..., object], set[str]]] = [
        (record.clean_fields, saved),
        (lambda **_none: record.clean(), set()),
        (record.validate_unique, looked_up),
        (record.validate_constraints, set()),
    ]
    for ask, left_out in steps:
        try:
            ask(exclude=left_out | set(wrong))
        except ValidationError as error:
            wrong = error.update_error_dict(wrong)
    if wrong:
        raise ValidationError(wrong)


def _plain(value: Any) -> Any:
    """A value as JSON can keep it: records by key, moments in ISO form."""
    if isinstance(value, models.Model):
        return str(value.pk)
    return (
        value
        if isinstance(value, str | int | float | bool | list | dict | type(None))
        else str(value)
    )


@transaction.atomic
def keep_version(*, about: models.Model, content: dict[str, Any]) -> Version:
    """Keep what the public can read now, unless the newest version says the same already."""
    digest = Version.digest_of(content)
    newest: Version | None = Version.objects.about(about).order_by("-number").first()
    if newest and newest.digest == digest:
        return newest
    subject = subject_of(about)
    return Version.objects.create(
        subject_label=subject.label,
        subject_key=subject.key,
        number=newest.number + 1 if newest else 1,
        made_at=timezone.now(),
        content=content,
        digest=digest,
    )


@transaction.atomic
def give_short_link(*, about: models.Model, wished: str) -> ShortLink:
    """The record's bare address; a name that is taken gets a number behind it."""
    subject = subject_of(about)
    existing: ShortLink | None = ShortLink.objects.about(about).first()
    if existing is not None:
        return existing
    taken = set(
        ShortLink.objects.filter(name__startswith=wished[:110]).values_list("name", flat=True)
    )
    name, number = wished[:110], 2
    while name in taken:
        name, number = f"{wished[:110]}-{number}", number + 1
    return ShortLink.objects.create(name=name, subject_label=subject.label, subject_key=subject.key)


def count_try(*, key: str, most: int, within: timedelta, refusal: str, now: datetime) -> None:
    """Count one try; above `most` in the window raise `Refused` with the given reason."""
    seconds = int(within.total_seconds())
    begins_at = datetime.fromtimestamp(now.timestamp() // seconds * seconds, tz=now.tzinfo)
    row, _made = RateLimit.objects.get_or_create(key=key[:200], window_begins_at=begins_at)
    RateLimit.objects.filter(pk=row.pk).update(count=F("count") + 1)
    row.refresh_from_db()
    if row.count > most:
        raise Refused(refusal)


def cancel_run(*, run: Run, by: Viewer) -> None:
    """Ask a run to stop: a waiting one never begins, a running one stops at its next step."""
    Run.objects.filter(pk=run.pk).update(cancel_wished=True)
    Run.objects.filter(pk=run.pk, state=Run.State.WAITING).update(
        state=Run.State.CANCELLED, ended_at=timezone.now()
    )
    note_act(verb="cancel_run", about=run, by=by)


def revive_runs(*, now: datetime) -> int:
    """Queue again what is due and what went silent; give up after five tries. Says how many."""
    silent = Run.objects.silent_at(now)
    silent.filter(attempts__gte=MOST_ATTEMPTS).update(
        state=Run.State.FAILED, error="The worker fell silent.", ended_at=now
    )
    silent.update(state=Run.State.WAITING, next_attempt_at=now)
    due = list(Run.objects.waiting_at(now).values_list("pk", flat=True))
    for run_id in due:
        queue(run_id)
    # Pushed ahead, so that the next tick does not queue them a second time while they wait in line.
    Run.objects.filter(pk__in=due, state=Run.State.WAITING).update(
        next_attempt_at=now + timedelta(minutes=10)
    )
    return len(due)


def newest_version_number(about: models.Model) -> int:
    newest: int | None = Version.objects.about(about).aggregate(newest=Max("number"))["newest"]
    return newest or 0
