"""The page of each space."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from creaspace.atlas.spaces.facts import SPACE
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.rules import can_keep
from creaspace.atlas.spaces.showing import events_of, picture_of, reached
from creaspace.core.subjects import subject_of
from creaspace.core.viewer import viewer_of
from creaspace.foundation.people.requests import SignedInRequest
from creaspace.foundation.people.services.links import make_invitation
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.foundation.statements.fields import field_of

AT_A_GLANCE = (
    *("capacity_max", "ceiling_m", "team_permanent", "legal_form", "governance_model"),
    *("former_use", "funding", "tenure_right", "scale", "formality", "profit_orientation"),
)
ASKED = ("languages", "facilities", "funding_mix", "tenure_right")


@require_safe
def space_detail(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    spaces = Space.objects.visible_to(viewer).select_related("country", "city", "kind")
    spaces = spaces.prefetch_related("aliases")
    space = get_object_or_404(spaces, slug=slug)
    keeps = bool(can_keep(viewer, space))
    space.evidence = evidence = evidence_of(space, include_private=keeps)
    glance = [known for name in AT_A_GLANCE if (known := evidence[name])]
    context = {
        "space": space,
        "evidence": evidence,
        "events": events_of(evidence),
        "glance": glance,
        "reached": reached(space),
        "untold": [field_of(SPACE, name) for name in ASKED if not evidence[name]],
        "picture": picture_of(space),
        "keeps": keeps,
    }
    return render(request, "spaces/space_detail.html", context)


@login_required
@require_POST
def invite(request: SignedInRequest, slug: str) -> HttpResponse:
    """Make a link that lets a colleague keep this record too, to be handed over in any chat."""
    space = get_object_or_404(Space.objects.visible_to(request.user), slug=slug)
    link = make_invitation(by=request.user, now=timezone.now(), subject=subject_of(space))
    return redirect(link)
