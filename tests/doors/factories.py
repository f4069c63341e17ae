"""A programme in small: two cities, one session, three spaces, one call, one disagreement."""

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.services import keep_space
from creaspace.core.viewer import System
from creaspace.foundation.people.services import keep_organisation
from creaspace.foundation.places.models import City, Country
from creaspace.foundation.statements.services import (
    Saying,
    add_source,
    open_batch,
    record_statements,
)
from creaspace.foundation.vocabularies.models import Concept, Scheme
from creaspace.knowledge.publications.services import keep_output
from creaspace.programme.calls.services import keep_call
from creaspace.programme.consultation.services import keep_question
from creaspace.programme.programmes import services as programmes
from creaspace.programme.programmes.models import Programme
from creaspace.programme.visits.services import keep_visit

BY = System("tests")


def make_concept(scheme: str, notation: str, label: str) -> Concept:
    home, _made = Scheme.objects.get_or_create(slug=scheme, version="1", digest=scheme)
    return Concept.objects.create(scheme=home, notation=notation, labels={"en": label})


def make_city(name: str, code: str, alpha3: str, at: tuple[float, float]) -> City:
    country = Country.objects.create(code=code, alpha3=alpha3)
    return City.objects.create(
        slug=name.lower(),
        name=name,
        country=country,
        latitude=at[0],
        longitude=at[1],
        population=1_000_000,
        time_zone="UTC",
        geonames_id=round(at[0] * 1000),
    )


def make_space(slug: str, city: City | None = None, **values: object) -> Space:
    place = {"city": city, "city_name": city.name, "country": city.country} if city else {}
    return keep_space(slug=slug, name=slug.title(), by=BY, **place, **values)


def make_programme() -> Programme:
    """Published; its space `stage` took part, `loft` stands beside it for comparison only."""
    valencia = make_city("Valencia", "ES", "ESP", (39.47, -0.38))
    yokohama = make_city("Yokohama", "JP", "JPN", (35.44, 139.64))
    programme = programmes.keep_programme(
        slug="exchange", name="Exchange of Examples", starts_on="2015", ends_on="2016", by=BY
    )
    organisation = keep_organisation(slug="unit", name="Example Unit", by=BY)
    programmes.set_objectives(programme=programme, objectives=[{"text": "To meet"}], by=BY)
    session = programmes.keep_session(
        slug="valencia",
        programme=programme,
        city=valencia,
        city_name="Valencia",
        country=valencia.country,
        host=organisation,
        by=BY,
    )
    _dates(session)
    _participations(programme, session, yokohama)
    _questions_and_more(programme)
    return programme


def _dates(session) -> None:
    planned = {"state": "planned", "starts_on": "2016-06-28", "ends_on": "2016-07-01"}
    held = {"state": "held", "starts_on": "2016-10-24", "ends_on": "2016-10-26"}
    programmes.set_schedule_versions(schedule=session.schedule, versions=[planned, held], by=BY)
    visit = keep_visit(slug="valencia", session=session, stops_known=False, by=BY)
    batch = open_batch(slug="tests", label="Tests", by=BY)
    sayings = [
        Saying("starts_on", day, add_source(slug=name, kind="press", title=title, address=address))
        for day, name, title, address in (
            ("2016-10-24", "report", "Report", "https://example.org/report"),
            ("2016-10-23", "news", '=HYPERLINK("https://example.org")', "https://example.org/n"),
        )
    ]
    record_statements(about=visit, sayings=sayings, batch=batch, by=BY)


def _participations(programme: Programme, session, yokohama: City) -> None:
    chosen = make_concept("programme-roles", "selected-participant", "Selected participant")
    beside = make_concept("programme-roles", "context", "For comparison")
    rows = [
        {"space": make_space("stage", yokohama), "role": chosen, "session": session},
        {"space": make_space("loft"), "role": beside, "session": None},
    ]
    programmes.set_participations(programme=programme, participations=rows, by=BY)


def _questions_and_more(programme: Programme) -> None:
    money = make_concept("key-questions", "money", "Money")
    keep_question(
        slug="money", programme=programme, concept=money, label="Money", position=1, by=BY
    )
    keep_call(
        slug="open-call",
        programme=programme,
        level="programme",
        name="Open call",
        applications_received=22,
        selected_count=5,
        by=BY,
    )
    report = make_concept("output-kinds", "report", "Report")
    keep_output(slug="book", programme=programme, kind=report, status="announced", by=BY)
