"""Loading copes with all that a programme leaves unknown, and saves nothing of a bad file."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django.plugin import DjangoDbBlocker

from creaspace.atlas.spaces.models import Space
from creaspace.doors.interop.programme_file.checks import BadProgrammeFile
from creaspace.doors.interop.programme_file.loading import load
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.places.services import load_cities
from creaspace.foundation.records.models import Act, Version
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.foundation.statements.models import Batch, Source, Statement
from creaspace.programme.programmes.models import Programme
from creaspace.programme.visits.models import Visit
from creaspace.programme.workshops.models import Talk, Workshop
from tests.doors.interop.factories import PAGE, load_reference_data, make_file, make_space
from tests.network import kept

pytestmark = pytest.mark.django_db
COUNTED = (Space, Organisation, Programme, Act, Version, Batch, Source, Statement)


@pytest.fixture(scope="module", autouse=True)
def _reference_data(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with kept(django_db_blocker):
        load_reference_data()
        yield


def written(folder: Path, data: Any, encoding: str = "utf-8") -> Path:
    file = folder / "programme.json"
    file.write_bytes(json.dumps(data, ensure_ascii=False).encode(encoding))
    return file


def counts() -> list[int]:
    return [model._default_manager.count() for model in COUNTED]


def refusal(file: Path) -> str:
    """What the command says, after making sure that nothing was saved."""
    before = counts()
    with pytest.raises(CommandError) as caught:
        call_command("load_programme", str(file))
    assert counts() == before
    return str(caught.value)


def visit(**values: Any) -> dict[str, Any]:
    return {"id": "meeting", "city": "Valencia", "stops_known": True, **values}


# ---- the command ----


def test_command_says_what_it_loaded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_programme", str(written(tmp_path, make_file())))

    said = capsys.readouterr().out
    assert said.startswith("programme.json: 0 organisations, 1 spaces, 0 context spaces, 0 calls")
    assert said.endswith(" changes were noted.\n")


def test_loading_twice_changes_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, make_file())
    call_command("load_programme", str(file))
    before = counts()

    call_command("load_programme", str(file))

    assert counts() == before
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.endswith("Nothing has changed since it was loaded last.")


def test_mark_of_byte_order_is_accepted(tmp_path: Path) -> None:
    call_command("load_programme", str(written(tmp_path, make_file(), "utf-8-sig")))

    assert Space.objects.filter(slug="stage").exists()


def test_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    data = make_file(spaces=[make_space("a", city="Alacant è")])

    told = refusal(written(tmp_path, data, "latin-1"))

    assert told.startswith("Nothing was saved.\n")
    assert "is no text in UTF-8 (byte " in told


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    told = refusal(tmp_path / "missing.json")

    assert told.startswith(f"Nothing was saved.\n{tmp_path / 'missing.json'} cannot be read:")


def test_folder_is_no_file(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path)


def test_impossible_coordinate_leaves_the_database_as_before(tmp_path: Path) -> None:
    spaces = [make_space(slug) for slug in ("a", "b", "c")]
    spaces.append(make_space("d", latitude=120, longitude=0))

    told = refusal(written(tmp_path, make_file(spaces=spaces)))

    assert told == (
        "Nothing was saved.\n$.spaces[3].latitude is 120. Give a number from -90 to 90."
    )


def test_country_nobody_knows_is_refused_with_its_path(tmp_path: Path) -> None:
    data = make_file(context_spaces=[make_space("a", country="XX", programme_role="context")])

    told = refusal(written(tmp_path, data))

    assert told == (
        "Nothing was saved.\n"
        "$.context_spaces[0].country is 'XX'. No country or territory has this code."
    )


def test_kind_the_vocabulary_lacks_is_refused_with_its_path(tmp_path: Path) -> None:
    data = make_file(outputs=[{"id": "zine", "kind": "zine", "status": "published"}])

    told = refusal(written(tmp_path, data))

    assert "$.outputs[0].kind is 'zine'. The vocabulary “output-kinds” knows: " in told


def test_value_a_record_refuses_is_told_with_its_path(tmp_path: Path) -> None:
    data = make_file(spaces=[make_space("a"), make_space("b", name="n" * 201)])

    told = refusal(written(tmp_path, data))

    assert "$.spaces[1].name is 'nnn" in told
    assert "at most 200 characters" in told


def test_fault_found_late_takes_everything_back() -> None:
    before = counts()
    data = make_file(outputs=[{"id": "o" * 200, "kind": "website", "status": "published"}])

    with pytest.raises(BadProgrammeFile, match=r"\$\.outputs\[0\]"):
        load(data)

    assert counts() == before


# ---- what may be unknown ----


def test_visit_without_stops_is_loaded() -> None:
    load(make_file(visits=[visit(stops_known=False, start="2016-09-20", end="2016-09-23")]))

    kept = Visit.objects.get(slug="meeting")
    assert not kept.stops_known
    assert kept.stops.count() == 0


def test_stops_without_a_day_keep_their_order() -> None:
    spaces = [make_space("b"), make_space("a")]
    stops = [{"space": "b"}, {"space": "a", "focus": "tenure"}]

    load(make_file(spaces=spaces, visits=[visit(stops=stops)]))

    kept = Visit.objects.get(slug="meeting").stops.order_by("position")
    assert [(stop.space.slug, stop.focus, stop.day) for stop in kept] == [
        ("b", "", None),
        ("a", "tenure", None),
    ]


def test_itinerant_space_needs_no_city() -> None:
    moving = make_space("festival", itinerant=True, region="Rajasthan", country="IN")

    load(make_file(spaces=[moving]))

    space = Space.objects.get(slug="festival")
    assert (space.presence, space.region, space.city_name) == ("itinerant", "Rajasthan", "")


@pytest.mark.parametrize("founded", ["2015", "2014-06", "1987-11-18"])
def test_partial_date_stays_as_exact_as_it_was(founded: str) -> None:
    load(make_file(spaces=[make_space("a", founded=founded)]))

    assert Space.objects.get(slug="a").founded_on == founded


def test_talks_without_order_are_kept_without_position() -> None:
    workshop = {
        "id": "day",
        "visit": "meeting",
        "sessions": [{"kind": "policy_input", "order": 1}, {"kind": "case_presentation"}],
    }

    load(make_file(visits=[visit()], workshops=[workshop]))

    assert sorted(talk.position or 0 for talk in Talk.objects.all()) == [0, 1]
    assert Talk.objects.filter(position=None).count() == 1


def test_least_a_file_may_hold_is_loaded() -> None:
    data = {
        "meta": {"title": "Least", "compiled": "2026", "language": "en"},
        "programme": {"id": "least", "name": "Least"},
        "spaces": [],
        "sources": [],
    }

    report = load(data)

    assert report.counts["spaces"] == 0
    assert Programme.objects.filter(slug="least").exists()


def test_set_that_nobody_knows_does_no_harm() -> None:
    load(make_file(reference_sets=[{"id": "unheard-of", "label": "Unheard of"}]))

    assert Programme.objects.filter(slug="small").exists()


# ---- who says so ----


def test_value_of_a_row_with_one_page_stands_on_that_page() -> None:
    load(make_file())

    known = evidence_of(Space.objects.get(slug="stage"))["city"]
    assert known is not None
    assert (known.shown.source.address, known.shown.basis) == (PAGE, "read")


def test_value_of_a_row_with_several_pages_stands_on_the_file() -> None:
    data = make_file()
    data["sources"].append({"id": "two", "address": "https://example.org/2", "title": "Two"})
    data["spaces"][0]["sources"] = [PAGE, "https://example.org/2"]

    load(data)

    evidence = evidence_of(Space.objects.get(slug="stage"))
    assert evidence.known["city"].shown.source.kind == "import"
    assert [source.address for source in evidence.sources][:2] == data["spaces"][0]["sources"]


def test_own_site_among_the_pages_of_a_space_is_its_website() -> None:
    data = make_file()
    site = "https://example.org/stage/"
    data["sources"].append({"id": "own", "address": site, "title": "Stage, own site"})
    data["spaces"][0]["sources"] = [PAGE, site]

    load(data)

    space = Space.objects.get(slug="stage")
    shown = evidence_of(space).known["website"].shown
    assert (space.website, shown.source.address, shown.basis) == (site, site, "derived")


def test_coding_of_the_compiler_is_marked_as_coded() -> None:
    load(make_file(spaces=[make_space("a", kind="artist_run_loft")]))

    known = evidence_of(Space.objects.get(slug="a"))["kind"]
    assert known is not None
    assert (known.shown.basis, known.shown.basis_note) == ("coded", "Coded by the compiler.")


def test_fact_takes_page_words_and_precision() -> None:
    fact = {"field": "size.capacity", "value": "40-60", "source": PAGE}
    about = {"field": "visitors_2014", "value": 900, "source": PAGE, "note": "about"}
    space = make_space("a", size={"capacity_min": 40, "capacity_max": 60}, facts=[fact, about])

    load(make_file(spaces=[space]))

    evidence = evidence_of(Space.objects.get(slug="a"))
    seats, visitors = evidence.known["capacity_max"].shown, evidence.known["visitors"].shown
    assert (seats.value, seats.wording, seats.source.address) == (60, "40-60", PAGE)
    assert (visitors.precision, visitors.valid_from, visitors.note) == ("about", "2014", "")


def test_day_of_the_members_stays_when_a_fact_covers_them() -> None:
    fact = {"field": "governance", "value": "11 members", "source": PAGE}
    governance = {"members": 11, "members_on": "2016-03-28"}

    load(make_file(spaces=[make_space("a", governance=governance, facts=[fact])]))

    members = evidence_of(Space.objects.get(slug="a")).known["governance_members"].shown
    assert (members.observed_on, members.wording) == ("2016-03-28", "11 members")


def test_sides_of_a_conflict_stand_side_by_side() -> None:
    other = "https://example.org/other"
    values = [{"value": "1967-03-17", "source": PAGE}, {"value": "1967-03-18", "source": other}]
    data = make_file(
        spaces=[make_space("a", conflicts=[{"field": "first_stone", "values": values}])]
    )
    data["sources"].append({"id": "other", "address": other, "title": "Other"})

    load(data)

    known = evidence_of(Space.objects.get(slug="a")).known["first_stone"]
    assert known.disagrees
    assert sorted(row.value for row in known.all) == ["1967-03-17", "1967-03-18"]


def test_words_and_places_bear_the_compilers_language_and_names_their_own() -> None:
    data = make_file(spaces=[make_space("a", funding="públic", city="València", local_name="A")])
    data["meta"]["language"] = "ca"

    load(data)

    evidence = evidence_of(Space.objects.get(slug="a"))
    languages = {name: evidence.known[name].shown.wording_language for name in evidence.known}
    assert (languages["funding"], languages["city"], languages["local_name"]) == ("ca", "ca", "und")


def test_changed_file_withdraws_what_it_no_longer_says() -> None:
    load(make_file())
    changed = make_file()
    del changed["spaces"][0]["founded"]

    load(changed)

    space = Space.objects.get(slug="stage")
    assert space.founded_on == ""
    assert Statement.objects.filter(field="founded").exclude(withdrawn_at=None).count() == 1
    assert Version.objects.about(space).count() == 2


def test_a_workshop_lies_in_the_city_of_its_session_not_in_a_larger_namesake():
    load_cities()  # two cities are called Valencia; the larger lies in Venezuela
    call_command("demo", "load", stdout=StringIO())

    workshop = Workshop.objects.get(slug="valencia-workshop")

    assert workshop.city is not None
    assert workshop.city.country_id == "ES"
