"""What is known of a record and who says so: the reading side of statements."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from string import ascii_uppercase
from typing import Any

from django.db import models
from django.utils.functional import Promise, cached_property

from creaspace.core.prepared import Mark, Prepared
from creaspace.core.subjects import subject_of
from creaspace.foundation.statements.choosing import Choice, choose
from creaspace.foundation.statements.fields import Field, field_of, fields_of, groups_of
from creaspace.foundation.statements.models import Mention, Source, Statement
from creaspace.foundation.statements.words import attach_words

ABOUT = {"subject_label": Mark("label"), "subject_key": Mark("key")}
STATEMENTS = Prepared(
    lambda: Statement.objects.filter(**ABOUT).current().public().select_related("source")
)
MENTIONS = Prepared(lambda: Mention.objects.filter(**ABOUT).select_related("source"))


@dataclass
class Known:
    """One field of one record: the statement shown, the others, and the rule that chose."""

    field: Field
    choice: Choice

    @property
    def shown(self) -> Statement:
        statement: Statement = self.choice.shown
        return statement

    @property
    def value(self) -> Any:
        return self.shown.value

    @property
    def others(self) -> tuple[Statement, ...]:
        return self.choice.others

    @property
    def all(self) -> tuple[Statement, ...]:
        return (self.shown, *self.others)

    @property
    def disagrees(self) -> bool:
        return self.choice.disagrees

    @property
    def in_time(self) -> list[Statement]:
        """All of them, oldest first."""
        return sorted(self.all, key=lambda row: (row.valid_from or row.observed_on, row.pk))


@dataclass
class Group:
    label: str | Promise
    known: list[Known]


@dataclass
class Evidence:
    """All that is known of one record."""

    label: str
    statements: list[Statement]
    mentions: list[Mention]
    known: dict[str, Known] = field(default_factory=dict)

    def __post_init__(self) -> None:
        by_field: dict[str, list[Statement]] = {}
        for row in self.statements:
            by_field.setdefault(row.field, []).append(row)
        declared = list(fields_of(self.label))
        order = {name: place for place, name in enumerate(declared)}
        for name in sorted(by_field, key=lambda name: (order.get(name, len(order)), name)):
            spec = field_of(self.label, name)
            self.known[name] = Known(spec, choose(by_field[name], spec))

    def __getitem__(self, name: str) -> Known | None:
        """What is known of one field; a template looks here before it looks for an attribute."""
        if name not in self.known and (name in vars(self) or hasattr(type(self), name)):
            raise KeyError(name)
        return self.known.get(name)

    def value(self, name: str) -> Any:
        known = self.known.get(name)
        return known.value if known else None

    @property
    def disagreements(self) -> list[Known]:
        return [known for known in self.known.values() if known.disagrees]

    @property
    def groups(self) -> list[Group]:
        """The fields under their headings, in the order the room declared."""
        labels = groups_of(self.label)
        sorted_out: dict[str, list[Known]] = {name: [] for name in labels}
        for known in self.known.values():
            sorted_out.setdefault(known.field.group, []).append(known)
        return [Group(labels.get(name, name), rows) for name, rows in sorted_out.items() if rows]

    @cached_property
    def sources(self) -> list[Source]:
        """Every source that supports a value or was consulted, in order of appearance."""
        consulted = [mention.source for mention in self.mentions]
        return list(dict.fromkeys([*consulted, *(row.source for row in self.statements)]))

    @cached_property
    def letters(self) -> dict[int, str]:
        """Source number -> its letter on this page: A to Z, then AA, AB …"""
        return {source.pk: letter(place) for place, source in enumerate(self.sources)}


def letter(place: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    if place < len(ascii_uppercase):
        return ascii_uppercase[place]
    return letter(place // 26 - 1) + ascii_uppercase[place % 26]


def evidence_of(
    record: models.Model, *, include_private: bool = False, as_of: datetime | None = None
) -> Evidence:
    """All that is known of one record, in two queries; one more where words are translated."""
    label, key = subject_of(record)
    if include_private or as_of:
        listed = _not_for_all(record, include_private=include_private, as_of=as_of)
    else:
        listed = STATEMENTS.rows(label=label, key=key)
    attach_words(listed)
    return Evidence(label, listed, MENTIONS.rows(label=label, key=key))


def _not_for_all(
    record: models.Model, *, include_private: bool, as_of: datetime | None
) -> list[Statement]:
    statements = Statement.objects.about(record).select_related("source")
    statements = statements.as_of(as_of) if as_of else statements.current()
    return list(statements if include_private else statements.public())


def evidence_of_all(records: Iterable[models.Model]) -> dict[Any, Evidence]:
    """The same for many records of one kind, by primary key, in two or three queries."""
    listed = list(records)
    if not listed:
        return {}
    label = subject_of(listed[0]).label
    keys = [str(record.pk) for record in listed]
    rows: dict[str, list[Statement]] = {key: [] for key in keys}
    wanted = Statement.objects.about_all(label, keys).current().public().select_related("source")
    told = list(wanted)
    attach_words(told)
    for row in told:
        rows[row.subject_key].append(row)
    mentions: dict[str, list[Mention]] = {key: [] for key in keys}
    named = Mention.objects.filter(subject_label=label, subject_key__in=keys)
    for mention in named.select_related("source"):
        mentions[mention.subject_key].append(mention)
    return {
        record.pk: Evidence(label, rows[str(record.pk)], mentions[str(record.pk)])
        for record in listed
    }
