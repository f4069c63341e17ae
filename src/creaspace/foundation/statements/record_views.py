"""A record as data, and as it read in an earlier version."""

from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from creaspace.core.languages import fallback_chain, reader_language
from creaspace.core.prepared import Mark, Prepared
from creaspace.core.subjects import model_of
from creaspace.core.viewer import STRANGER, Viewer, viewer_of
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.reading import Words, best_of
from creaspace.foundation.records.models import Version
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.foundation.statements.fields import is_citable
from creaspace.foundation.statements.plain import evidence_data
from creaspace.foundation.statements.replay import replayed

TEXTS = Prepared(lambda: Texts.objects.filter(subject_label=Mark("label"), subject_key=Mark("key")))


def _record(label: str, slug: str, viewer: Viewer) -> Any:
    """The record of a kind that has statements, if this viewer may see it."""
    record = _with_slug(label, slug, viewer).first()
    if record is None:
        raise Http404
    return record


def _with_slug(label: str, slug: str, viewer: Viewer) -> Any:
    """A scheme has one row for each of its versions: the newest stands first and speaks for it."""
    model: Any = model_of(label) if is_citable(label) else None
    if model is None:
        raise Http404
    return model.objects.visible_to(viewer).filter(slug=slug).order_by("-pk")


@lru_cache(maxsize=64)
def _public(label: str) -> Prepared[Any]:
    """The public record of a kind, by its slug."""
    return Prepared(lambda: _with_slug(label, Mark("slug"), STRANGER)[:1])


@require_safe
def record_data(request: HttpRequest, label: str, slug: str) -> JsonResponse:
    """Everything public about one record with its sources, as JSON."""
    found = _public(label).rows(slug=slug)
    if not found:
        raise Http404
    record = found[0]
    texts = {
        row.language: {"state": row.state, "texts": row.fields}
        for row in TEXTS.rows(label=label, key=str(record.pk))
    }
    with override("en"):
        data = {"kind": label, "slug": slug, "name": str(record), "texts": texts}
        data |= evidence_data(evidence_of(record))
    answer = JsonResponse(data, json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@require_safe
def record_version(request: HttpRequest, label: str, slug: str, number: int) -> HttpResponse:
    """The record as the public could read it when that version was kept."""
    record = _record(label, slug, viewer_of(request))
    versions = Version.objects.about(record)
    version = get_object_or_404(versions, number=number)
    context = {
        "record": record,
        "version": version,
        "versions": versions,
        "heading": _kept_name(record, version.content),
        "texts": list(filter(None, best_of(version.content["texts"], reader_language()))),
        "said": replayed(label, version.content["statements"]),
    }
    return render(request, "statements/version.html", context)


def _kept_name(record: Any, content: dict[str, Any]) -> Words:
    """The name the record had then, in the reader's language where it had one."""
    here, kept = reader_language(), content["texts"]
    for tag in fallback_chain(here):
        if name := kept.get(tag, {}).get("texts", {}).get("name"):
            return Words(str(name), tag, kept[tag]["state"])
    with override("en"):
        has_changed = str(record) != content["title"]
    return Words(str(content["title"]) if has_changed else str(record), here, "original")
