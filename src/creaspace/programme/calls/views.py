"""The list of calls on both levels, and the page of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from creaspace.core.parameters import page_of
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_names, attach_texts
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.programme.calls.gaps import gaps_of
from creaspace.programme.calls.models import Call, Criterion, Selection
from creaspace.programme.calls.wordings import in_words, unread

CALLS_A_PAGE = 50


@require_safe
def call_list(request: HttpRequest) -> HttpResponse:
    calls = Call.objects.visible_to(viewer_of(request)).with_related().in_story_order()
    page = page_of(calls, request.GET, size=CALLS_A_PAGE)
    attach_texts(page)
    attach_names(call.issuer_organisation for call in page if call.issuer_organisation)
    levels = [(level, [call for call in page if call.level == level.value]) for level in Call.Level]
    context = {"page": page, "levels": [pair for pair in levels if pair[1]]}
    return render(request, "calls/call_list.html", context)


@require_safe
def call_detail(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    call = get_object_or_404(Call.objects.visible_to(viewer).with_related(), slug=slug)
    rules = attach_texts(call.rules.all())
    criteria = attach_texts(call.criteria.all())
    selection = list(Selection.objects.visible_to(viewer).filter(call=call).with_spaces())
    attach_names(each.space for each in selection)
    scopes = [
        (scope, [each for each in criteria if each.scope == scope.value])
        for scope in Criterion.Scope
    ]
    context = {
        "call": call,
        "programme": call.programme,
        "evidence": evidence_of(call),
        "rules": in_words(rules),
        "has_unread_rules": any(unread(rule) for rule in rules),
        "scopes": [pair for pair in scopes if pair[1]],
        "commitments": attach_texts(call.commitments.all()),
        "selection": selection,
        "gaps": gaps_of(call, rules=rules, criteria=criteria, selection=selection),
    }
    return render(request, "calls/call_detail.html", context)
