"""Panels: how an upper room adds a section to the page of a room below it.

A room writes ``panels.py``::

    @panel("spaces.space", order=40, template="calls/panels/space.html")
    def proposals(request, space): return {"calls": …}   # or None: nothing to show

and the page below says ``{% panels "spaces.space" space %}``. A page with a jump list takes the
panels one by one with ``{% filled_panels "programmes.programme" programme as story %}``; a panel
that wants to stand in the list gives the `anchor` and `title` of its section.

Most records have nothing to do with most rooms. A panel that names the rows it shows by the field
that leads from them to the record, ``rows=("visits.stop.space",)``, is asked only where there is
such a row; one statement answers that for all panels of a page.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection, models
from django.http import HttpRequest
from django.utils.functional import Promise

EXISTS = "EXISTS (SELECT 1 FROM {table} WHERE {column} = %s)"
Fill = Callable[[HttpRequest, Any], dict[str, Any] | None]
Read = TypeVar("Read")


@dataclass(frozen=True)
class Panel:
    place: str
    order: int
    template: str
    fill: Fill
    anchor: str = ""
    title: str | Promise = ""
    rows: tuple[str, ...] = ()


_PANELS: dict[str, list[Panel]] = {}


def panel(
    place: str,
    *,
    order: int,
    template: str,
    anchor: str = "",
    title: str | Promise = "",
    rows: tuple[str, ...] = (),
) -> Callable[[Fill], Fill]:
    """Register a function that fills `template` on every page that opens `place`."""

    def register(fill: Fill) -> Fill:
        panels = _PANELS.setdefault(place, [])
        panels.append(Panel(place, order, template, fill, anchor, title, rows))
        panels.sort(key=lambda each: (each.order, each.template))
        return fill

    return register


def read_once(read: Callable[[HttpRequest, Any], Read]) -> Callable[[HttpRequest, Any], Read]:
    """What several panels of one page tell of a record is read by the first that asks for it."""

    @wraps(read)
    def reading(request: HttpRequest, record: Any) -> Read:
        known: dict[Any, Read] = request.__dict__.setdefault("read_once", {})
        key = (read, record._meta.label, record.pk)
        if key not in known:
            known[key] = read(request, record)
        return known[key]

    return reading


def panels_at(place: str) -> list[Panel]:
    return list(_PANELS.get(place, []))


def panels_about(place: str, record: Any) -> list[Panel]:
    """Those of a place that may have something to say of this record."""
    panels = _PANELS.get(place, [])
    leading = _leading_to(record, dict.fromkeys(row for each in panels for row in each.rows))
    return [each for each in panels if not each.rows or leading.intersection(each.rows)]


def _leading_to(record: Any, rows: Iterable[str]) -> set[str]:
    """By which of these fields any row leads to the record."""
    asked = list(rows)
    if not asked:
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(map(_exists, asked)), [record.pk] * len(asked))
        return {each for each, found in zip(asked, cursor.fetchone(), strict=True) if found}


@lru_cache
def _exists(row: str) -> str:
    """`visits.stop.space` as a condition on the table of stops, or on that between two tables."""
    room, model, name = row.split(".")
    field: Any = apps.get_model(room, model)._meta.get_field(name)
    table, column = field.model._meta.db_table, field.column
    if isinstance(field, models.ManyToManyField):
        table, column = field.m2m_db_table(), field.m2m_reverse_name()
    quote = connection.ops.quote_name
    return EXISTS.format(table=quote(table), column=quote(column))
