"""The shape of a programme file: which keys a programme, a space, a call … may have."""

from creaspace.doors.interop.programme_file.shapes import (
    Each,
    ListOf,
    Number,
    NumberOr,
    Object,
    OneOf,
    Plain,
    Shape,
    Text,
    YesNo,
    address,
    country,
    partial_date,
    slug,
)

TEXTS = ListOf(Text())
SOURCES = ListOf(address())
SLUGS = ListOf(slug())
COUNTRIES = ListOf(country())
SPAN = Object(needs={"start": partial_date(), "end": partial_date()})
DERIVED: dict[str, Shape] = {"derived": YesNo(), "basis": Text()}
ROLES = ("selected_participant", "study_visit_stop", "cited_example", "session_venue", "context")

FACT = Object(
    needs={"field": Text(), "value": Plain(), "source": address()},
    may={"note": Text(), "on": partial_date(), **DERIVED},
)
CONFLICT = Object(
    needs={
        "field": Text(),
        "values": ListOf(Object(needs={"value": Plain(), "source": address()}), least=2),
    }
)
STATUS = Object(needs={"on": partial_date(), "status": Text(), "source": address()})
META = Object(
    needs={"title": Text(), "compiled": partial_date(), "language": Text()},
    may={
        "version": Text(),
        "reading_limit": Text(),
        "conventions": Object(
            may={
                name: Text()
                for name in ("unknown", "sources", "derived", "positions", "coded", "people")
            }
            | {"programme_role": TEXTS}
        ),
    },
)
PROGRAMME = Object(
    needs={"id": slug(), "name": Text()},
    may={
        "acronym": Text(),
        "frame": Object(
            needs={"scheme": Text()},
            may={
                "period": SPAN,
                "proposals": Number(),
                "projects_selected": Number(),
                "sources": SOURCES,
            },
        ),
        "objectives": TEXTS,
        "participants": Object(
            may={
                "asian": Number(),
                "european": Number(),
                "asian_space_countries": COUNTRIES,
                "european_space_countries": COUNTRIES,
            }
        ),
        "sources": SOURCES,
    },
)
REFERENCE_SET = Object(
    needs={"id": slug(), "label": Text()},
    may={
        "europe": COUNTRIES,
        "asia": COUNTRIES,
        "institutions": TEXTS,
        "groups": ListOf(Object(needs={"id": slug(), "label": Text(), "subgroups": TEXTS})),
        "note": Text(),
        "sources": SOURCES,
    },
)
ORGANISATION = Object(
    needs={"id": slug(), "name": Text()},
    may={
        "full_name": Text(),
        "local_name": Text(),
        "aliases": TEXTS,
        "country": country(),
        "city": Text(),
        "kind": Text(),
        "roles": TEXTS,
        "description": Text(),
        "facts": ListOf(FACT),
        "sources": SOURCES,
    },
)
SIZE = Object(
    may={
        "floor_area_m2": Number(1, 1e8, whole=False),
        "cultural_floor_m2": Number(1, 1e8, whole=False),
        "capacity_min": Number(),
        "capacity_max": Number(),
        "ceiling_m": Number(0.1, 500, whole=False),
    }
)
TEAM = Object(
    may={
        name: Number()
        for name in [
            "permanent",
            "contract",
            "part_time",
            "volunteer_groups",
            "musicians_min",
            "other_members",
        ]
    }
    | {"roles": TEXTS}
)
GOVERNANCE = Object(
    may={
        "board_members": Number(),
        "auditors": Number(),
        "members": Number(),
        "members_on": partial_date(),
        "general_assembly": Text(),
        "model": Text(),
    }
)
TENURE = Object(
    may={
        "right": Text(),
        "years": Number(),
        "from": partial_date(),
        "rent_eur_per_year": Number(),
        "rent_eur_per_month": Number(),
        "required_investment_eur": Number(),
    }
)
SPACE = Object(
    needs={"id": slug(), "name": Text(), "programme_role": OneOf(ROLES)},
    may={
        "full_name": Text(),
        "local_name": Text(),
        "aliases": TEXTS,
        "city": Text(),
        "region": Text(),
        "district": Text(),
        "country": country(),
        "latitude": Number(-90, 90, whole=False),
        "longitude": Number(-180, 180, whole=False),
        "position_precision": OneOf(("building", "district", "city")),
        "position_note": Text(),
        "itinerant": YesNo(),
        "representative_role": Text(),
        "kind": Text(),
        "scale": OneOf(("micro", "small", "medium", "large")),
        "formality": Text(),
        "profit_orientation": OneOf(("non_profit", "for_profit", "mixed")),
        "legal_form": Text(),
        "unctad": TEXTS,
        "founded": partial_date(),
        "space_origin": Text(),
        "former_use": Text(),
        "description": Text(),
        "size": SIZE,
        "team": TEAM,
        "governance": GOVERNANCE,
        "tenure": TENURE,
        "funding": Text(),
        "funding_mix": ListOf(
            Object(needs={"source": Text(), "share_pct": Number(0, 100, whole=False)})
        ),
        "income_lines": TEXTS,
        "needs": TEXTS,
        "note": Text(),
        "facts": ListOf(FACT),
        "conflicts": ListOf(CONFLICT),
        "status_history": ListOf(STATUS),
        "sources": SOURCES,
    },
)
CALL = Object(
    needs={"id": slug(), "name": Text(), "issuer": Text()},
    may={
        "applicants": Text(),
        "opens_session": slug(),
        "deadline": partial_date(),
        "places": Number(),
        "applications_received": Number(),
        "proposals_received": Number(),
        "selected": NumberOr(SLUGS),
        "selected_countries": COUNTRIES,
        "edition_period": SPAN,
        "eligibility": ListOf(
            Object(needs={"rule": Text()}, may={"set": slug(), "side": Text(), "text": Text()})
        ),
        "commitments": TEXTS,
        "criteria": TEXTS,
        "funding": Text(),
        "result": Text(),
        "note": Text(),
        "sources": SOURCES,
    },
)
VISIT = Object(
    needs={"id": slug(), "city": Text(), "stops_known": YesNo()},
    may={
        "country": country(),
        "host": slug(),
        "delegation": Text(),
        "planned": Object(
            may={
                "text": Text(),
                "start": partial_date(),
                "end": partial_date(),
                "source": address(),
            }
        ),
        "start": partial_date(),
        "end": partial_date(),
        "conflicts": ListOf(CONFLICT),
        "days": ListOf(
            Object(
                needs={"date": partial_date(), "kind": OneOf(("study_visit", "workshop"))},
                may={"source": address(), "workshop": slug(), **DERIVED},
            )
        ),
        "stop_days_known": YesNo(),
        "stops": ListOf(
            Object(
                needs={"space": slug()},
                may={"order_in_report": Number(1), "focus": Text(), "day": partial_date()},
            )
        ),
        "note": Text(),
        "sources": SOURCES,
    },
)
WORKSHOP = Object(
    needs={"id": slug(), "visit": slug()},
    may={
        "city": Text(),
        "date": partial_date(),
        "venue": slug(),
        "title": Text(),
        "participants": Text(),
        "kinds_of_participants": TEXTS,
        "sessions": ListOf(
            Object(
                needs={"kind": Text()},
                may={
                    "order": Number(1),
                    "topic": Text(),
                    "speaker_role": Text(),
                    "space": slug(),
                    "slides_offered": YesNo(),
                    **DERIVED,
                },
            )
        ),
        "conclusions": TEXTS,
        "note": Text(),
        "sources": SOURCES,
    },
)
OUTPUT = Object(
    needs={"id": slug(), "kind": Text(), "status": OneOf(("published", "announced"))},
    may={"title": Text(), "description": Text(), "items": SLUGS, "sources": SOURCES},
)
THEME = Object(
    needs={"id": slug(), "label": Text()},
    may={
        "kind": OneOf(("question", "axis")),
        "origin": Text(),
        "illustrated_by": SLUGS,
        "poles": ListOf(Text(), least=2),
        "organisers_examples": Each(slug()),
        "counter_examples": Each(SLUGS),
        "note": Text(),
        "sources": SOURCES,
        **DERIVED,
    },
)
SOURCE = Object(needs={"id": Text(), "address": address(), "title": Text()})
FILE = Object(
    needs={
        "meta": META,
        "programme": PROGRAMME,
        "spaces": ListOf(SPACE),
        "sources": ListOf(SOURCE),
    },
    may={
        "reference_sets": ListOf(REFERENCE_SET),
        "organisations": ListOf(ORGANISATION),
        "context_spaces": ListOf(SPACE),
        "calls": ListOf(CALL),
        "visits": ListOf(VISIT),
        "workshops": ListOf(WORKSHOP),
        "outputs": ListOf(OUTPUT),
        "themes": ListOf(THEME),
    },
)
