"""A small network that can be made with one of everything or with several."""

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.work import place_waiting
from creaspace.knowledge.publications.services import keep_output, set_output_spaces
from creaspace.programme.calls.services import (
    set_commitments,
    set_criteria,
    set_rules,
    set_selection,
)
from creaspace.programme.consultation.services import set_illustrations
from creaspace.programme.programmes.models import Programme, Session
from creaspace.programme.programmes.services import (
    set_involvements,
    set_objectives,
    set_participations,
)
from creaspace.programme.visits.services import keep_visit, set_days, set_stops
from creaspace.programme.workshops.services import keep_workshop, set_conclusions, set_talks
from tests.programme.calls.factories import make_call
from tests.programme.consultation.factories import make_question
from tests.programme.programmes import factories as make

BY = make.BY
COUNTRIES = ("ES", "CN", "JP")
PLANNED = {"state": "planned", "starts_on": "2016-06-28", "ends_on": "2016-07-01"}
HELD = {"state": "held", "starts_on": "2016-10-24", "ends_on": "2016-10-26"}


def grow(count: int) -> None:
    """One programme with so many of everything; `hub` takes part in all of it."""
    countries = [make.make_country(code) for code in COUNTRIES[:count]]
    spaces = [make.make_space(f"space-{n}", country=one.code) for n, one in enumerate(countries)]
    hub = make.make_space("hub", country="ES")
    for space in (*spaces, hub):
        for n in range(count):
            make.say(space, founded=f"198{n}", description=f"A house with {n} stages.")
    programme = make.make_programme("exchange")
    _texts(programme, count)
    sessions = [
        make.make_session(f"session-{n}", programme=programme, country=one, dates=[PLANNED, HELD])
        for n, one in enumerate(countries)
    ]
    _participations(programme, sessions[0], [hub, *spaces])
    for n, session in enumerate(sessions):
        _meeting(session, n, hub, spaces)
    for n in range(count):
        _question_call_output(programme, sessions[n], n, [hub, *spaces])
    place_waiting()


def _texts(programme: Programme, count: int) -> None:
    bodies = [make.make_organisation(f"body-{n}") for n in range(count)]
    set_objectives(
        programme=programme, objectives=[{"text": f"Aim {n}"} for n in range(count)], by=BY
    )
    rows = [{"organisation": body, "role": "funder"} for body in bodies]
    set_involvements(programme=programme, involvements=rows, by=BY)


def _participations(programme: Programme, session: Session, spaces: list[Space]) -> None:
    roles = [
        make.make_concept("programme-roles", notation)
        for notation in ("selected-participant", "study-visit-stop")
    ]
    rows = [
        {"space": space, "role": role, "session": session} for role in roles for space in spaces
    ]
    set_participations(programme=programme, participations=rows, by=BY)


def _meeting(session: Session, number: int, hub: Space, spaces: list[Space]) -> None:
    visit = keep_visit(slug=f"visit-{number}", session=session, stops_known=True, by=BY)
    days = [{"on": f"2016-10-2{4 + n}", "kind": "study_visit"} for n in range(len(spaces))]
    kept = set_days(visit=visit, days=days, by=BY)
    stops = [{"space": space, "day": day} for space, day in zip(spaces, kept, strict=True)]
    set_stops(visit=visit, stops=[*stops, {"space": hub, "day": kept[0]}], by=BY)
    workshop = keep_workshop(slug=f"workshop-{number}", session=session, venue=hub, by=BY)
    kind = make.make_concept("session-kinds", "case-presentation")
    talks = [{"kind": kind, "space": space, "topic": "A case"} for space in (hub, *spaces)]
    set_talks(workshop=workshop, talks=talks, by=BY)
    words = [{"text": f"Conclusion {n}"} for n in range(len(spaces))]
    set_conclusions(workshop=workshop, conclusions=words, by=BY)


def _question_call_output(
    programme: Programme, session: Session, number: int, spaces: list[Space]
) -> None:
    question = make_question(f"question-{number}", programme=programme)
    rows = [{"space": space, "relation": "illustrates"} for space in spaces]
    set_illustrations(question=question, illustrations=rows, by=BY)
    call = make_call(f"call-{number}", programme=programme, session=session)
    several = [{"text": f"Words {n}"} for n in range(len(spaces) - 1)]
    set_criteria(call=call, criteria=several, by=BY)
    set_commitments(call=call, commitments=several, by=BY)
    rules = [{"kind": "scale", "words": each["text"]} for each in several]
    set_rules(call=call, rules=rules, by=BY)
    set_selection(call=call, selection=[{"space": space} for space in spaces], by=BY)
    kind = make.make_concept("output-kinds", "report")
    output = keep_output(
        slug=f"output-{number}",
        programme=programme,
        kind=kind,
        title="A report",
        status="published",
        by=BY,
    )
    set_output_spaces(output=output, spaces=spaces, by=BY)
