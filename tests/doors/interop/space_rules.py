"""The rule for every key of a space, of the programme or beside it."""

from tests.doors.interop.tracing import (
    House,
    Leaf,
    Rule,
    both,
    concept,
    country,
    day,
    disputed,
    euros,
    fact,
    fact_field,
    fact_note,
    fact_says,
    holds,
    known,
    linked,
    number,
    own,
    says,
    slug,
    stands,
    status,
    this,
)

PRECISIONS = {"building": "building", "district": "district", "city": "city"}


def precision(leaf: Leaf, house: House) -> bool:
    rows = [row for row in leaf.page(house).rows if row.title == "Position"]
    return any(holds(row.text, PRECISIONS[leaf.value]) for row in rows)


def share(leaf: Leaf, house: House) -> bool:
    part = f"{leaf.holder['source']} {leaf.holder['share_pct']} %"
    return any(
        row.title == "Shares of income" and holds(row.text, part) for row in leaf.page(house).rows
    )


def headed(leaf: Leaf, house: House) -> bool:
    headings = [block.text for block in leaf.page(house).blocks if block.tag == "h1"]
    return any(holds(heading, leaf.value) for heading in headings)


SPACE_RULES: dict[str, Rule] = {
    "id": slug,
    "name": headed,
    "local_name": both(headed, known("local_name")),
    "full_name": both(stands(), known("full_name")),
    "aliases[]": known("aliases"),
    "city": known("city"),
    "region": known("region"),
    "district": known("district"),
    "country": known("country", country),
    "latitude": known("position"),
    "longitude": known("position"),
    "position_precision": precision,
    "position_note": known("position_note"),
    "itinerant": known("presence", lambda _value, house: house.label("presence", "itinerant")),
    "programme_role": known("programme_role", concept("programme-roles")),
    "representative_role": both(known("representative_role"), says("Represented by")),
    "kind": known("kind", concept("place-types")),
    "scale": known("scale", concept("scale")),
    "formality": known("formality", concept("formality")),
    "profit_orientation": known("profit_orientation", concept("profit-orientation")),
    "legal_form": known("legal_form"),
    "unctad[]": known("activities", concept("unctad-creative-industries")),
    "founded": known("founded", day),
    "space_origin": known("space_origin"),
    "former_use": known("former_use"),
    "description": known("description"),
    "size.floor_area_m2": known("floor_area_m2", lambda value, _house: f"{value:,} m²"),
    "size.cultural_floor_m2": known("cultural_floor_m2", lambda value, _house: f"{value:,} m²"),
    "size.capacity_min": known("capacity_min", number),
    "size.capacity_max": known("capacity_max", number),
    "size.ceiling_m": known("ceiling_m", lambda value, _house: f"{value} m"),
    "team.permanent": known("team_permanent", number),
    "team.contract": known("team_contract", number),
    "team.part_time": known("team_part_time", number),
    "team.roles[]": known("team_roles"),
    "team.volunteer_groups": known("team_volunteer_groups", number),
    "team.musicians_min": known("team_musicians", lambda value, _house: f"at least {value}"),
    "team.other_members": known("team_other_members", number),
    "governance.board_members": known("governance_board_members", number),
    "governance.auditors": known("governance_auditors", number),
    "governance.members": known("governance_members", number),
    "governance.members_on": known("governance_members", day),
    "governance.general_assembly": known("governance_general_assembly"),
    "governance.model": known("governance_model"),
    "funding": known("funding"),
    "funding_mix[].source": share,
    "funding_mix[].share_pct": share,
    "income_lines[]": known("income_lines"),
    "needs[]": known("needs"),
    "tenure.right": known("tenure_right"),
    "tenure.years": known("tenure_years", number),
    "tenure.from": known("tenure_from", day),
    "tenure.rent_eur_per_year": known("tenure_rent_per_year", euros),
    "tenure.rent_eur_per_month": known("tenure_rent_per_month", euros),
    "tenure.required_investment_eur": known("tenure_required_investment", euros),
    "note": known("note"),
    "facts[].field": fact_field,
    "facts[].value": fact,
    "facts[].source": both(fact, linked),
    "facts[].note": fact_says(fact_note),
    "facts[].on": fact_says(this(day)),
    "conflicts[].field": says("First stone"),
    "conflicts[].values[].value": disputed,
    "conflicts[].values[].source": both(disputed, linked),
    "status_history[].on": status(this(day)),
    "status_history[].status": status(this()),
    "status_history[].source": both(status(own("status")), linked),
    "sources[]": linked,
}
