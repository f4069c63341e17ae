from django.urls import path

from creaspace.atlas.spaces import atlas_views, map_views, search_views, suggest_views, views

app_name = "spaces"
urlpatterns = [
    path("", atlas_views.atlas, name="list"),
    path("searches/", search_views.searches, name="searches"),
    path("searches/suggest/", suggest_views.suggest, name="suggest"),
    path("searches/new/", search_views.search_new, name="search_new"),
    path("searches/<int:pk>/", search_views.search, name="search"),
    path("searches/<int:pk>/forget/", search_views.search_forget, name="search_forget"),
    path("<slug:slug>/", views.space_detail, name="space"),
    path("<slug:slug>/card/", map_views.card, name="card"),
    path("<slug:slug>/invite/", views.invite, name="invite"),
]
