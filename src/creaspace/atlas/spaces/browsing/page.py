"""One page of the atlas, from the question to everything that is shown."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.browsing.addresses import box_text, filters_text, question_text
from creaspace.atlas.spaces.browsing.chips import Chip, Way, chips_of, other_words, ways_without
from creaspace.atlas.spaces.browsing.choices import (
    Labels,
    Offer,
    labels_of,
    offer_of,
    values_offered,
)
from creaspace.atlas.spaces.browsing.rows import Row, row_of, spaces_in_order, traits_of_spaces
from creaspace.atlas.spaces.finding import Atlas, Count
from creaspace.atlas.spaces.finding.tallying import Tally
from creaspace.atlas.spaces.traits import Trait
from creaspace.core.cldr import territory_name

ROWS = 20
LAST_PAGE = 500  # further down nobody reads; who needs all takes the table


@dataclass(frozen=True)
class AtlasPage:
    """What the template shows; addresses are ends of addresses, behind the question mark."""

    query: AtlasQuery
    count: Count
    tally: Tally
    rows: list[Row]
    offer: Offer
    chips: list[Chip]
    has_next: bool

    @property
    def number_words(self) -> str:
        """`1,234`, or `about 1,234`."""
        number = number_format(self.count.number, force_grouping=True)
        return number if self.count.is_exact else _("about %(number)s") % {"number": number}

    @property
    def sentence(self) -> str:
        """`20 spaces in 7 countries`, as far as it is known."""
        told = {"number": self.number_words, "count": self.count.number}
        if len(self.countries) == 1:
            said = ngettext(
                "%(number)s space in %(country)s",
                "%(number)s spaces in %(country)s",
                self.count.number,
            )
            return said % {**told, "country": territory_name(self.countries[0])}
        if self.countries:
            said = ngettext(
                "%(number)s space in %(countries)s countries",
                "%(number)s spaces in %(countries)s countries",
                self.count.number,
            )
            return said % {**told, "countries": len(self.countries)}
        return ngettext("%(number)s space", "%(number)s spaces", self.count.number) % told

    @cached_property
    def countries(self) -> list[str]:
        """The codes of the countries in which something is found."""
        chosen = self.query.chosen.get("country")
        counts = self.tally.counts.get("country", {})
        return [code for code, count in counts.items() if count and (not chosen or code in chosen)]

    @property
    def is_exact(self) -> bool:
        return self.count.is_exact and self.tally.is_exact

    @property
    def first(self) -> int:
        return (self.query.page - 1) * ROWS + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def previous(self) -> str:
        """The page before; empty on the first."""
        return question_text(self.query, page=self.query.page - 1) if self.query.page > 1 else ""

    @property
    def has_previous(self) -> bool:
        return self.query.page > 1

    @property
    def next(self) -> str:
        return question_text(self.query, page=self.query.page + 1) if self.has_next else ""

    @property
    def is_cut(self) -> bool:
        """Whether there are more spaces than pages."""
        return self.query.page == LAST_PAGE and self.last < self.count.number

    @property
    def question(self) -> str:
        """All that was asked, for the address of this page."""
        return question_text(self.query)

    @property
    def filters(self) -> str:
        """What decides which spaces are found: for files, and for saving."""
        return filters_text(self.query)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Parts of the question that have no field of their own on the page."""
        near = question_text(AtlasQuery(near=self.query.near)).removeprefix("near=")
        box = box_text(self.query.box) if self.query.box else ""
        return [(name, value) for name, value in (("box", box), ("near", near)) if value]

    @property
    def whole(self) -> str:
        """The box the map shows first, where the question says one."""
        return box_text(self.query.area) if self.query.area else ""

    @cached_property
    def other_words(self) -> list[Way]:
        return other_words(self.query)

    @cached_property
    def ways(self) -> list[Way]:
        return ways_without(self.chips)


def open_page(query: AtlasQuery) -> AtlasPage:
    """Ask the atlas everything that one page shows."""
    query = replace(query, page=min(query.page, LAST_PAGE))
    atlas = Atlas(query)
    count, tally = atlas.count(), atlas.tally()
    query = replace(query, page=max(1, min(query.page, ceil(count.number / ROWS))))
    keys = atlas.keys(limit=ROWS + 1, offset=(query.page - 1) * ROWS)
    shown = keys[:ROWS]
    traits = traits_of_spaces(shown)
    values = values_offered(tally, query)
    labels = _labels(values, [each for traits_here in traits.values() for each in traits_here])
    former_use = labels.get("former_use", {})
    spaces = spaces_in_order(shown)
    return AtlasPage(
        query=query,
        count=count,
        tally=tally,
        rows=[row_of(each, traits.get(each.pk, ()), query, former_use) for each in spaces],
        offer=offer_of(query, tally, values, labels),
        chips=chips_of(query, labels),
        has_next=len(keys) > ROWS and query.page < LAST_PAGE,
    )


def _labels(values: dict[str, list[str]], traits: list[Trait]) -> Labels:
    uses = [each.value for each in traits if each.facet == "former_use"]
    wanted = {**values, "former_use": [*values.get("former_use", []), *uses]}
    return labels_of(wanted)
