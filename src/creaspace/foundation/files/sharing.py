"""The picture and the QR code of a record's short link.

The picture shows the record's tile, its name in the reader's language and in the script of its
place, where it is, and the site. A room whose records need other words registers them::

    describe("calls.call", lambda call: ShareWords(call.name, place=call.issuer))
"""

import io
from collections.abc import Callable
from typing import Any, NamedTuple

import segno
from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.translation import override

from creaspace.core.context import SITE_IN_A_SENTENCE
from creaspace.core.languages import reader_language
from creaspace.core.navigation import destination_at, destination_named
from creaspace.core.subjects import Subject, records_of, subject_of
from creaspace.core.viewer import STRANGER
from creaspace.foundation.files import cards, work
from creaspace.foundation.languages.reading import texts_of
from creaspace.foundation.records.models import ShortLink, short_link_of

NAMES = ("name", "title", "label")
HOME = "home"


class ShareWords(NamedTuple):
    """What is written beside the tile; `seed` is the slug unless the room says otherwise."""

    title: str
    also: str = ""
    place: str = ""
    seed: str = ""


Describe = Callable[[Any], ShareWords]
_DESCRIPTIONS: dict[str, Describe] = {}


def describe(label: str, words: Describe) -> None:
    """Register the words of one kind of record; they are asked for in the reader's language."""
    _DESCRIPTIONS[label] = words


def public_record(name: str) -> Any | None:
    """The record behind a short link, if strangers may see it."""
    # Slugs hold no control characters, and PostgreSQL refuses to be asked for some.
    link = ShortLink.objects.filter(name=name).first() if name.isprintable() else None
    if link is None:
        return None
    found = records_of([Subject(link.subject_label, link.subject_key)], STRANGER)
    return next(iter(found.values()), None)


def language_named(tag: str) -> str:
    """Django's code of one of the site's languages (`zh-hans` for `zh-Hans`), or an empty text."""
    wanted = tag.lower() or settings.LANGUAGE_CODE
    return wanted if wanted in dict(settings.LANGUAGES) else ""


def card_of(record: Any, language: str) -> cards.Card:
    with override(language):
        words = _DESCRIPTIONS.get(subject_of(record).label, _words)(record)
        return cards.Card(
            seed=words.seed or _seed(record),
            title=words.title,
            also=words.also if words.also != words.title else "",
            place=words.place,
            site=settings.CREASPACE_SITE_NAME,
        )


def page_at(path: str) -> str:
    """How the share picture of a page without a record is called: as its destination, or home."""
    destination = destination_at(path)
    return destination.view.replace(":", "-", 1) if destination else HOME


def card_of_page(name: str, language: str) -> cards.Card | None:
    """The picture of a list or of the home page; None for a name that leads nowhere."""
    destination = destination_named(name.replace("-", ":", 1))
    if destination is None and name != HOME:
        return None
    with override(language):
        site = settings.CREASPACE_SITE_NAME
        title = str(destination.label) if destination else site
        return cards.Card(name, title, also=str(SITE_IN_A_SENTENCE), site=site)


def _seed(record: Any) -> str:
    return str(getattr(record, "slug", "") or record.pk)


def _words(record: Any) -> ShareWords:
    """Name, local name, city and country, as far as this kind of record has them."""
    called = getattr(record, "called", None)
    reading = texts_of(record)
    named = (reading.words(name).text for name in NAMES if hasattr(record, name))
    return ShareWords(
        title=called.first if called else next(filter(None, named), "") or str(record),
        also=called.other if called else str(getattr(record, "local_name", "") or ""),
        place=", ".join(_places(record)),
    )


def _places(record: Any) -> list[str]:
    """From the near to the far: what the record's own page says of its place, then the country."""
    city = getattr(record, "city", None) or getattr(record, "city_name", "")
    near = getattr(record, "place_line", None) or [city]
    found = [str(place) for place in (*near, getattr(record, "country", None)) if place]
    return list(dict.fromkeys(found))


def share_picture(card: cards.Card) -> tuple[str, bytes]:
    """The digest and the PNG; drawn once for each wording and then kept in the storage."""
    path = f"share/{card.digest[:2]}/{card.digest}.png"
    if default_storage.exists(path):
        with default_storage.open(path) as kept:
            return card.digest, kept.read()
    drawn = cards.drawn(card)
    work.keep_bytes(path, drawn)
    return card.digest, drawn


def address_of(name: str) -> str:
    """The full address that chats and printed matter use."""
    return f"{settings.CREASPACE_PUBLIC_URL}{reverse('records:short_link', args=[name])}"


def qr_code(name: str) -> bytes:
    """The short link's address as a QR code, readable when a sixth of it is damaged."""
    into = io.BytesIO()
    code = segno.make(address_of(name), error="m", micro=False)
    code.save(into, kind="svg", xmldecl=False, scale=8, light="#fff", omitsize=True)
    return into.getvalue()


def picture_address(record: Any, path: str) -> str:
    """The full address of the picture beside a page: its record's, else its destination's."""
    link = short_link_of(record) if record is not None else None
    if link:
        picture = reverse("pictures:share", args=[link.name])
    else:
        picture = reverse("pictures:share_page", args=[page_at(path)])
    return f"{settings.CREASPACE_PUBLIC_URL}{picture}?lang={reader_language()}"
