"""One's notices, and what became of e-mails."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from creaspace.core.languages import address_in
from creaspace.core.parameters import choice, page_of
from creaspace.core.verdicts import ensure
from creaspace.foundation.inbox import services
from creaspace.foundation.inbox.models import Notice, OutboxMail
from creaspace.foundation.inbox.rules import can_see_outbox
from creaspace.foundation.people.requests import SignedInRequest
from creaspace.foundation.people.second_factor import second_factor_first

NOTICES_A_PAGE = 50
MAILS_A_PAGE = 100


@login_required
@never_cache
@require_safe
def inbox(request: SignedInRequest) -> HttpResponse:
    own = Notice.objects.visible_to(request.user)
    shown = choice(request.GET, "show", ["all", "unread", "waiting"], "all")
    rows = {"all": own, "unread": own.unread(), "waiting": own.waiting()}[shown]
    context = {
        "page": page_of(rows, request.GET, size=NOTICES_A_PAGE),
        "unread": own.unread().count(),
        "shown": shown,
        "shows": [
            ("all", pgettext("notices", "All")),
            ("unread", pgettext("notices", "Unread")),
            ("waiting", _("Waiting for my answer")),
        ],
        "now": timezone.now(),
    }
    return render(request, "inbox/inbox.html", context)


@login_required
@require_POST
def notice_open(request: SignedInRequest, pk: int) -> HttpResponse:
    """Mark a notice as read and go where it leads, in the reader's language."""
    notice = get_object_or_404(Notice.objects.visible_to(request.user), pk=pk)
    services.mark_read(person=request.user, notices=[notice.pk], now=timezone.now())
    if notice.url and url_has_allowed_host_and_scheme(notice.url, allowed_hosts=None):
        return redirect(_in_reader_language(notice.url))
    return redirect("inbox:inbox")


@login_required
@require_POST
def read_all(request: SignedInRequest) -> HttpResponse:
    services.mark_read(person=request.user, now=timezone.now())
    return redirect("inbox:inbox")


@login_required
@second_factor_first
@never_cache
@require_safe
def outbox(request: SignedInRequest) -> HttpResponse:
    """What became of e-mails: for staff all of them, for organisers those to their members."""
    ensure(can_see_outbox(request.user))
    visible = OutboxMail.objects.visible_to(request.user)
    status = choice(request.GET, "status", OutboxMail.Status.values, "")
    mails = visible.filter(status=status) if status else visible
    context = {
        "page": page_of(mails, request.GET, size=MAILS_A_PAGE),
        "status": status,
        "statuses": OutboxMail.Status.choices,
        "is_off": settings.MAIL["backend"].endswith("dummy.EmailBackend"),
    }
    return render(request, "inbox/outbox.html", context)


@login_required
@second_factor_first
@require_POST
def mail_again(request: SignedInRequest, pk: int) -> HttpResponse:
    ensure(can_see_outbox(request.user))
    mail = get_object_or_404(OutboxMail.objects.visible_to(request.user), pk=pk)
    services.send_again(mail=mail, by=request.user, now=timezone.now())
    messages.success(request, _("The e-mail is on its way again."))
    return redirect("inbox:outbox")


def _in_reader_language(url: str) -> str:
    head = url.lstrip("/").partition("/")[0]
    code = get_language() or settings.LANGUAGE_CODE
    return address_in(code, url) if head in dict(settings.LANGUAGES) else url
