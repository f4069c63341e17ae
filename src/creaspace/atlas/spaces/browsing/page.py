"""One page of the atlas, from the question to everything that is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import ceil

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.browsing.addresses import (
    address_pattern,
    box_text,
    filters_text,
    question_text,
)
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
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.traits import Trait
from creaspace.core.cldr import territory_name
from creaspace.foundation.statements.support import support_of_all

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
    def basis(self) -> str:
        """On what all this stands: read when, and how many the spaces checked themselves."""
        if not self.rows:
            return ""
        read = read_words(sorted({day for row in self.rows for day in row.support.read_on}))
        checked = self._checked_words()
        return _("%(read)s %(checked)s") % {"read": read, "checked": checked} if read else checked

    def _checked_words(self) -> str:
        checked = self.tally.counts.get("checked", {}).get("1", 0)
        if not checked:
            return _("No space has checked its own record yet.")
        number = number_format(checked, force_grouping=True)
        said = ngettext(
            "%(number)s is checked by the space itself.",
            "%(number)s are checked by the spaces themselves.",
            checked,
        )
        told = number if self.tally.is_exact else _("about %(number)s") % {"number": number}
        return said % {"number": told}

    @property
    def vague_words(self) -> str:
        """Why the numbers of this page are not exact; empty when they are."""
        if not self.count.is_exact or not (self.tally.is_exact or self.query.is_round):
            return _("These are many spaces: counts are estimates.")
        if self.tally.is_exact or self._is_circle_whole:
            return ""
        return _("Counts beside the filters hold a little more than the circle.")

    @property
    def _is_circle_whole(self) -> bool:
        """Whether the square that was counted holds nothing outside the circle."""
        return not self.query.chosen and self.tally.total == self.count.number

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
        told = (("box", box), ("near", near), ("view", self.query.view))
        return [(name, value) for name, value in told if value]

    @property
    def as_list(self) -> str:
        """The same question, shown as a list where there is no room for both."""
        return question_text(self.query, view="")

    @property
    def as_map(self) -> str:
        return question_text(self.query, view="map")

    @property
    def asked_of_map(self) -> str:
        """What narrows down the squares of the map, whatever part of it is looked at."""
        return filters_text(replace(self.query, box=None))

    @property
    def whole(self) -> str:
        """The box in which all lies that is asked for, whatever part of the map is looked at."""
        area = replace(self.query, box=None).area
        return box_text(area) if area else ""

    @cached_property
    def other_words(self) -> list[Way]:
        return other_words(self.query)

    @cached_property
    def ways(self) -> list[Way]:
        return ways_without(self.chips)


def read_words(days: Sequence[date]) -> str:
    """When the public pages behind the rows shown were read; `days` in order."""
    if not days:
        return ""
    first, last = (date_format(day) for day in (days[0], days[-1]))
    if first == last:
        return _("Shown here: read from public pages on %(day)s.") % {"day": first}
    said = _("Shown here: read from public pages from %(first)s to %(last)s.")
    return said % {"first": first, "last": last}


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
    support = support_of_all(Space._meta.label_lower, [space.pk for space in spaces])
    address = address_pattern("spaces:space")
    return AtlasPage(
        query=query,
        count=count,
        tally=tally,
        rows=[
            row_of(
                each,
                traits.get(each.pk, ()),
                query,
                former_use,
                support[str(each.pk)],
                address.replace("{slug}", each.slug),
            )
            for each in spaces
        ],
        offer=offer_of(query, tally, values, labels),
        chips=chips_of(query, labels),
        has_next=len(keys) > ROWS and query.page < LAST_PAGE,
    )


def _labels(values: dict[str, list[str]], traits: list[Trait]) -> Labels:
    uses = [each.value for each in traits if each.facet == "former_use"]
    wanted = {**values, "former_use": [*values.get("former_use", []), *uses]}
    return labels_of(wanted)
