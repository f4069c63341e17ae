from django.urls import path

from creaspace.programme.programmes import views

app_name = "programmes"
urlpatterns = [
    path("", views.programme_list, name="list"),
    path("<slug:slug>/", views.programme_detail, name="programme"),
    path("<slug:programme>/sessions/<slug:slug>/", views.session_detail, name="session"),
]
