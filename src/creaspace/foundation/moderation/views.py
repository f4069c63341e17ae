"""Asking, following a request by its code, deciding, and the public log."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from creaspace.core.parameters import choice, page_of
from creaspace.core.subjects import subject_of
from creaspace.core.verdicts import Refused, ensure
from creaspace.core.viewer import viewer_of
from creaspace.foundation.moderation import reading, rules, services
from creaspace.foundation.moderation.addresses import address_of
from creaspace.foundation.moderation.forms import AskForm, DecideForm, FindForm, UndoForm
from creaspace.foundation.moderation.models import Decision, Request
from creaspace.foundation.people.second_factor import second_factor_first

DECISIONS_A_PAGE = 50


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, label: str, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    record = reading.record_named(label, slug, viewer)
    if record is None:
        raise Http404
    kind = choice(request.GET, "kind", Request.Kind.values, Request.Kind.CORRECT)
    label = subject_of(record).label
    told = reading.told_of(record)
    form = AskForm(request.POST or None, label=label, told=told, initial={"kind": kind})
    if form.is_valid() and (made := _asked(request, form, record)):
        messages.success(request, _("Your request is in. Keep its code to follow it."))
        return redirect(made)
    context = {"record": record, "label": label, "slug": slug, "form": form}
    return render(request, "moderation/ask.html", context, status=400 if form.errors else 200)


def _asked(request: HttpRequest, form: AskForm, record: Any) -> Request | None:
    """The request as kept; None, with the reason in the form, when there were too many."""
    now, viewer = timezone.now(), viewer_of(request)
    if sent := services.sent_already(about=record, by=viewer, now=now, **form.cleaned_data):
        return sent
    try:
        services.count_request(address=address_of(request), now=now)
    except Refused as refused:
        form.add_error(None, str(refused))
        return None
    return services.ask(about=record, by=viewer, **form.cleaned_data)


@never_cache
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Look a request up by its code."""
    form = FindForm(request.GET or None)
    if form.is_valid():
        found = Request.objects.filter(code=form.cleaned_data["code"]).first()
        if found:
            return redirect(found)
        form.add_error("code", _unknown(request, form.cleaned_data["code"]))
    status = 404 if form.errors else 200
    return render(request, "moderation/find.html", {"form": form}, status=status)


def _unknown(request: HttpRequest, code: str) -> str:
    try:
        services.count_lookup(address=address_of(request), now=timezone.now())
    except Refused as refused:
        return str(refused)
    return _("There is no request with the code “%(code)s”. Look at it again.") % {"code": code}


def _request_or_404(request: HttpRequest, code: str) -> Request:
    found = Request.objects.filter(code=code.lower()).first()
    if found is None:
        services.count_lookup(address=address_of(request), now=timezone.now())
        raise Http404
    return found


@never_cache
@require_safe
def request_page(request: HttpRequest, code: str) -> HttpResponse:
    """How a request stands, for whoever has its code."""
    asked = _request_or_404(request, code)
    viewer = viewer_of(request)
    context = {
        "asked": reading.with_records([asked], viewer)[0],
        "decisions": asked.decisions.all(),
        "may_decide": rules.can_moderate(request.user, asked.subject),
    }
    response = render(request, "moderation/request.html", context)
    response["Referrer-Policy"] = "same-origin"  # the code in the address stays with us
    response["X-Robots-Tag"] = "noindex"
    return response


@require_POST
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    asked = _request_or_404(request, code)
    services.withdraw(request=asked)
    messages.success(request, _("The request is withdrawn. Nobody will decide on it."))
    return redirect(asked)


@never_cache
@login_required
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Every request on which this person decides."""
    return render(request, "moderation/waiting.html", {"rows": reading.waiting_for(request.user)})


@never_cache
@login_required
@second_factor_first
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, code: str) -> HttpResponse:
    asked = _mine_or_refused(request, code)
    form = DecideForm(request.POST or None)
    if form.is_valid() and _done(form, services.decide, request=asked, by=request.user):
        messages.success(request, _("Decided. The decision stands in the public log."))
        return redirect("moderation:waiting")
    return _decision_page(request, asked, form, UndoForm())


@never_cache
@login_required
@second_factor_first
@require_POST
def undo(request: HttpRequest, code: str) -> HttpResponse:
    asked = _mine_or_refused(request, code)
    form = UndoForm(request.POST)
    if form.is_valid() and _done(form, services.undo, request=asked, by=request.user):
        messages.success(request, _("The decision is taken back. The request is open again."))
        return redirect("moderation:decide", code=asked.code)
    return _decision_page(request, asked, DecideForm(), form)


def _mine_or_refused(request: HttpRequest, code: str) -> Request:
    asked = get_object_or_404(Request, code=code.lower())
    ensure(rules.can_moderate(request.user, asked.subject))
    return asked


def _done(form: DecideForm | UndoForm, service: Any, **facts: Any) -> bool:
    """Call the service with what the form says; a refusal becomes the form's."""
    try:
        service(**facts, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _decision_page(
    request: HttpRequest, asked: Request, form: DecideForm, undo_form: UndoForm
) -> HttpResponse:
    context = {
        "asked": reading.with_records([asked], viewer_of(request))[0],
        "form": form,
        "undo_form": undo_form,
        "deciding": rules.can_decide(request.user, asked),
        "accepting": rules.can_accept(asked),
        "undoing": rules.can_undo(request.user, asked),
        "decisions": asked.decisions.all(),
    }
    status = 400 if form.errors or undo_form.errors else 200
    return render(request, "moderation/decide.html", context, status=status)


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Every decision in the open: what was asked about which record, what was decided and why."""
    viewer = viewer_of(request)
    outcome = choice(request.GET, "outcome", Decision.Outcome.values, "")
    decisions = Decision.objects.visible_to(viewer).select_related("request")
    if outcome:
        decisions = decisions.filter(outcome=outcome)
    page = page_of(decisions, request.GET, size=DECISIONS_A_PAGE)
    context = {
        "page": page,
        "rows": reading.logged(page.object_list, viewer),
        "outcomes": Decision.Outcome.choices,
        "outcome": outcome,
    }
    return render(request, "moderation/log.html", context)
