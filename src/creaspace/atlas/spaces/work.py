"""Keeping the atlas true to the spaces: spots, the sets of their traits, and the cells of the map.

One writer at a time: whoever changes the atlas first takes the row of the edition, and holds it for
as long as one batch takes. So sums are never added to twice, and nobody waits in a circle.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from creaspace.atlas.spaces.cells import LEVELS, WHOLE, Changes, Counted
from creaspace.atlas.spaces.facet_registry import fine_facets, part_of, traits_of
from creaspace.atlas.spaces.gathering import gather
from creaspace.atlas.spaces.models import (
    Cell,
    Edition,
    Space,
    Spot,
    TraitName,
    TraitSet,
    TraitSetMember,
    Waiting,
)
from creaspace.atlas.spaces.summing import add_to_cells, sum_level
from creaspace.atlas.spaces.traits import EVERY, Trait, number_of, text_of, traits_in
from creaspace.core.bulk import insert_rows
from creaspace.foundation.statements.gist import gist_of_all

BATCH = 500
REBUILT = 2_000  # spaces that are placed in one transaction while all are
E6 = 1_000_000
Step = Callable[[int], object]


class Look(NamedTuple):
    """What the spot of a space says, column by column."""

    code: int | None
    longitude_e6: int
    latitude_e6: int
    mark: str
    score: int
    kind: int
    country: int
    trait_set: int
    part_a: int
    part_b: int
    part_c: int
    sort_name: str
    changed_at: datetime | None


COLUMNS = Look._fields
PARTS = ("part_a", "part_b", "part_c")


@dataclass(frozen=True)
class Shown:
    """A space as it is to show: its spot, and the traits behind its set."""

    look: Look
    traits: tuple[Trait, ...]


def place_waiting() -> int:
    """Bring all spaces that wait to where they belong; says how many there were."""
    count = 0
    while batch := list(Waiting.objects.order_by("pk").values_list("pk", "space_key")[:BATCH]):
        with transaction.atomic():
            place({key for _pk, key in batch})
            Waiting.objects.filter(pk__in=[pk for pk, _key in batch]).delete()
        count += len(batch)
    return count


@transaction.atomic
def place(keys: Iterable[int], *, filling: bool = False) -> int:
    """Bring the spots of these spaces, and all that is counted of them, to what the spaces say.

    Who places all spaces says so by `filling`, and sums the cells in the end.
    """
    wanted = sorted(set(keys))
    _take_the_edition()
    is_counted = _is_counted(filling=filling)
    standing = _standing(wanted)
    to_be = _shown(wanted)
    looks = {key: shown.look for key, shown in to_be.items()}
    changed = [key for key in wanted if standing.get(key) != looks.get(key)]
    _keep_sets({to_be[key].traits for key in changed if key in to_be})
    if is_counted:
        add_to_cells(_changes(changed, standing, to_be).rows())
    _write_spots({key: looks[key] for key in changed if key in looks}, standing)
    Spot.objects.filter(pk__in=standing.keys() - looks.keys()).delete()
    return len(changed)


def _is_counted(*, filling: bool) -> bool:
    """Whether the cells count what stands, so that changes are to be added to them.

    An atlas that is filled for the first time has no cells before all spots stand; they are summed
    in one transaction then. Until there are any, whoever places a space adds nothing.
    """
    if Cell.objects.filter(level=WHOLE, trait=EVERY).exists():
        return True
    return not (filling or Spot.objects.exists())


def _standing(keys: Sequence[int]) -> dict[int, Look]:
    rows = Spot.objects.filter(pk__in=keys).values_list("pk", *COLUMNS)
    return {key: Look(*columns) for key, *columns in rows}


def _changes(
    keys: Sequence[int], standing: Mapping[int, Look], to_be: Mapping[int, Shown]
) -> Changes:
    """What the cells gain and lose by these spaces."""
    changes = Changes()
    old_traits = _traits_by_set({standing[key].trait_set for key in keys if key in standing})
    for key in keys:
        before = standing.get(key)
        after = to_be.get(key)
        changes.move(
            counted(key, before, old_traits[before.trait_set]) if before else None,
            counted(key, after.look, after.traits) if after else None,
        )
    return changes


def _take_the_edition() -> None:
    """Count the change, and hold the row until it is written."""
    now = timezone.now()
    if not Edition.objects.filter(pk=1).update(number=F("number") + 1, changed_at=now):
        Edition.objects.bulk_create([Edition(pk=1, changed_at=now)], ignore_conflicts=True)


def _shown(keys: Sequence[int]) -> dict[int, Shown]:
    """What is to show of these spaces; those that are hidden, drafts or gone are not among it."""
    spaces = gather(list(Space.objects.published().filter(pk__in=keys).order_by("pk")))
    traits = traits_of(spaces, gist_of_all(spaces))
    return {space.pk: Shown(look_of(space, traits[space.pk]), traits[space.pk]) for space in spaces}


def look_of(space: Space, traits: tuple[Trait, ...]) -> Look:
    longitude, latitude = space.atlas_position or (0.0, 0.0)
    first = {trait.facet: trait.number for trait in reversed(traits)}
    whole, *cut = texts_of(traits)
    part_a, part_b, part_c = (number_of(text) if text else 0 for text in cut)
    return Look(
        code=space.atlas_code,
        longitude_e6=round(longitude * E6),
        latitude_e6=round(latitude * E6),
        mark="moves" if space.is_itinerant else space.atlas_precision,
        score=space.score,
        kind=first.get("kind", 0),
        country=first.get("country", 0),
        trait_set=number_of(whole),
        part_a=part_a,
        part_b=part_b,
        part_c=part_c,
        sort_name=space.name.casefold()[:80],
        changed_at=space.changed_at,
    )


@lru_cache(maxsize=10_000)
def texts_of(traits: tuple[Trait, ...]) -> tuple[str, ...]:
    """A set whole and in three parts, by facet; what a facet's part is stands with the facet."""
    cut: list[list[Trait]] = [[] for _part in PARTS]
    for trait in traits:
        cut[part_of(trait.facet)].append(trait)
    return tuple(text_of(part) for part in (traits, *cut))


def counted(key: int, look: Look, traits: Iterable[Trait]) -> Counted:
    """What the cells count of a spot."""
    fine_names = fine_facets()
    listed = list(traits)
    return Counted(
        key=key,
        code=look.code,
        longitude_e6=look.longitude_e6 if look.code is not None else 0,
        latitude_e6=look.latitude_e6 if look.code is not None else 0,
        fine=frozenset(trait.number for trait in listed if trait.facet in fine_names),
        coarse=frozenset(trait.number for trait in listed if trait.facet not in fine_names),
    )


def _traits_by_set(numbers: set[int]) -> dict[int, tuple[Trait, ...]]:
    kept = TraitSet.objects.filter(pk__in=numbers).values_list("number", "traits")
    return {number: traits_in(text) for number, text in kept}


def _keep_sets(sets: Iterable[tuple[Trait, ...]]) -> None:
    """Make the sets, parts and names that are not there yet; those that are never change."""
    texts = [texts_of(traits) for traits in sets]
    _keep_texts({whole for whole, *_parts in texts})
    fresh = _keep_texts({part for _whole, *cut in texts for part in cut if part})
    members = [(number, trait) for number, text in fresh.items() for trait in traits_in(text)]
    names = {trait.number: trait for _number, trait in members}
    TraitName.objects.bulk_create(
        [TraitName(number=n, facet=t.facet, value=t.value[:200]) for n, t in names.items()],
        ignore_conflicts=True,
    )
    TraitSetMember.objects.bulk_create(
        [TraitSetMember(trait_set=number, trait=trait.number) for number, trait in members],
        ignore_conflicts=True,
    )


def _keep_texts(texts: Iterable[str]) -> dict[int, str]:
    """Those that are new."""
    numbered = {number_of(text): text for text in texts}
    known = set(TraitSet.objects.filter(pk__in=numbered).values_list("number", flat=True))
    fresh = {number: text for number, text in numbered.items() if number not in known}
    insert_rows(TraitSet, ("number", "traits"), fresh.items())
    return fresh


def _write_spots(looks: Mapping[int, Look], standing: Mapping[int, Look]) -> None:
    fresh = [(key, *look) for key, look in looks.items() if key not in standing]
    insert_rows(Spot, ("space", *COLUMNS), fresh)
    moved = [Spot(space_id=key, **look._asdict()) for key, look in looks.items() if key in standing]
    Spot.objects.bulk_update(moved, COLUMNS, batch_size=BATCH)


def rebuild(*, step: Step = lambda _count: None) -> int:
    """Make the whole atlas anew, in batches; says how many spaces show.

    Each batch and each level is a transaction of its own: readers never see half of one, and
    writers wait for one at most. `step` hears of every space passed.
    """
    for keys in _batches(Space.objects.all()):
        place(keys, filling=True)
        step(len(keys))
    gone = ~Exists(Space.objects.filter(pk=OuterRef("pk")))
    for keys in _batches(Spot.objects.filter(gone)):
        place(keys, filling=True)
    _sum_all_cells()
    _forget_unused_sets()
    return Spot.objects.count()


def _batches(rows: QuerySet[Any]) -> Iterator[list[int]]:
    last = 0
    while keys := list(
        rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:REBUILT]
    ):
        yield keys
        last = keys[-1]


def _sum_all_cells() -> None:
    """Each level at once, the finest first; an atlas without any gets all of them at once."""
    at_once = nullcontext() if _is_counted(filling=True) else transaction.atomic()
    with at_once:
        for level in LEVELS:
            with transaction.atomic():
                _take_the_edition()
                sum_level(level, fine_facets=sorted(fine_facets()))


@transaction.atomic
def _forget_unused_sets() -> None:
    _take_the_edition()
    for model, name in ((TraitSetMember, "trait_set"), (TraitSet, "number")):
        unused = model._default_manager.all()
        for column in PARTS if model is TraitSetMember else ("trait_set", *PARTS):
            unused = unused.exclude(**{f"{name}__in": Spot.objects.values(column)})
        unused.delete()
    TraitName.objects.exclude(number__in=TraitSetMember.objects.values("trait")).delete()
