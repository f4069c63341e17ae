from django.urls import path

from creaspace.atlas.spaces import data_views

app_name = "spaces_data"
urlpatterns = [
    path("spaces/tiles/<int:z>/<int:x>/<int:y>.json", data_views.tile, name="tile"),
    path("spaces/box.json", data_views.box, name="box"),
    path("spaces/facets.json", data_views.facet_counts, name="facets"),
    path("spaces.geojson", data_views.whole_as_geojson, name="geojson"),
    path("spaces.csv", data_views.whole_as_csv, name="csv"),
]
