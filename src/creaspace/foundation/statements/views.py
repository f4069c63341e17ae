"""The sources page, and what each source supports."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from creaspace.core.parameters import choice, page_of, word
from creaspace.core.subjects import Subject, records_of
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_names, name_of
from creaspace.foundation.statements.models import Source, Statement
from creaspace.foundation.statements.words import attach_words

SOURCES_A_PAGE = 100


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    sources = Source.objects.visible_to(viewer_of(request)).with_counts()
    kind = choice(request.GET, "kind", Source.Kind.values, "")
    asked = word(request.GET, "q")
    if kind:
        sources = sources.filter(kind=kind)
    if asked:
        sources = sources.matching(asked)
    context = {
        "page": page_of(sources, request.GET, size=SOURCES_A_PAGE),
        "kinds": Source.Kind.choices,
        "kind": kind,
        "asked": asked,
    }
    return render(request, "statements/source_list.html", context)


@require_safe
def source_detail(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    source = get_object_or_404(Source.objects.visible_to(viewer), slug=slug)
    said = list(source.statements.current().public().select_related("source"))
    attach_words(said)
    consulted = [mention.subject for mention in source.mentions.all()]
    rows: dict[Subject, list[Statement]] = defaultdict(list)
    for statement in said:
        rows[statement.subject].append(statement)
    records = records_of([*rows, *consulted], viewer)
    attach_names(records.values())
    supported = [(records[subject], rows.get(subject, [])) for subject in records]
    supported.sort(key=lambda pair: name_of(pair[0]).text.casefold())
    context = {"source": source, "supported": supported}
    return render(request, "statements/source_detail.html", context)
