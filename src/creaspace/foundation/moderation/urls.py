from django.urls import path

from creaspace.foundation.moderation import views

app_name = "moderation"
urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("log/", views.log, name="log"),
    path("ask/<str:label>/<str:slug>/", views.ask, name="ask"),
    path("requests/", views.find, name="find"),
    path("requests/<slug:code>/", views.request_page, name="request"),
    path("requests/<slug:code>/withdraw/", views.withdraw, name="withdraw"),
    path("requests/<slug:code>/decide/", views.decide, name="decide"),
    path("requests/<slug:code>/undo/", views.undo, name="undo"),
]
