"""Names that fit what somebody is typing, a few of each room: for suggestions below a field."""

from collections.abc import Sequence
from dataclasses import dataclass

from creaspace.core.languages import address_in, reader_language
from creaspace.core.subjects import Subject
from creaspace.core.suggestions import Suggestion
from creaspace.core.viewer import STRANGER
from creaspace.foundation.search.asking import is_open, narrowed
from creaspace.foundation.search.begun import begun
from creaspace.foundation.search.engines import Ask, Table, the_engine
from creaspace.foundation.search.marking import Wanted, pieces_marked, wanted_by
from creaspace.foundation.search.models import Entry
from creaspace.foundation.search.reading import Marked, name_for_reader

LOOKED_AT = 4  # times as many as are shown: those whose name begins so come first among them
SHOWN = ("subject_label", "subject_key", "slug", "address", "names")


@dataclass(frozen=True)
class Named:
    """A record by its name for this reader; `also` is another name, when only that was found."""

    subject: Subject
    slug: str
    address: str
    shown_name: Marked
    also: Marked | None

    def suggestion(self, *, note: str = "", seed: str = "") -> Suggestion:
        """The same, ready to be shown below a field."""
        return Suggestion(
            address=self.address,
            name=self.shown_name.pieces,
            language=self.shown_name.language,
            also=self.also.pieces if self.also else (),
            also_language=self.also.language if self.also else "",
            note=note,
            seed=seed,
        )

    @property
    def begins_so(self) -> bool:
        """Whether a name begins with what was typed."""
        names = [name for name in (self.shown_name, self.also) if name and name.pieces]
        return any(name.pieces[0][1] for name in names)


def names_like(words: str, *, labels: Sequence[str], most: int) -> dict[str, list[Named]]:
    """For each room at most so many public records with such a name: two queries.

    Names only and no counts: this is asked with every letter that somebody types.
    """
    query = begun(words, reader_language())
    rooms = {label: narrowed(query, [label], ()) for label in labels}
    asks = {
        label: Ask(Table.NAMES, is_open(expression), most * LOOKED_AT)
        for label, expression in rooms.items()
        if expression
    }
    found = dict(zip(asks, the_engine().top(list(asks.values())), strict=True))
    keys = [place.entry for places in found.values() for place in places]
    entries = Entry.objects.visible_to(STRANGER).only(*SHOWN).in_bulk(keys)
    wanted = wanted_by(query)
    named = {
        label: [_named(entries[place.entry], wanted) for place in places if place.entry in entries]
        for label, places in found.items()
    }
    return {label: _best(named.get(label, []), most) for label in labels}


def _best(named: Sequence[Named], most: int) -> list[Named]:
    """In their standing order, but names that begin so before those that hold it further on."""
    return sorted(named, key=lambda each: not each.begins_so)[:most]


def _named(entry: Entry, wanted: Wanted) -> Named:
    names = [Marked(pieces_marked(text, wanted, tag), tag) for text, tag in entry.names]
    shown = name_for_reader(names, reader_language())
    hit = max(names, key=lambda each: each.hits, default=None)
    return Named(
        subject=entry.subject,
        slug=entry.slug,
        address=address_in(reader_language().lower(), entry.address) if entry.address else "",
        shown_name=shown,
        also=hit if hit and hit.hits and not shown.hits else None,
    )
