"""The rule for every path of a programme file."""

from typing import Any

from django.urls import reverse

from tests.doors.interop.space_rules import SPACE_RULES, headed
from tests.doors.interop.tracing import (
    House,
    Leaf,
    Rule,
    beside,
    both,
    concept,
    country,
    day,
    disputed,
    fact,
    fact_field,
    fact_says,
    holds,
    known,
    linked,
    named,
    number,
    own,
    says,
    slug,
    stands,
    text,
    this,
    yes_no,
)

ORIGINS = {
    "call": "asked in the call",
    "about page": "from the programme's own page about itself",
}
CONDITIONS = {
    "space_in_country_set": "The space lies in one of 21 countries",
    "physical_space": "a place one can enter, not a virtual one",
    "creative_activity": "It holds or helps to start creative activities",
    "scale": "Its size: small or medium",
    "further_conditions_not_read": "There is at least one more condition, which could not be read",
}
SETS = {
    "asem-countries-2016": "ASEM partners, 2016",
    "unctad-creative-industries": "UNCTAD classification of creative industries",
}
DAYS = {
    "2016-10-24": "Monday 24 October",
    "2016-10-25": "Tuesday 25 October",
    "2016-10-26": "Wednesday 26 October",
}
DAY_KINDS = {"study_visit": "Study visit", "workshop": "Workshop"}
PARTICIPANTS = {"asian": "participants_asian", "european": "participants_european"}


# ---- the file itself, reference sets, sources ----


def of_file(leaf: Leaf, house: House) -> bool:
    words = {"compiled": lambda: day(leaf.value, house), "language": lambda: "English"}
    wanted = words.get(leaf.key, lambda: leaf.value)()
    return holds(house.file.text, wanted)


def role_name(leaf: Leaf, house: House) -> bool:
    page = house.at("vocabularies:scheme", "programme-roles")
    return holds(page.text, house.label("programme-roles", leaf.value))


def set_page(leaf: Leaf, house: House) -> Any:
    room = "places:country_set" if "europe" in leaf.row else "vocabularies:scheme"
    return house.at(room, leaf.row["id"])


def in_set(leaf: Leaf, house: House) -> bool:
    return holds(set_page(leaf, house).text, leaf.value)


def set_linked(leaf: Leaf, house: House) -> bool:
    return leaf.value in set_page(leaf, house).links


def member(leaf: Leaf, house: House) -> bool:
    """The country stands on its own side of the set."""
    side = f"{leaf.key.title().replace('Asia', 'Asian').replace('Europe', 'European')} side"
    wanted = f"{country(leaf.value, house)} {leaf.value}"
    sections = [block for block in set_page(leaf, house).blocks if block.tag == "section"]
    return any(block.text.startswith(side) and holds(block.text, wanted) for block in sections)


def of_source(leaf: Leaf, house: House) -> bool:
    """A source has a page under its id, with title and address, and stands in the list of all."""
    code = f"{house.data['programme']['id']}-{leaf.row['id'].replace('_', '-')}"
    page = house.at("statements:source", code)
    listed = [house.at("statements:sources", query=f"?page={place}") for place in (1, 2)]
    if leaf.key == "address":
        return leaf.value in page.links and any(leaf.value in each.links for each in listed)
    if leaf.key == "id":
        return any(reverse("statements:source", args=[code]) in each.links for each in listed)
    return holds(page.text, leaf.value) and any(holds(each.text, leaf.value) for each in listed)


# ---- records with words of their own ----


def issuer(leaf: Leaf, house: House) -> bool:
    return known("issuer", lambda value, _house: house.names.get(value, value))(leaf, house)


def origin(leaf: Leaf, house: House) -> bool:
    row = known("origin")(leaf, house)
    return row and holds(leaf.page(house).text, ORIGINS.get(leaf.value, "drawn from"))


def session_name(leaf: Leaf, house: House) -> bool:
    """A record points at a session by the id of its visit."""
    programme = house.data["programme"]["id"]
    url = reverse("programmes:session", args=[programme, leaf.value])
    return url in leaf.page(house).links


def on_session(leaf: Leaf, house: House) -> bool:
    page = house.at("programmes:session", house.data["programme"]["id"], leaf.row["id"])
    return holds(page.text, leaf.value)


def day_workshop(leaf: Leaf, house: House) -> bool:
    return reverse("workshops:workshop", args=[leaf.value]) in leaf.page(house).links


def day_kind(leaf: Leaf, _house: House) -> str:
    return DAY_KINDS[leaf.holder["kind"]]


def talk_kind(leaf: Leaf, house: House) -> str:
    return house.label("session-kinds", leaf.holder["kind"])


def example_pole(leaf: Leaf, house: House) -> bool:
    """An example stands in its row together with the pole it is an example of."""
    pole = leaf.path.split("examples.")[1].partition("[")[0].replace("_", " ")
    rows = leaf.page(house).rows
    return any(holds(row.text, house.names[leaf.value]) and holds(row.text, pole) for row in rows)


META = "$.meta"
SET = "$.reference_sets[]"
ORGANISATION = "$.organisations[]"
CALL = "$.calls[]"
VISIT = "$.visits[]"
WORKSHOP = "$.workshops[]"
TALK = "$.workshops[].sessions[]"
OUTPUT = "$.outputs[]"
THEME = "$.themes[]"
STOP_WORDS = (own("order_in_report", number), own("space", named), own("focus"))

RULES: dict[str, Rule] = {
    **{
        f"{META}.{name}": of_file
        for name in ("title", "version", "compiled", "language", "reading_limit")
    },
    **{
        f"{META}.conventions.{name}": of_file
        for name in ("unknown", "sources", "derived", "positions", "coded", "people")
    },
    f"{META}.conventions.programme_role[]": role_name,
    "$.programme.id": slug,
    "$.programme.name": headed,
    "$.programme.acronym": both(headed, known("acronym")),
    "$.programme.frame.scheme": known("scheme"),
    "$.programme.frame.period.start": known("starts_on", day),
    "$.programme.frame.period.end": known("ends_on", day),
    "$.programme.frame.proposals": known("proposals", number),
    "$.programme.frame.projects_selected": known("projects_selected", number),
    "$.programme.frame.sources[]": linked,
    "$.programme.objectives[]": known("objectives"),
    "$.programme.participants.asian": known("participants_asian", number),
    "$.programme.participants.european": known("participants_european", number),
    "$.programme.participants.asian_space_countries[]": known("asian_space_countries", country),
    "$.programme.participants.european_space_countries[]": known(
        "european_space_countries", country
    ),
    "$.programme.sources[]": linked,
    f"{SET}.id": lambda leaf, house: f"/{leaf.value}/" in set_page(leaf, house).url,
    f"{SET}.label": in_set,
    f"{SET}.note": in_set,
    f"{SET}.europe[]": member,
    f"{SET}.asia[]": member,
    f"{SET}.institutions[]": in_set,
    f"{SET}.groups[].id": in_set,
    f"{SET}.groups[].label": in_set,
    f"{SET}.groups[].subgroups[]": in_set,
    f"{SET}.sources[]": set_linked,
    f"{ORGANISATION}.id": slug,
    f"{ORGANISATION}.name": headed,
    f"{ORGANISATION}.full_name": both(stands(), known("full_name")),
    f"{ORGANISATION}.local_name": known("local_name"),
    f"{ORGANISATION}.aliases[]": known("aliases"),
    f"{ORGANISATION}.country": known("country", country),
    f"{ORGANISATION}.city": known("city"),
    f"{ORGANISATION}.kind": known("kind", concept("organisation-kinds")),
    f"{ORGANISATION}.roles[]": known("roles"),
    f"{ORGANISATION}.description": known("description"),
    f"{ORGANISATION}.facts[].field": fact_field,
    f"{ORGANISATION}.facts[].value": fact,
    f"{ORGANISATION}.facts[].source": both(fact, linked),
    f"{ORGANISATION}.facts[].note": fact_says(this()),
    f"{ORGANISATION}.facts[].derived": fact_says(text("Derived")),
    f"{ORGANISATION}.facts[].basis": fact_says(this()),
    f"{ORGANISATION}.sources[]": linked,
    **{f"$.spaces[].{name}": rule for name, rule in SPACE_RULES.items()},
    **{f"$.context_spaces[].{name}": rule for name, rule in SPACE_RULES.items()},
    f"{CALL}.id": slug,
    f"{CALL}.name": headed,
    f"{CALL}.issuer": issuer,
    f"{CALL}.applicants": known("applicants"),
    f"{CALL}.opens_session": session_name,
    f"{CALL}.deadline": known("deadline_on", day),
    f"{CALL}.edition_period.start": known("period_starts_on", day),
    f"{CALL}.edition_period.end": known("period_ends_on", day),
    f"{CALL}.places": known("places", number),
    f"{CALL}.proposals_received": known("applications_received", number),
    f"{CALL}.applications_received": known("applications_received", number),
    f"{CALL}.selected": known("selected_count", number),
    f"{CALL}.selected[]": known("selected", named),
    f"{CALL}.selected_countries[]": known("selected_countries", country),
    f"{CALL}.eligibility[].rule": beside(lambda leaf, _house: CONDITIONS[leaf.value]),
    f"{CALL}.eligibility[].set": beside(
        lambda leaf, _house: CONDITIONS[leaf.holder["rule"]],
        lambda leaf, _house: SETS[leaf.value],
    ),
    f"{CALL}.eligibility[].side": beside(text("ASEM partners, 2016, Asian side")),
    f"{CALL}.eligibility[].text": beside(
        this(), lambda leaf, _house: CONDITIONS[leaf.holder["rule"]]
    ),
    f"{CALL}.commitments[]": known("commitments"),
    f"{CALL}.criteria[]": known("criteria"),
    f"{CALL}.funding": known("funding"),
    f"{CALL}.result": known("result"),
    f"{CALL}.note": known("note"),
    f"{CALL}.sources[]": linked,
    f"{VISIT}.id": both(slug, session_name),
    f"{VISIT}.city": both(known("city"), on_session),
    f"{VISIT}.country": known("country", country),
    f"{VISIT}.host": known("host", named),
    f"{VISIT}.delegation": both(known("delegation"), on_session),
    f"{VISIT}.planned.text": known("planned"),
    f"{VISIT}.planned.start": known("planned_starts_on", day),
    f"{VISIT}.planned.end": known("planned_ends_on", day),
    f"{VISIT}.planned.source": linked,
    f"{VISIT}.start": known("starts_on", day),
    f"{VISIT}.end": known("ends_on", day),
    f"{VISIT}.conflicts[].field": says("First day"),
    f"{VISIT}.conflicts[].values[].value": disputed,
    f"{VISIT}.conflicts[].values[].source": both(disputed, linked),
    f"{VISIT}.days[].date": lambda leaf, house: known(f"{leaf.holder['kind']}_on", day)(
        leaf, house
    ),
    f"{VISIT}.days[].kind": beside(own("date", lambda value, _house: DAYS[value]), day_kind),
    f"{VISIT}.days[].source": linked,
    f"{VISIT}.days[].workshop": day_workshop,
    f"{VISIT}.days[].derived": beside(own("basis"), text("Worked out, not read")),
    f"{VISIT}.days[].basis": beside(this(), day_kind),
    f"{VISIT}.stops_known": known("stops_known", yes_no),
    f"{VISIT}.stop_days_known": known("stop_days_known", yes_no),
    f"{VISIT}.stops[].order_in_report": beside(*STOP_WORDS),
    f"{VISIT}.stops[].space": both(beside(*STOP_WORDS), known("stops", named)),
    f"{VISIT}.stops[].focus": beside(*STOP_WORDS),
    f"{VISIT}.note": both(known("note"), on_session),
    f"{VISIT}.sources[]": linked,
    f"{WORKSHOP}.id": slug,
    f"{WORKSHOP}.visit": session_name,
    f"{WORKSHOP}.city": known("city"),
    f"{WORKSHOP}.date": known("held_on", day),
    f"{WORKSHOP}.venue": known("venue", named),
    f"{WORKSHOP}.title": known("title"),
    f"{WORKSHOP}.participants": known("participants"),
    f"{WORKSHOP}.kinds_of_participants[]": known("participant_kinds"),
    f"{TALK}.order": beside(this(number), talk_kind, tags=frozenset({"li", "article"})),
    f"{TALK}.kind": beside(talk_kind),
    f"{TALK}.topic": beside(this(), talk_kind),
    f"{TALK}.speaker_role": beside(this(), talk_kind),
    f"{TALK}.space": beside(this(named), talk_kind),
    f"{TALK}.slides_offered": beside(own("space", named), text("slides were offered")),
    f"{TALK}.derived": beside(own("space", named), text("Worked out, not read")),
    f"{TALK}.basis": beside(own("space", named), this()),
    f"{WORKSHOP}.conclusions[]": known("conclusion"),
    f"{WORKSHOP}.note": known("note"),
    f"{WORKSHOP}.sources[]": linked,
    f"{OUTPUT}.id": slug,
    f"{OUTPUT}.kind": known("kind", concept("output-kinds")),
    f"{OUTPUT}.title": both(headed, known("title")),
    f"{OUTPUT}.status": known("status"),
    f"{OUTPUT}.description": known("description"),
    f"{OUTPUT}.items[]": known("spaces", named),
    f"{OUTPUT}.sources[]": linked,
    f"{THEME}.id": slug,
    f"{THEME}.kind": says("Axis between two poles"),
    f"{THEME}.label": headed,
    f"{THEME}.origin": origin,
    f"{THEME}.illustrated_by[]": known("illustrated_by", named),
    f"{THEME}.poles[]": known("poles"),
    f"{THEME}.organisers_examples.*": example_pole,
    f"{THEME}.counter_examples.*[]": example_pole,
    f"{THEME}.note": known("note"),
    f"{THEME}.derived": says("Reasoned out, not read"),
    f"{THEME}.basis": stands(),
    f"{THEME}.sources[]": linked,
    "$.sources[].id": of_source,
    "$.sources[].address": of_source,
    "$.sources[].title": of_source,
}
