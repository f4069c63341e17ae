"""What the home page shows, all of it read from the records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, islice
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.finding import Atlas
from creaspace.atlas.spaces.models import Space
from creaspace.core.mosaic import Mosaic
from creaspace.core.viewer import Viewer
from creaspace.doors.portal.picture import draw
from creaspace.doors.portal.reckoning import Reckoned, reckon, reckon_by, total
from creaspace.foundation.languages.reading import attach_names, attach_texts
from creaspace.foundation.statements.evidence import Evidence, Known, evidence_of_all
from creaspace.foundation.statements.models import Source, Statement
from creaspace.knowledge.publications.models import Output
from creaspace.programme.calls.models import Call
from creaspace.programme.consultation.models import Question
from creaspace.programme.programmes.models import (
    Involvement,
    Objective,
    Participation,
    Programme,
    Session,
)
from creaspace.programme.visits.models import Visit

CARDS = 8
LOOKED_AT = 4 * CARDS  # so many spaces at a time are looked at for cards
QUESTIONS = 6


@dataclass(frozen=True)
class Figure:
    """How many there are, of what, and where they stand."""

    label: str | Promise
    value: Reckoned
    url: str


@dataclass
class Story:
    """One programme in short: its calls, its sessions, its outputs, in that order."""

    programme: Programme
    calls: list[Call] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    objectives: list[Objective] = field(default_factory=list)
    involvements: list[Involvement] = field(default_factory=list)
    published: int = 0
    announced: int = 0


@dataclass
class Trust:
    """How much is known, on which basis, and one example of two sources that disagree."""

    bases: list[tuple[str, Reckoned]]
    sources: Reckoned
    example: Known | None = None
    record: Any = None

    @property
    def statements(self) -> Reckoned:
        return total(reckoned for _label, reckoned in self.bases)


@dataclass
class Front:
    figures: list[Figure]
    picture: Mosaic
    story: Story | None
    spaces: list[Space]
    questions: list[Question]
    question_count: int
    trust: Trust


def front_page(viewer: Viewer) -> Front | None:
    """Everything of the home page, or None while the instance holds no space and no programme."""
    sources = reckon(Source.objects.visible_to(viewer))
    figures = figures_of(viewer, sources)
    programme = Programme.objects.visible_to(viewer).newest_first().first()
    if programme is None and not figures[0].value:
        return None
    questions = Question.objects.visible_to(viewer).with_concept().in_order()
    sessions = Session.objects.visible_to(viewer).with_everything().in_time()
    story = story_of(programme, sessions, viewer) if programme else None
    spaces = spaces_to_meet(viewer)
    return Front(
        figures=[figure for figure in figures if figure.value],
        picture=draw(sessions, _participants(viewer)),
        story=story,
        spaces=spaces,
        questions=attach_texts(questions[:QUESTIONS]),
        question_count=questions.count(),
        trust=trust_of(spaces, sources, viewer),
    )


def figures_of(viewer: Viewer, sources: Reckoned) -> list[Figure]:
    """Spaces and countries as the atlas keeps them: those that show, whoever looks."""
    shown = Atlas(AtlasQuery()).tally()
    lands = Reckoned(len(shown.counts.get("country", {})))
    visits = Reckoned(Visit.objects.visible_to(viewer).count())
    there = reverse("spaces:list")
    return [
        Figure(_("spaces"), Reckoned(shown.total), there),
        Figure(_("countries and territories"), lands, there),
        Figure(_("study visits"), visits, reverse("visits:list")),
        Figure(_("sources"), sources, reverse("statements:sources")),
    ]


def _participants(viewer: Viewer) -> list[Participation]:
    chosen = Participation.objects.visible_to(viewer).selected().with_spaces()
    listed = list(chosen.select_related("session__city"))
    attach_names(each.space for each in listed)
    return listed


def story_of(programme: Programme, sessions: list[Session], viewer: Viewer) -> Story:
    outputs = Output.objects.visible_to(viewer).filter(programme=programme).order_by()
    states = dict(outputs.values_list("status").annotate(Count("pk")))
    calls = Call.objects.visible_to(viewer).filter(programme=programme).in_story_order()
    involvements = list(programme.involvements.select_related("organisation"))
    attach_texts([*involvements, *(each.organisation for each in involvements)])
    return Story(
        programme=programme,
        calls=attach_texts(calls),
        objectives=attach_texts(programme.objectives.all()),
        involvements=involvements,
        sessions=attach_texts(each for each in sessions if each.programme_id == programme.pk),
        published=states.get(Output.Status.PUBLISHED, 0),
        announced=states.get(Output.Status.ANNOUNCED, 0),
    )


def spaces_to_meet(viewer: Viewer) -> list[Space]:
    """Spaces that programmes chose, then those they visited, then whose record changed last."""
    taking_part = Participation.objects.visible_to(viewer).with_spaces()
    visited = taking_part.filter(role__notation="study-visit-stop")
    met = [each.space for each in (*taking_part.selected()[:CARDS], *visited[:CARDS])]
    chosen = list(dict.fromkeys(met))[:CARDS]
    if len(chosen) < CARDS:
        chosen += islice(newest(viewer, beside={space.pk for space in chosen}), CARDS - len(chosen))
    return attach_texts(chosen)


def newest(viewer: Viewer, *, beside: set[int]) -> Iterator[Space]:
    """Spaces whose record changed last, in the order the atlas keeps; none for comparison only."""
    atlas = Atlas(AtlasQuery(sort="new"))
    shown = Space.objects.visible_to(viewer).with_place()
    fitting = shown.exclude(participations__role__notation="context").exclude(pk__in=beside)
    for offset in count(0, LOOKED_AT):
        keys = atlas.keys(limit=LOOKED_AT, offset=offset)
        found = fitting.in_bulk(keys)
        yield from (found[key] for key in keys if key in found)
        if len(keys) < LOOKED_AT:
            return


def trust_of(spaces: list[Space], sources: Reckoned, viewer: Viewer) -> Trust:
    said = reckon_by(Statement.objects.current().public(), "basis")
    bases = [(str(label), said[value]) for value, label in Statement.Basis.choices if value in said]
    trust = Trust(bases, sources)
    visits = list(Visit.objects.visible_to(viewer).with_session()[:20])
    for records in (visits, spaces):
        evidence = evidence_of_all(records)
        for record in records:
            if disputed := _disagreements(evidence.get(record.pk)):
                trust.example, trust.record = disputed[0], record
                return trust
    return trust


def _disagreements(evidence: Evidence | None) -> list[Known]:
    return evidence.disagreements if evidence else []


def bare_land() -> Mosaic:
    """The picture of an instance that holds nothing yet."""
    return Mosaic(title=str(_("Land of Europe and Asia, without borders")))
