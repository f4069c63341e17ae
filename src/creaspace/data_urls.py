"""Every address of data: it has no language, asks for no session and shows all the same.

`core.middleware.short_way_for_data` looks here before any page is thought of.
"""

from django.urls import include, path

urlpatterns = [
    path(
        "data/",
        include(
            [
                path("", include("creaspace.atlas.spaces.data_urls")),
                path("", include("creaspace.doors.portal.data_urls")),
                path("", include("creaspace.foundation.statements.data_urls")),
            ]
        ),
    )
]
