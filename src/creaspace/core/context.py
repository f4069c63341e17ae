"""What every template may use."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from creaspace.core.languages import address_in, bcp47
from creaspace.core.navigation import links_for

SITE_IN_A_SENTENCE = _("A network of small creative spaces in Europe and Asia.")


@dataclass(frozen=True)
class LanguageLink:
    """This page in another language."""

    tag: str
    label: str
    url: str
    current: bool


def page_frame(request: HttpRequest) -> dict[str, Any]:
    return {
        "destinations": links_for(request),
        "language_links": SimpleLazyObject(lambda: language_links(request)),
        "site_name": settings.CREASPACE_SITE_NAME,
        "host_notices": settings.CREASPACE_HOST_NOTICES,
        "icp_number": settings.CREASPACE_ICP_NUMBER,
        "legal_notice": settings.CREASPACE_LEGAL_NOTICE,
        "public_url": settings.CREASPACE_PUBLIC_URL,
    }


def language_links(request: HttpRequest) -> list[LanguageLink]:
    current = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    return [
        LanguageLink(
            tag=bcp47(code),
            label=get_language_info(code)["name_local"],
            url=address_in(code, request.get_full_path()),
            current=code == current,
        )
        for code, _name in settings.LANGUAGES
    ]
