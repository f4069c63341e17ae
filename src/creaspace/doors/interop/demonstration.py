"""The demonstration network: the real programme of 2016, and accounts to look round with."""

import json
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.services import appoint_steward, keep_space, place_soon
from creaspace.core.subjects import model_of, subject_of
from creaspace.core.viewer import System
from creaspace.doors.interop.programme_file.checks import parse
from creaspace.doors.interop.programme_file.loading import Report, load
from creaspace.doors.interop.translations import (
    read_memory,
    translate_originals,
    translate_statements,
)
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.people.services import demonstration
from creaspace.foundation.records.models import Act, ShortLink, Version
from creaspace.foundation.search.services import index_soon
from creaspace.foundation.statements.models import Batch, Mention, Source, Statement
from creaspace.foundation.statements.words import LABEL as OF_STATEMENTS
from creaspace.knowledge.publications.models import Output
from creaspace.programme.calls.models import Call
from creaspace.programme.consultation.models import Question
from creaspace.programme.programmes.models import Programme, Schedule, Session
from creaspace.programme.visits.models import Visit
from creaspace.programme.workshops.models import Workshop

FILE = Path(__file__).parent / "data" / "ecn2016.json"
TRANSLATIONS = FILE.with_name("ecn2016.translations.json")
BY = System("demonstration")
OF_A_PROGRAMME = (Output, Question, Call)
OF_A_SESSION = (Workshop, Visit)
SPEAK_OF_RECORDS = (Texts, Version, ShortLink, Mention, Statement, Act)


@transaction.atomic
def load_demonstration() -> Report:
    """Load the programme of 2016 and the three accounts; loading again changes nothing."""
    data = parse(FILE.read_text(encoding="utf-8"), name=FILE.name)
    report = load(data, complete=_translate)
    accounts = demonstration.keep_demonstration_accounts()
    # A draft of nobody: only the demonstration steward sees it, and no count includes it.
    space = keep_space(
        slug="demonstration-space",
        name="Demonstration space",
        is_demonstration=True,
        published_at=None,
        by=BY,
    )
    appoint_steward(space=space, person=accounts.steward, by=BY)
    return report


def _translate() -> None:
    memory = read_memory(TRANSLATIONS)
    of_records = Texts.objects.exclude(subject_label=OF_STATEMENTS).iterator()
    translate_originals(memory=memory, batch_of=of_records, by=BY)
    translate_statements(memory=memory, by=BY)


def is_loaded() -> bool:
    slug = json.loads(FILE.read_text(encoding="utf-8"))["programme"]["id"]
    return Programme.objects.filter(slug=slug).exists()


@transaction.atomic
def clear_demonstration() -> int:
    """Remove all that came with the demonstration, and only that; returns how many records."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    slug = data["programme"]["id"]
    sessions = Session.objects.filter(programme__slug=slug)
    schedules = list(sessions.values_list("schedule", flat=True))
    count = sum(_remove(model.objects.filter(programme__slug=slug)) for model in OF_A_PROGRAMME)
    count += sum(
        _remove(model.objects.filter(session__programme__slug=slug)) for model in OF_A_SESSION
    )
    count += _remove(sessions) + _remove(Programme.objects.filter(slug=slug))
    _remove(Schedule.objects.filter(pk__in=schedules, session=None))
    Batch.objects.filter(slug=f"programme-{slug}").delete()
    _forget_the_gone(OF_STATEMENTS)
    spaces = _spaces(data)
    place_soon(keys=list(spaces.values_list("pk", flat=True)))
    count += _remove(spaces) + _remove(_organisations(data))
    unused = Source.objects.filter(slug__startswith=f"{slug}-", statements=None, mentions=None)
    unused.delete()
    return count + demonstration.clear_demonstration_accounts()


def _spaces(data: dict[str, Any]) -> models.QuerySet[Space]:
    """The spaces of the file that nobody has taken up since, and the demonstration draft."""
    slugs = [row["id"] for row in [*data["spaces"], *data["context_spaces"]]]
    untouched = Q(slug__in=slugs, participations=None, stewardships=None)
    return Space.objects.filter(untouched | Q(is_demonstration=True))


def _organisations(data: dict[str, Any]) -> models.QuerySet[Organisation]:
    slugs = [row["id"] for row in data["organisations"]]
    return Organisation.objects.filter(slug__in=slugs, involvements=None)


def _remove(records: models.QuerySet[Any]) -> int:
    """Delete records with all that speaks of them, and of their parts, by label and key."""
    listed = list(records)
    for record in listed:
        index_soon(subject=subject_of(record))
        _count, by_label = record.delete()
        for label in {*by_label, record._meta.label}:
            _forget_the_gone(label.lower())
    return len(listed)


def _forget_the_gone(label: str) -> None:
    """Delete what speaks of records of this kind that are no longer there."""
    model = model_of(label)
    if model is None:
        return
    there = {str(key) for key in model._base_manager.values_list("pk", flat=True)}
    for speaking in SPEAK_OF_RECORDS:
        told: Any = speaking._default_manager
        spoken = told.filter(subject_label=label)
        gone = set(spoken.values_list("subject_key", flat=True)) - there
        spoken.filter(subject_key__in=gone).delete()
