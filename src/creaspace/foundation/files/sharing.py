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
from django.utils.translation import get_language_info, override

from creaspace.core.languages import bcp47
from creaspace.core.subjects import Subject, records_of, subject_of
from creaspace.core.viewer import STRANGER
from creaspace.foundation.files import cards, work
from creaspace.foundation.languages.reading import texts_of
from creaspace.foundation.records.models import ShortLink

NAMES = ("name", "title", "label")


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


def _seed(record: Any) -> str:
    return str(getattr(record, "slug", "") or record.pk)


def _words(record: Any) -> ShareWords:
    """Name, local name, city and country, as far as this kind of record has them."""
    reading = texts_of(record)
    named = (reading.words(name).text for name in NAMES if hasattr(record, name))
    return ShareWords(
        title=next(filter(None, named), "") or str(record),
        also=str(getattr(record, "local_name", "") or ""),
        place=", ".join(_places(record)),
    )


def _places(record: Any) -> list[str]:
    """From the near to the far: what the record's own page says of its place, then the country."""
    city = getattr(record, "city", None) or getattr(record, "city_name", "")
    near = getattr(record, "place_line", None) or [city]
    found = [str(place) for place in (*near, getattr(record, "country", None)) if place]
    return list(dict.fromkeys(found))


def share_picture(record: Any, language: str) -> tuple[str, bytes]:
    """The digest and the PNG; drawn once for each wording and then kept in the storage."""
    card = card_of(record, language)
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


def share_addresses(name: str) -> list[tuple[str, str, str]]:
    """For each language its tag, its own name and the address of the picture."""
    path = reverse("pictures:share", args=[name])
    return [
        (bcp47(code), get_language_info(code)["name_local"], f"{path}?lang={bcp47(code)}")
        for code, _name in settings.LANGUAGES
    ]
