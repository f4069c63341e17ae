"""Every public page in every language, for search engines and for people who look by hand."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse

from creaspace.core.languages import address_in, bcp47
from creaspace.core.navigation import links_for
from creaspace.core.subjects import model_of
from creaspace.core.viewer import STRANGER

# Kinds of record that have a page each; a kind whose room is not installed is passed over.
KINDS = (
    "programmes.programme",
    "programmes.session",
    "calls.call",
    "visits.visit",
    "workshops.workshop",
    "publications.output",
    "consultation.question",
    "spaces.space",
    "people.organisation",
    "statements.source",
)
PAGES = ("portal:home", "portal:about")
MOST = 10_000  # pages in one file; a file may hold 50,000 addresses


@dataclass(frozen=True)
class Entry:
    """One page: its address, and the same page in each language."""

    url: str
    alternates: tuple[tuple[str, str], ...]


def sections(request: HttpRequest) -> dict[str, int]:
    """The files of a large site: a name for each, and how many pages it has."""
    counted = {"pages": len(fixed_pages(request))}
    for label in KINDS:
        if (rows := _rows(label)) is not None and (count := rows.count()):
            for number in Paginator(range(count), MOST).page_range:
                counted[f"{label.replace('.', '-')}-{number}"] = min(MOST, count)
    return counted


def entries_of(request: HttpRequest, section: str) -> list[Entry] | None:
    """The entries of one file, or None if there is no such file."""
    if section == "pages":
        return _in_all_languages(fixed_pages(request))
    kind, _dash, number = section.rpartition("-")
    label = kind.replace("-", ".", 1)
    rows = _rows(label) if label in KINDS else None
    if rows is None or not number.isdigit() or not 0 < int(number) < 10_000:
        return None
    chosen = rows[(int(number) - 1) * MOST : int(number) * MOST]
    return _in_all_languages([row.get_absolute_url() for row in chosen])


def fixed_pages(request: HttpRequest) -> list[str]:
    """Pages that are no record: home, about, and wherever the navigation leads."""
    listed = [link.url for link in links_for(request) if not link.personal]
    return list(dict.fromkeys([*(reverse(view) for view in PAGES), *listed]))


def _rows(label: str) -> Any:
    model: Any = model_of(label)
    if model is None:
        return None
    related = [field.name for field in model._meta.fields if field.name == "programme"]
    return model.objects.visible_to(STRANGER).select_related(*related).order_by("pk")


def _in_all_languages(paths: list[str]) -> list[Entry]:
    entries = []
    for path in paths:
        forms = tuple(
            (bcp47(code), settings.CREASPACE_PUBLIC_URL + address_in(code, path))
            for code, _name in settings.LANGUAGES
        )
        entries += [Entry(url, forms) for _tag, url in forms]
    return entries
