from django.urls import path

from creaspace.foundation.people import views

app_name = "people"
urlpatterns = [
    path("", views.directory, name="directory"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path("organisations/<slug:slug>/members/", views.members, name="members"),
    path(
        "organisations/<slug:slug>/members/<int:pk>/end/",
        views.membership_end,
        name="membership_end",
    ),
    path(
        "organisations/<slug:slug>/members/<int:pk>/sign-in-link/",
        views.member_link,
        name="member_link",
    ),
    path("me/", views.me, name="me"),
    path("me/welcome/", views.welcome, name="welcome"),
    path("me/consents/", views.consents, name="consents"),
    path("me/data.json", views.data_download, name="data"),
    path("me/device/", views.own_device, name="own_device"),
    path("me/second-factor/", views.second_factor_page, name="second_factor"),
    path("me/erase/", views.erase, name="erase"),
    path("links/", views.links, name="links"),
    path("links/<int:pk>/", views.link_detail, name="link"),
    path("links/<int:pk>/qr.svg", views.link_qr, name="link_qr"),
    path("links/<int:pk>/withdraw/", views.link_withdraw, name="link_withdraw"),
    path("handover/<str:token>/", views.handover, name="handover"),
    path("<slug:slug>/", views.person, name="person"),
]
