"""Keeping the atlas true to the spaces: spots, the sets of their traits, and the cells of the map.

One writer at a time: whoever changes the atlas first takes the row of the edition, and holds it for
as long as one batch takes. So sums are never added to twice, and nobody waits in a circle.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from creaspace.atlas.spaces.cells import Changes, Counted
from creaspace.atlas.spaces.facet_registry import fine_facets, part_of, traits_of
from creaspace.atlas.spaces.models import (
    Edition,
    Space,
    Spot,
    TraitName,
    TraitSet,
    TraitSetMember,
    Waiting,
)
from creaspace.atlas.spaces.summing import LEVELS, add_to_cells, sum_level
from creaspace.atlas.spaces.traits import Trait, number_of, text_of, traits_in
from creaspace.foundation.statements.evidence import evidence_of_all

BATCH = 500
E6 = 1_000_000
COLUMNS = (
    *("code", "longitude_e6", "latitude_e6", "mark", "score", "kind", "country", "trait_set"),
    *("part_a", "part_b", "part_c", "sort_name", "changed_at"),
)
PARTS = ("part_a", "part_b", "part_c")
Step = Callable[[int], object]


@dataclass(frozen=True)
class Shown:
    """A space as it is to show: its spot, and the traits behind its set."""

    spot: Spot
    traits: tuple[Trait, ...]

    @property
    def values(self) -> tuple[object, ...]:
        return tuple(getattr(self.spot, name) for name in COLUMNS)


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
def place(keys: Iterable[int]) -> int:
    """Bring the spots of these spaces, and all that is counted of them, to what the spaces say."""
    wanted = sorted(set(keys))
    _take_the_edition()
    standing = {spot.pk: spot for spot in Spot.objects.filter(pk__in=wanted)}
    to_be = _shown(wanted)
    changed = [key for key in wanted if _differs(standing.get(key), to_be.get(key))]
    _keep_sets([to_be[key].traits for key in changed if key in to_be])
    changes = Changes()
    old_traits = _traits_by_set({standing[key].trait_set for key in changed if key in standing})
    for key in changed:
        before = standing.get(key)
        after = to_be.get(key)
        changes.move(
            counted(before, old_traits[before.trait_set]) if before else None,
            counted(after.spot, after.traits) if after else None,
        )
    _write_spots(
        [to_be[key].spot for key in changed if key in to_be], gone=set(wanted) - set(to_be)
    )
    add_to_cells(changes.rows())
    return len(changed)


def _take_the_edition() -> None:
    """Count the change, and hold the row until it is written."""
    now = timezone.now()
    if not Edition.objects.filter(pk=1).update(number=F("number") + 1, changed_at=now):
        Edition.objects.bulk_create([Edition(pk=1, changed_at=now)], ignore_conflicts=True)


def _shown(keys: Sequence[int]) -> dict[int, Shown]:
    """What is to show of these spaces; those that are hidden, drafts or gone are not among it."""
    spaces = list(
        Space.objects.published()
        .filter(pk__in=keys)
        .select_related("city", "kind")
        .prefetch_related("activities")
    )
    traits = traits_of(spaces, evidence_of_all(spaces))
    return {space.pk: Shown(spot_of(space, traits[space.pk]), traits[space.pk]) for space in spaces}


def spot_of(space: Space, traits: tuple[Trait, ...]) -> Spot:
    longitude, latitude = space.atlas_position or (0.0, 0.0)
    first = {trait.facet: trait.number for trait in reversed(traits)}
    return Spot(
        space_id=space.pk,
        code=space.measured()["code"],
        longitude_e6=round(longitude * E6),
        latitude_e6=round(latitude * E6),
        mark="moves" if space.is_itinerant else space.atlas_precision,
        score=space.score,
        kind=first.get("kind", 0),
        country=first.get("country", 0),
        trait_set=number_of(text_of(traits)),
        **dict(zip(PARTS, (number_of(text) if text else 0 for text in parts(traits)), strict=True)),
        sort_name=space.name.casefold()[:80],
        changed_at=space.changed_at,
    )


def parts(traits: Iterable[Trait]) -> list[str]:
    """A set in three parts, by facet; what a facet's part is stands with the facet."""
    cut: list[list[Trait]] = [[] for _part in PARTS]
    for trait in traits:
        cut[part_of(trait.facet)].append(trait)
    return [text_of(part) for part in cut]


def counted(spot: Spot, traits: Iterable[Trait]) -> Counted:
    """What the cells count of a spot."""
    fine_names = fine_facets()
    listed = list(traits)
    return Counted(
        key=spot.pk,
        code=spot.code,
        longitude_e6=spot.longitude_e6 if spot.code is not None else 0,
        latitude_e6=spot.latitude_e6 if spot.code is not None else 0,
        fine=frozenset(trait.number for trait in listed if trait.facet in fine_names),
        coarse=frozenset(trait.number for trait in listed if trait.facet not in fine_names),
    )


def _differs(standing: Spot | None, to_be: Shown | None) -> bool:
    if standing is None or to_be is None:
        return standing is not None or to_be is not None
    return tuple(getattr(standing, name) for name in COLUMNS) != to_be.values


def _traits_by_set(numbers: set[int]) -> dict[int, tuple[Trait, ...]]:
    kept = TraitSet.objects.filter(pk__in=numbers).values_list("number", "traits")
    return {number: traits_in(text) for number, text in kept}


def _keep_sets(sets: Iterable[tuple[Trait, ...]]) -> None:
    """Make the sets, parts and names that are not there yet; those that are never change."""
    listed = list(sets)
    _keep_texts({number_of(text): text for text in map(text_of, listed)})
    texts = {text for traits in listed for text in parts(traits) if text}
    fresh = _keep_texts({number_of(text): text for text in texts})
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


def _keep_texts(texts: dict[int, str]) -> dict[int, str]:
    """Those that are new."""
    known = set(TraitSet.objects.filter(pk__in=texts).values_list("number", flat=True))
    fresh = {number: text for number, text in texts.items() if number not in known}
    TraitSet.objects.bulk_create(
        [TraitSet(number=number, traits=text) for number, text in fresh.items()],
        ignore_conflicts=True,
    )
    return fresh


def _write_spots(spots: list[Spot], *, gone: set[int]) -> None:
    Spot.objects.bulk_create(
        spots, update_conflicts=True, unique_fields=["space"], update_fields=COLUMNS
    )
    Spot.objects.filter(pk__in=gone).delete()


def rebuild(*, step: Step = lambda _count: None) -> int:
    """Make the whole atlas anew, in batches; says how many spaces show.

    Each batch and each level is a transaction of its own: readers never see half of one, and
    writers wait for one at most. `step` hears of every space passed.
    """
    for keys in _batches(Space.objects.all()):
        place(keys)
        step(len(keys))
    gone = ~Exists(Space.objects.filter(pk=OuterRef("pk")))
    for keys in _batches(Spot.objects.filter(gone)):
        place(keys)
    _sum_all_cells()
    _forget_unused_sets()
    return Spot.objects.count()


def _batches(rows: QuerySet[Any]) -> Iterator[list[int]]:
    last = 0
    while keys := list(
        rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield keys
        last = keys[-1]


def _sum_all_cells() -> None:
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
