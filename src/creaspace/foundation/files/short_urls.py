"""Addresses without a language: what they show is a picture."""

from django.urls import path, re_path

from creaspace.foundation.files import views

app_name = "pictures"
urlpatterns = [
    re_path(
        r"^files/(?P<sha256>[0-9a-f]{64})/(?P<kind>[a-z]{1,8})\.(?P<extension>webp|jpeg)$",
        views.derivative,
        name="derivative",
    ),
    path("share/page/<slug:name>.png", views.share_page, name="share_page"),
    path("share/<str:name>.png", views.share, name="share"),
    path("qr/<str:name>.svg", views.qr, name="qr"),
]
