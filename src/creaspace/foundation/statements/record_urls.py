from django.urls import path

from creaspace.foundation.statements import record_views

app_name = "versions"
urlpatterns = [
    path("<str:label>/<slug:slug>/<int:number>/", record_views.record_version, name="version"),
]
