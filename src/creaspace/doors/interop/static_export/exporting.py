"""A programme as a folder of pages and data: what `export_programme` does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import override

from creaspace.core.languages import address_in, bcp47
from creaspace.doors.interop.static_export import data
from creaspace.doors.interop.static_export.addresses import Address, file_of, relative
from creaspace.doors.interop.static_export.assets import (
    read_static,
    static_name,
    with_what_styles_need,
)
from creaspace.doors.interop.static_export.contents import Contents
from creaspace.doors.interop.static_export.rendering import Site
from creaspace.doors.interop.static_export.rewriting import (
    Rewritten,
    Target,
    links_of,
    rewrite,
    with_icons,
)
from creaspace.foundation.records.services import newest_version_number
from creaspace.foundation.vocabularies.indexes import held_indexes

LIVE_PLACES = {"accounts", "desk", "inbox", "moderation", "people", "search", "offline"}
REFERENCES = {"vocabularies:scheme", "statements:source", "portal:about"}
REFERENCE_ROOMS = {"places"}
FRAME = ("bar", "messages", "foot")  # classes of the page's frame that the export has its own of
DATA = ("programme.json", "statements.csv", "sources.csv", "spaces.csv")
Step = Callable[[], object]


class PageFailed(Exception):
    """A page of the site did not come; the text names its address and what came instead."""


@dataclass
class Export:
    """One export while it is made."""

    contents: Contents
    day: date
    version: int = 1
    site: Site = field(default_factory=Site)
    pages: dict[str, str] = field(default_factory=dict)  # address with language -> HTML
    others: dict[str, bytes | None] = field(default_factory=dict)  # calendars, pictures; None: no
    statics: set[str] = field(default_factory=set)
    sprite: str = field(default_factory=lambda: read_static("core/icons.svg").decode())

    @property
    def about(self) -> dict[str, Any]:
        return {
            "programme": self.contents.programme.slug,
            "site": settings.CREASPACE_SITE_NAME,
            "address": settings.CREASPACE_PUBLIC_URL,
            "version": self.version,
            "exported_on": self.day.isoformat(),
        }


def make_export(contents: Contents, day: date, *, paths: list[str], step: Step) -> dict[str, bytes]:
    """All files of the export by name; `step` is called once for each page and language."""
    export = Export(contents, day, max(newest_version_number(contents.programme), 1))
    with held_indexes():
        for path in paths:
            _fetch(export, path, step)
        for path in _references(export):
            _fetch(export, path, step)
        _add_indexes(export)
    files = {file_of(path): _for_disk(export, path) for path in export.pages}
    for path, content in export.others.items():
        if content is not None:
            files[file_of(path)] = content
    for name, content in with_what_styles_need(export.statics).items():
        files[f"static/{name}"] = content
    return {**files, **_data_files(export)}


def page_paths(contents: Contents) -> list[str]:
    """Addresses of the records' pages in the default language, sources last."""
    with override(settings.LANGUAGE_CODE):
        records = [each.get_absolute_url() for each in contents.everything]
        sources = [each.get_absolute_url() for each in contents.sources]
        return [*records, *sources, reverse("portal:about")]


def codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def _fetch(export: Export, path: str, step: Step) -> None:
    for code in codes():
        there = address_in(code, path)
        status, body = export.site.get(there, code)
        if status != 200:
            raise PageFailed(f"{there} answered with status {status}.")
        export.pages[there] = body.decode()
        step()


def _references(export: Export) -> list[str]:
    """Vocabularies and places that the pages lead to and that are not there yet."""
    start = f"/{settings.LANGUAGE_CODE}/"
    pages = [html for path, html in export.pages.items() if path.startswith(start)]
    linked = {Address.of(link, start).path for html in pages for link in links_of(html)}
    wanted = {path for path in linked - set(export.pages) if path.startswith(start)}
    return sorted(path for path in wanted if _is_reference(path))


def _is_reference(path: str) -> bool:
    try:
        match = resolve(path)
    except Resolver404:
        return False
    is_one = match.view_name in REFERENCES or match.namespace in REFERENCE_ROOMS
    return is_one and not Address.of(path, "/").is_file and bool(match.kwargs)


def _add_indexes(export: Export) -> None:
    """The page that lists everything, in each language, and the one that asks for a language."""
    context = {"contents": export.contents, "export": export.about, "day": export.day, "data": DATA}
    for code in codes():
        path = f"/{code}/"
        request = export.site.request(path, code)
        request.LANGUAGE_CODE = code
        with override(code):
            export.pages[path] = render_to_string("interop/export/index.html", context, request)
    with override(settings.LANGUAGE_CODE):
        export.pages["/"] = render_to_string("interop/export/chooser.html", context)


# ---- from the page served to the page on disk ----


def _for_disk(export: Export, path: str) -> bytes:
    here = file_of(path)
    leads = partial(_target, export, path, here)
    html = export.pages[path]
    parts, icons = {}, set()
    for name in FRAME:
        part = rewrite(_frame(export, path, name), leads, {})
        parts[name] = part.html
        icons |= part.icons
    page = rewrite(html, leads, parts)
    return with_icons(Rewritten(page.html, page.icons | icons), export.sprite).encode()


def _frame(export: Export, path: str, name: str) -> str:
    """Header, line below it or footer of an exported page, by its class."""
    code = path.strip("/").partition("/")[0] or settings.LANGUAGE_CODE
    forms = [(bcp47(each), address_in(each, path), each == code) for each in codes()]
    context = {
        "contents": export.contents,
        "export": export.about,
        "day": export.day,
        "home": f"/{code}/",
        "about": f"/{code}/about/",
        "forms": forms,
    }
    with override(code):
        return render_to_string(f"interop/export/{name}.html", context)


def _target(export: Export, page: str, here: str, address: str) -> Target:
    asked = Address.of(address, page)
    if (name := static_name(asked.path)) is not None:
        export.statics.add(name)
        return Target(relative(f"static/{name}", here))
    if asked.path.removeprefix("/data/") in DATA:
        return Target(relative(asked.path.lstrip("/"), here))
    if asked.path in export.pages and not asked.query:
        return Target(relative(file_of(asked.path), here, asked.fragment))
    if asked.is_file and not asked.query and _comes(export, asked.path):
        return Target(relative(file_of(asked.path), here, asked.fragment))
    return Target(is_action=_is_action(export, asked.path))


def _comes(export: Export, path: str) -> bool:
    """Whether the site has such a file; it is fetched once."""
    if path not in export.others:
        status, body = export.site.get(path)
        export.others[path] = body if status == 200 else None
    return export.others[path] is not None


def _is_action(export: Export, path: str) -> bool:
    """Something to do on the living site: signing in, asking for a correction, a form."""
    steps = path.strip("/").split("/")
    if len(steps) > 1 and steps[1] in LIVE_PLACES and path not in export.pages:
        return True
    above = "/".join(["", *steps[:-1], ""])
    return above in export.pages and len(steps) > 3


def _data_files(export: Export) -> dict[str, bytes]:
    contents = export.contents
    made = {
        "programme.json": data.as_json(contents, export.about),
        "statements.csv": data.statements_table(contents),
        "sources.csv": data.sources_table(contents.sources),
        "spaces.csv": data.spaces_table(contents),
    }
    readme = []
    for code in codes():
        context = {"export": export.about, "contents": contents, "day": export.day}
        with override(code):
            readme.append(render_to_string("interop/export/README.txt", context).strip())
    rule = "\n\n" + "-" * 72 + "\n\n"
    files = {f"data/{name}": content for name, content in made.items()}
    return {**files, "README.txt": f"{rule.join(readme)}\n".encode()}
