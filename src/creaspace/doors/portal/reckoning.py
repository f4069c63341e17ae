"""How many rows there are: counted while they are few, else reckoned from a sample of them.

Counting reads every row, so it takes longer the more a network knows. A sample takes as long for
ten million rows as for a hundred thousand, and holds for the very moment it is asked.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.formats import localize
from django.utils.translation import pgettext

COUNTED = 20_000  # up to this key the rows are counted
SAMPLE = 1_000
DIGITS = 2  # a share of a sample this large is known to some three in a hundred


@dataclass(frozen=True)
class Reckoned:
    """A number of things; one that was not counted says so wherever it stands."""

    number: int
    is_exact: bool = True

    def __bool__(self) -> bool:
        return bool(self.number)

    def __str__(self) -> str:
        number = str(localize(self.number))
        if self.is_exact:
            return number
        return pgettext("reckoned", "about %(number)s") % {"number": number}


def reckon(rows: QuerySet[Any]) -> Reckoned:
    """How many rows there are."""
    last = _last_key(rows)
    if last <= COUNTED:
        return Reckoned(rows.count())
    return _scaled(rows.order_by().filter(pk__in=_keys(last)).count(), last)


def reckon_by(rows: QuerySet[Any], column: str) -> dict[str, Reckoned]:
    """How many rows have each value of a column."""
    last = _last_key(rows)
    if last <= COUNTED:
        counted = rows.order_by().values_list(column).annotate(Count("pk"))
        return {value: Reckoned(count) for value, count in counted}
    found = rows.order_by().filter(pk__in=_keys(last)).values_list(column, flat=True)
    return {value: _scaled(count, last) for value, count in Counter(found).items()}


def total(parts: Iterable[Reckoned]) -> Reckoned:
    listed = list(parts)
    return _rounded(
        sum(each.number for each in listed), is_exact=all(each.is_exact for each in listed)
    )


def _last_key(rows: QuerySet[Any]) -> int:
    return rows.model._default_manager.order_by("-pk").values_list("pk", flat=True).first() or 0


def _keys(last: int) -> list[int]:
    """One key of each stretch of the table: always the same ones, but in no rhythm of their own."""
    chance = Random(last // SAMPLE)  # noqa: S311 -- a sample keeps no secret
    return [
        chance.randrange(last * place // SAMPLE, last * (place + 1) // SAMPLE) + 1
        for place in range(SAMPLE)
    ]


def _scaled(found: int, last: int) -> Reckoned:
    return _rounded(found * last // SAMPLE, is_exact=False)


def _rounded(number: int, *, is_exact: bool) -> Reckoned:
    if is_exact:
        return Reckoned(number)
    return Reckoned(round(number, DIGITS - len(str(number))), is_exact=False)
