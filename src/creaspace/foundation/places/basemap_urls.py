from django.urls import path

from creaspace.foundation.places import basemap_views

app_name = "basemap"
urlpatterns = [
    path("archive.pmtiles", basemap_views.archive, name="archive"),
    path("<int:z>/<int:x>/<int:y>", basemap_views.street_tile, name="tile"),
]
