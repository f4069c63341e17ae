"""Django's own desk behind the house's door: one way to sign in, and the second factor."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from creaspace.foundation.people.second_factor import View, second_factor_first


class HostSite(admin.AdminSite):
    """Whoever runs the host works here; it signs nobody in by itself.

    Django's own form would ask for a password alone, as often as anybody likes to guess.
    """

    @method_decorator(never_cache)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return _to_the_door(self, request)

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        is_way_out = view == self.logout
        return super().admin_view(view if is_way_out else second_factor_first(view), cacheable)


def _to_the_door(site: HostSite, request: HttpRequest) -> HttpResponse:
    """Strangers to the house's sign-in, staff to where they were going."""
    wished = request.GET.get(REDIRECT_FIELD_NAME, "")
    safe = url_has_allowed_host_and_scheme(wished, allowed_hosts=None)
    onward = wished if safe else reverse("admin:index", current_app=site.name)
    if site.has_permission(request):
        return redirect(onward)
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(onward, resolve_url(settings.LOGIN_URL))
