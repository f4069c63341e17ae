"""Every address; pages stand behind their language, files and short links do not."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from creaspace.core import views as core

# Not the languages as they are spelled here: else every address that leads nowhere seems to have a
# page behind a language, and is sent there first.
RIGHT_SPELLINGS = "|".join(code for code, _name in settings.LANGUAGES)
OTHER_SPELLING = (
    rf"^(?!(?:{RIGHT_SPELLINGS})/)(?P<code>[A-Za-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*)/(?P<rest>.*)$"
)

urlpatterns = [
    path("", core.choose_language, name="choose_language"),
    path("sw.js", core.service_worker, name="service_worker"),
    path("admin/", admin.site.urls),
    path("", include("creaspace.foundation.records.short_urls")),
    path("", include("creaspace.foundation.people.short_urls")),
    path("", include("creaspace.foundation.files.short_urls")),
    path("", include("creaspace.doors.portal.root_urls")),
    path("basemap/", include("creaspace.foundation.places.basemap_urls")),
    path("", include("creaspace.data_urls")),
    *i18n_patterns(
        path("offline/", core.offline, name="offline"),
        path("accounts/", include("allauth.urls")),
        path("vocabularies/", include("creaspace.foundation.vocabularies.urls")),
        path("places/", include("creaspace.foundation.places.urls")),
        path("versions/", include("creaspace.foundation.statements.record_urls")),
        path("sources/", include("creaspace.foundation.statements.urls")),
        path("people/", include("creaspace.foundation.people.urls")),
        path("files/", include("creaspace.foundation.files.urls")),
        path("inbox/", include("creaspace.foundation.inbox.urls")),
        path("moderation/", include("creaspace.foundation.moderation.urls")),
        path("spaces/", include("creaspace.atlas.spaces.urls")),
        path("programmes/", include("creaspace.programme.programmes.urls")),
        path("questions/", include("creaspace.programme.consultation.urls")),
        path("calls/", include("creaspace.programme.calls.urls")),
        path("visits/", include("creaspace.programme.visits.urls")),
        path("workshops/", include("creaspace.programme.workshops.urls")),
        path("outputs/", include("creaspace.knowledge.publications.urls")),
        path("", include("creaspace.doors.portal.urls")),
    ),
    re_path(OTHER_SPELLING, core.other_spelling),
]

handler400 = "creaspace.core.views.bad_request"
handler403 = "creaspace.core.views.forbidden"
handler404 = "creaspace.core.views.not_found"
handler429 = "creaspace.core.views.too_many_tries"
handler500 = "creaspace.core.views.server_error"
