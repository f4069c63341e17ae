"""The searches a person saved: each seen by nobody but its owner."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.browsing import open_page
from creaspace.atlas.spaces.browsing.chips import Chip
from creaspace.atlas.spaces.browsing.rows import spaces_in_order
from creaspace.atlas.spaces.models import SavedSearch
from creaspace.atlas.spaces.search_forms import NewSearchForm, SearchForm
from creaspace.atlas.spaces.search_services import change_search, forget_search, save_search
from creaspace.foundation.people.requests import SignedInRequest


@login_required
@never_cache
@require_safe
def searches(request: SignedInRequest) -> HttpResponse:
    own = SavedSearch.objects.visible_to(request.user)
    return render(request, "spaces/searches.html", {"searches": own})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def search_new(request: SignedInRequest) -> HttpResponse:
    """Give the question behind the question mark a name."""
    asked = open_page(AtlasQuery.read(QueryDict(_question(request))))
    said = {"name": _suggested(asked.chips), "filters": asked.filters}
    form = NewSearchForm(request.POST or None, person=request.user, initial=said)
    if form.is_valid():
        search = save_search(by=request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The search is saved. You find it on your desk."))
        return redirect(search.atlas_url)
    return render(request, "spaces/search_new.html", {"form": form, "atlas": asked})


def _question(request: SignedInRequest) -> str:
    """What is asked: of the form that came back, else of the address."""
    return str(request.POST.get("filters", request.META.get("QUERY_STRING", "")))[:4_000]


def _suggested(chips: list[Chip]) -> str:
    said = ", ".join(chip.words.strip("“”") for chip in chips)
    return said[:80] or _("All spaces")


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was new when its owner was last told, and what can be changed."""
    saved = get_object_or_404(SavedSearch.objects.visible_to(request.user), pk=pk)
    form = SearchForm(request.POST or None, instance=saved)
    if form.is_valid():
        fresh = SavedSearch.objects.visible_to(request.user).get(pk=pk)
        change_search(search=fresh, by=request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Changed."))
        return redirect("spaces:searches")
    context = {"search": saved, "form": form, "spaces": spaces_in_order(saved.told)}
    return render(request, "spaces/search.html", context)


@login_required
@require_POST
def search_forget(request: SignedInRequest, pk: int) -> HttpResponse:
    saved = get_object_or_404(SavedSearch.objects.visible_to(request.user), pk=pk)
    forget_search(search=saved, by=request.user)
    messages.success(request, _("The search “%(name)s” is gone.") % {"name": saved.name})
    return redirect("spaces:searches")
