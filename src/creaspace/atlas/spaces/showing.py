"""A space's history and place, ready for the timeline and the mosaic."""

from dataclasses import dataclass
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from creaspace.atlas.spaces.history import DATED_FIELDS, Happening, happenings
from creaspace.atlas.spaces.models import Space
from creaspace.core.languages import reader_language
from creaspace.core.mosaic import Mosaic, Pin
from creaspace.core.partial_dates import NotAPartialDate, PartialDate
from creaspace.core.timeline import Event
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.reading import Words
from creaspace.foundation.statements.evidence import Evidence
from creaspace.foundation.statements.fields import field_of
from creaspace.foundation.statements.templatetags.evidence import field_label, ref, shown
from creaspace.foundation.statements.words import value_words, words_of

LONGEST_LABEL = 34


@dataclass(frozen=True)
class Reached:
    """How a space is reached and used, as far as anybody told; what is missing, in words."""

    is_told: bool
    untold: list[str]


def reached(space: Space) -> Reached:
    known = {
        _("website"): space.website,
        _("contact"): space.email or space.phone,
        _("opening hours"): space.opening_hours,
        _("whether others can use it"): space.use_by_others,
    }
    untold = [words for words, value in known.items() if not value]
    return Reached(len(untold) < len(known), untold)


def events_of(evidence: Evidence) -> list[Event]:
    """What happened, oldest first, each with the letter of its source."""
    told = (_event(each, evidence) for each in happenings(evidence.known.values()))
    return [event for event in told if event is not None]


def _event(happening: Happening, evidence: Evidence) -> Event | None:
    try:
        start = PartialDate.parse(happening.when)
    except NotAPartialDate:
        return None
    label, beside = _in_words(happening)
    return Event(
        label.text,
        start,
        note=beside.text,
        lang=_foreign(label),
        note_lang=_foreign(beside),
        refs=ref(happening.statement, evidence),
        short=shortened(label.text),
    )


def shortened(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _foreign(words: Words) -> str:
    """The language of words that are not in the reader's."""
    return "" if words.language == reader_language() else words.language


def _in_words(happening: Happening) -> tuple[Words, Words]:
    """Words for one event, and what is told beside them: each in one language."""
    statement = happening.statement
    label, beside = _readers(field_label(statement)), _beside(happening)
    if happening.field in DATED_FIELDS:
        return label, beside
    if happening.field == "status":
        return words_of(statement, "value", str(statement.value)), beside
    value = unescape(strip_tags(shown(statement)))  # a drawing takes letters, not markup
    own = value_words(statement.value, field_of(statement.subject_label, statement.field))
    if any(words_of(statement, name, text).is_fallback for name, text in own.items()):
        return label, Words(value, statement.wording_language, Texts.State.ORIGINAL)
    return _readers(_("%(field)s: %(value)s") % {"field": label, "value": value}), beside


def _beside(happening: Happening) -> Words:
    if happening.is_disputed:
        return _readers(_("Sources disagree."))
    return words_of(happening.statement, "wording", happening.statement.wording)


def _readers(text: str) -> Words:
    return Words(text, reader_language(), Texts.State.ORIGINAL)


def picture_of(space: Space) -> Mosaic | None:
    """The space on the mosaic of land, if its position is known."""
    if space.latitude is None or space.longitude is None:
        return None
    label = space.nearest_place.text or str(space.called)
    pin = Pin("", space.latitude, space.longitude, hub=True, kind=space.position_mark)
    described = _("Map of Europe and Asia with %(place)s marked.") % {"place": label}
    return Mosaic(pins=[pin], arcs=[], description=described)
