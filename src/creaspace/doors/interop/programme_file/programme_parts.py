"""Loading the programme itself, its sessions, calls, visits and workshops."""

from dataclasses import dataclass
from typing import Any

from creaspace.atlas.spaces.models import Space
from creaspace.doors.interop.programme_file.loader import (
    Loader,
    Row,
    city_of,
    country_of,
    renamed,
)
from creaspace.doors.interop.programme_file.sayings import sayings_of
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.places.models import City
from creaspace.foundation.statements.services import Saying
from creaspace.foundation.vocabularies.models import Concept
from creaspace.programme.calls import services as calls
from creaspace.programme.calls.models import Call, Criterion
from creaspace.programme.programmes import services as programmes
from creaspace.programme.programmes.models import Programme, ScheduleVersion, Session
from creaspace.programme.visits import services as visits
from creaspace.programme.workshops import services as workshops

OF_THE_SET = ("representativeness", "diversity")
PARTICIPANTS = {"asian": "participants_asian", "european": "participants_european"}


@dataclass
class Known:
    """What was loaded already and is pointed at."""

    organisations: dict[str, Organisation]
    spaces: dict[str, Space]
    sessions: dict[str, Session]
    programme: Programme


def load_programme(loader: Loader) -> Programme:
    row = loader.data["programme"]
    frame = row.get("frame", {})
    period = frame.get("period", {})
    programme = programmes.keep_programme(
        slug=row["id"],
        name=row["name"],
        acronym=row.get("acronym", ""),
        scheme=frame.get("scheme", ""),
        starts_on=period.get("start", ""),
        ends_on=period.get("end", ""),
        source_language=loader.language,
        by=loader.by,
    )
    objectives = [{"text": text} for text in row.get("objectives", [])]
    programmes.set_objectives(programme=programme, objectives=objectives, by=loader.by)
    loader.record(programme, row, _programme_sayings(loader, row))
    return programme


def _programme_sayings(loader: Loader, row: Row) -> list[Saying]:
    frame = row.get("frame", {})
    framed = {key: value for key, value in frame.items() if key != "period"}
    for end, name in (("start", "starts_on"), ("end", "ends_on")):
        if end in frame.get("period", {}):
            framed[name] = frame["period"][end]
    told = renamed(row.get("participants", {}), PARTICIPANTS)
    told |= {key: row[key] for key in ("acronym", "objectives", "sources") if key in row}
    return [*sayings_of(framed, loader.compiler), *sayings_of(told, loader.compiler)]


def load_involvements(loader: Loader, known: Known) -> None:
    rows = loader.data.get("organisations", [])
    involvements = [
        {"organisation": known.organisations[row["id"]], "role": role}
        for row in rows
        for role in row.get("roles", [])
    ]
    programmes.set_involvements(programme=known.programme, involvements=involvements, by=loader.by)


def load_participations(loader: Loader, known: Known) -> None:
    """Each space with its role; chosen spaces with the session their call opened."""
    session_of = {
        slug: known.sessions.get(call.get("opens_session", ""))
        for call in loader.data.get("calls", [])
        if isinstance(call.get("selected"), list)
        for slug in call["selected"]
    }
    participations = [
        {
            "space": known.spaces[row["id"]],
            "role": Concept.objects.find("programme-roles", row["programme_role"]),
            "session": session_of.get(row["id"]),
            "representative_role": row.get("representative_role", ""),
        }
        for row in [*loader.data["spaces"], *loader.data.get("context_spaces", [])]
    ]
    programmes.set_participations(
        programme=known.programme, participations=participations, by=loader.by
    )


def load_session(loader: Loader, row: Row, known: Known) -> Session:
    """The meeting behind a visit: its place, its host, and every version of its dates."""
    session = programmes.keep_session(
        slug=row["id"],
        programme=known.programme,
        city=city_of(row),
        city_name=row["city"],
        country=country_of(row),
        host=known.organisations.get(row.get("host", "")),
        delegation=row.get("delegation", ""),
        note=row.get("note", ""),
        source_language=loader.language,
        by=loader.by,
    )
    programmes.set_schedule_versions(
        schedule=session.schedule, versions=_schedule(loader, row), by=loader.by
    )
    told = {key: row[key] for key in ("delegation", "city", "country", "sources") if key in row}
    loader.state(session, told)
    return session


def _schedule(loader: Loader, row: Row) -> list[dict[str, Any]]:
    versions: list[dict[str, Any]] = []
    if planned := row.get("planned"):
        versions.append(
            {
                "state": ScheduleVersion.State.PLANNED,
                "starts_on": planned.get("start", ""),
                "ends_on": planned.get("end", ""),
                "words": planned.get("text", ""),
                "source": loader.page(planned.get("source")),
            }
        )
    if "start" in row:
        versions.append(
            {
                "state": ScheduleVersion.State.HELD,
                "starts_on": row["start"],
                "ends_on": row.get("end", ""),
                "source": _source_of_start(loader, row),
            }
        )
    return versions


def _source_of_start(loader: Loader, row: Row) -> Any:
    """The page that gives the first day, where a conflict names it."""
    for conflict in row.get("conflicts", []):
        for each in conflict["values"]:
            if conflict["field"] == "start" and each["value"] == row["start"]:
                return loader.page(each["source"])
    return None


def load_call(loader: Loader, row: Row, position: int, known: Known) -> Call:
    issuer = known.organisations.get(row["issuer"])
    period = row.get("edition_period", {})
    chosen = row.get("selected")
    call = calls.keep_call(
        slug=row["id"],
        programme=known.programme,
        position=position,
        level=Call.Level.PROGRAMME if "opens_session" in row else Call.Level.FUNDER,
        name=row["name"],
        issuer_organisation=issuer,
        issuer="" if issuer else row["issuer"],
        session=known.sessions.get(row.get("opens_session", "")),
        applicants=row.get("applicants", ""),
        deadline_on=row.get("deadline", ""),
        period_starts_on=period.get("start", ""),
        period_ends_on=period.get("end", ""),
        places=row.get("places"),
        applications_received=_received(row),
        selected_count=len(chosen) if isinstance(chosen, list) else chosen,
        selected_countries=row.get("selected_countries", []),
        funding=row.get("funding", ""),
        result=row.get("result", ""),
        note=row.get("note", ""),
        source_language=loader.language,
        by=loader.by,
    )
    _parts_of_call(loader, row, call, known)
    loader.record(call, row, _call_sayings(loader, row, call))
    return call


def _received(row: Row) -> int | None:
    received: int | None = row.get("applications_received", row.get("proposals_received"))
    return received


def _parts_of_call(loader: Loader, row: Row, call: Call, known: Known) -> None:
    criteria = [{"text": text, "scope": _scope(row, text)} for text in row.get("criteria", [])]
    calls.set_criteria(call=call, criteria=criteria, by=loader.by)
    rules = [
        {
            "kind": rule["rule"],
            "parameters": {key: rule[key] for key in ("set", "side") if key in rule},
            "words": rule.get("text", ""),
        }
        for rule in row.get("eligibility", [])
    ]
    calls.set_rules(call=call, rules=rules, by=loader.by)
    commitments = [{"text": text} for text in row.get("commitments", [])]
    calls.set_commitments(call=call, commitments=commitments, by=loader.by)
    chosen = row["selected"] if isinstance(row.get("selected"), list) else []
    selection = [{"space": known.spaces[slug]} for slug in chosen]
    calls.set_selection(call=call, selection=selection, by=loader.by)


def _scope(row: Row, criterion: str) -> str:
    """Of the set where the note of the call says so; of the application where it names others."""
    note = row.get("note", "").casefold()
    if not all(name in note for name in OF_THE_SET):
        return Criterion.Scope.NOT_STATED
    of_set = criterion.casefold() in OF_THE_SET
    return Criterion.Scope.SET if of_set else Criterion.Scope.APPLICATION


def _call_sayings(loader: Loader, row: Row, call: Call) -> list[Saying]:
    told = {
        key: value for key, value in row.items() if key not in ("edition_period", "eligibility")
    }
    if call.issuer_organisation:
        told["issuer"] = call.issuer_organisation.name
    if isinstance(told.get("selected"), int):
        told["selected_count"] = told.pop("selected")
    for end, name in (("start", "period_starts_on"), ("end", "period_ends_on")):
        if end in row.get("edition_period", {}):
            told[name] = row["edition_period"][end]
    names = {"deadline": "deadline_on", "proposals_received": "applications_received"}
    return sayings_of(renamed(told, names), loader.compiler)


def load_visit(loader: Loader, row: Row, known: Known) -> None:
    visit = visits.keep_visit(
        slug=row["id"],
        session=known.sessions[row["id"]],
        stops_known=row["stops_known"],
        stop_days_known=row.get("stop_days_known"),
        note=row.get("note", ""),
        source_language=loader.language,
        by=loader.by,
    )
    days = [
        {
            "on": day["date"],
            "kind": day["kind"],
            "is_derived": day.get("derived", False),
            "basis": day.get("basis", ""),
            "source": loader.page(day.get("source")),
            "workshop_slug": day.get("workshop", ""),
        }
        for day in row.get("days", [])
    ]
    dated = {day.on: day for day in visits.set_days(visit=visit, days=days, by=loader.by)}
    stops = [
        {
            "space": known.spaces[stop["space"]],
            "position": stop.get("order_in_report", place),
            "focus": stop.get("focus", ""),
            "day": dated.get(stop.get("day", "")),
        }
        for place, stop in enumerate(row.get("stops", []), start=1)
    ]
    visits.set_stops(visit=visit, stops=stops, by=loader.by)
    loader.record(visit, row, _visit_sayings(loader, row))


def _visit_sayings(loader: Loader, row: Row) -> list[Saying]:
    compiler = loader.compiler
    told = {key: value for key, value in row.items() if key not in ("planned", "days", "stops")}
    told = renamed(told, {"start": "starts_on", "end": "ends_on"})
    told["conflicts"] = [
        {**conflict, "field": {"start": "starts_on"}.get(conflict["field"], conflict["field"])}
        for conflict in row.get("conflicts", [])
    ]
    if row.get("stops"):
        told["stops"] = [stop["space"] for stop in row["stops"]]
    said = sayings_of(told, compiler)
    planned = row.get("planned", {})
    names = {"text": "planned", "start": "planned_starts_on", "end": "planned_ends_on"}
    page = compiler.pages[planned["source"]] if "source" in planned else compiler.file
    said += [compiler.says(names[key], planned[key], page) for key in names if key in planned]
    return [*said, *(_day_saying(loader, day) for day in row.get("days", []))]


def _day_saying(loader: Loader, day: Row) -> Saying:
    page = loader.page(day.get("source")) or loader.compiler.file
    field = f"{day['kind']}_on"
    if day.get("derived"):
        return Saying(field, day["date"], page, basis="derived", basis_note=day["basis"])
    return Saying(field, day["date"], page)


def load_workshop(loader: Loader, row: Row, known: Known) -> None:
    workshop = workshops.keep_workshop(
        slug=row["id"],
        session=known.sessions[row["visit"]],
        held_on=row.get("date", ""),
        venue=known.spaces.get(row.get("venue", "")),
        city=_city_of_workshop(row, known.sessions[row["visit"]]),
        city_name=row.get("city", ""),
        title=row.get("title", ""),
        participants=row.get("participants", ""),
        participant_kinds=row.get("kinds_of_participants", []),
        note=row.get("note", ""),
        source_language=loader.language,
        by=loader.by,
    )
    talks = [_talk(talk, known) for talk in row.get("sessions", [])]
    workshops.set_talks(workshop=workshop, talks=talks, by=loader.by)
    conclusions = [{"text": text} for text in row.get("conclusions", [])]
    workshops.set_conclusions(workshop=workshop, conclusions=conclusions, by=loader.by)
    left = ("sessions", "visit", "conclusions")
    told = {key: value for key, value in row.items() if key not in left}
    names = {"date": "held_on", "kinds_of_participants": "participant_kinds"}
    said = sayings_of(renamed(told, names), loader.compiler)
    basis = loader.compiler.basis_of(row)
    said += [loader.compiler.says("conclusion", text, basis) for text in row.get("conclusions", [])]
    loader.record(workshop, row, said)


def _city_of_workshop(row: Row, session: Session) -> City | None:
    """A workshop names no country: its city lies where its session was held."""
    return city_of({"country": session.country_id, **row}) if session.country_id else None


def _talk(talk: Row, known: Known) -> dict[str, Any]:
    return {
        "position": talk.get("order"),
        "kind": Concept.objects.find("session-kinds", talk["kind"]),
        "space": known.spaces.get(talk.get("space", "")),
        "topic": talk.get("topic", ""),
        "speaker_role": talk.get("speaker_role", ""),
        "slides_offered": talk.get("slides_offered", False),
        "is_derived": talk.get("derived", False),
        "basis": talk.get("basis", ""),
    }
