from django.urls import path

from creaspace.atlas.spaces import map_views, views

app_name = "spaces"
urlpatterns = [
    path("", views.space_list, name="list"),
    path("<slug:slug>/", views.space_detail, name="space"),
    path("<slug:slug>/card/", map_views.card, name="card"),
    path("<slug:slug>/invite/", views.invite, name="invite"),
]
