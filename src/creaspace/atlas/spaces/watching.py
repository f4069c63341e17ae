"""Which spaces of a saved search are new to its owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from django.http import QueryDict

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.finding.selecting import Where, among, having, inside, rows, select
from creaspace.atlas.spaces.finding.whole import parts_of
from creaspace.atlas.spaces.models import Space

MOST_KNOWN = 2_000  # keys remembered of one search; of larger ones the day of publication decides
MOST_NEW = 500


@dataclass(frozen=True)
class News:
    """`new` keys, and all that are `known` from now on; None where they are too many."""

    new: list[int]
    known: list[int] | None


def question_of(filters: str) -> AtlasQuery:
    return AtlasQuery.read(QueryDict(filters))


def known_keys(filters: str) -> list[int] | None:
    """Keys of all spaces found now; None where they are more than is remembered."""
    found = list(islice(chain.from_iterable(parts_of(question_of(filters))), MOST_KNOWN + 1))
    return found if len(found) <= MOST_KNOWN else None


def news_of(filters: str, *, known: Sequence[int] | None, since: datetime) -> News:
    """What is found now and was not known, or was published since when nobody kept count."""
    found = known_keys(filters)
    if known is None or found is None:
        return News(_published_since(filters, since), found)
    fresh = sorted(set(found) - set(known), reverse=True)
    return News(fresh, sorted({*known, *found}))


def _published_since(filters: str, since: datetime) -> list[int]:
    newest = Space.objects.published().filter(published_at__gt=since).order_by("-published_at")
    keys = list(newest.values_list("pk", flat=True)[:MOST_NEW])
    if not keys:
        return []
    query = question_of(filters)
    where = among(keys, inside(having(Where(), query.traits), query.area))
    fitting = {key for (key,) in rows(select("spot.space_id", where=where.text), where.values)}
    return [key for key in keys if key in fitting]
