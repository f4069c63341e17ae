"""Which fields a kind of record has: each room declares its own in ``facts.py``.

declare("spaces.space", Field("floor_area_m2", _("Floor area"), kind="number", unit="m²"))
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

DEFAULT_RANK = ("space", "visit", "register", "programme", "press", "map", "import")
KINDS = frozenset(
    [
        "text",
        "texts",
        "number",
        "share",
        "money",
        "date",
        "yes_no",
        "country",
        "concept",
        "concepts",
        "position",
        "choice",
        "record",
        "records",
        "address",
        "hours",
        "parts",
    ]
)


@dataclass(frozen=True)
class Field:
    """One field: its name, its words, how its values are read and shown, and who is believed first.

    `kind`: text, texts (a list), number (with `unit`), share (per cent), money (with `unit`, an
    ISO 4217 code), date (partial), yes_no, country (ISO 3166-1), concept(s) of `scheme`, position
    (latitude, longitude), choice (one of `choices`, pairs of value and words), record(s) (slugs of
    `records`), address (a web address), hours, parts (a list of `{source, share_pct}`).
    """

    name: str
    label: str | Promise
    kind: str = "text"
    unit: str = ""
    scheme: str = ""
    records: str = ""
    choices: tuple[tuple[str, str | Promise], ...] = ()
    group: str = "other"
    many: bool = False  # several values side by side are no disagreement
    is_history: bool = False  # values follow one another in time
    rank: Sequence[str] = DEFAULT_RANK

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            message = f"Field {self.name!r} has kind {self.kind!r}; known are {sorted(KINDS)}."
            raise ValueError(message)


_FIELDS: dict[str, dict[str, Field]] = {}
_GROUPS: dict[str, dict[str, str | Promise]] = {}
_COMMON: dict[str, set[str]] = {}


def declare(label: str, *fields: Field) -> None:
    """Add fields to a kind of record; a second room may add its own, not change another's."""
    known = _FIELDS.setdefault(label, {})
    for each in fields:
        if known.get(each.name, each) != each:
            message = f"{label} already has a field {each.name!r}. Choose another name."
            raise ValueError(message)
        known[each.name] = each


def declare_groups(label: str, groups: dict[str, str | Promise]) -> None:
    """The headings under which fields stand, in order."""
    _GROUPS.setdefault(label, {}).update(groups)


def declare_common(label: str, *names: str) -> None:
    """The fields that any record of this kind may have; the others concern a few of them only."""
    unknown = set(names) - set(_FIELDS.get(label, {}))
    if unknown:
        message = f"{label} has no fields {sorted(unknown)}. Declare them first."
        raise ValueError(message)
    _COMMON.setdefault(label, set()).update(names)


def field_of(label: str, name: str) -> Field:
    """The declared field, or a plain text field with the name as its words."""
    return _FIELDS.get(label, {}).get(name) or Field(name, name.replace("_", " ").capitalize())


def is_declared(label: str, name: str) -> bool:
    return name in _FIELDS.get(label, {})


def fields_of(label: str) -> dict[str, Field]:
    return dict(_FIELDS.get(label, {}))


def groups_of(label: str) -> dict[str, str | Promise]:
    return dict(_GROUPS.get(label, {}))


def common_fields(label: str) -> Collection[str]:
    """The names of the fields any record of this kind may have.

    A room that named no common fields has few: then it is all of them.
    """
    return _COMMON.get(label) or set(_FIELDS.get(label, {}))


def grouped_fields(label: str, told: Collection[str]) -> list[tuple[str | Promise, list[Field]]]:
    """The common fields and those told of one record, under the headings of their room."""
    groups: dict[str, list[Field]] = {name: [] for name in groups_of(label)}
    common = common_fields(label)
    for each in fields_of(label).values():
        if each.name in common or each.name in told:
            groups.setdefault(each.group, []).append(each)
    labels = groups_of(label)
    return [(labels.get(name, ""), fields) for name, fields in groups.items() if fields]


def is_citable(label: str) -> bool:
    """Whether some room declared fields for this kind of record."""
    return label in _FIELDS


def label_of(label: str, name: str) -> str:
    """The words of a field named in a codebook, whichever kind of record it belongs to."""
    kinds = [label, *(other for other in _FIELDS if is_declared(other, name))]
    kind = next((each for each in kinds if is_declared(each, name)), label)
    return str(field_of(kind, name).label)
