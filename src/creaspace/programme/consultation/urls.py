from django.urls import path

from creaspace.programme.consultation import views

app_name = "consultation"
urlpatterns = [
    path("", views.question_list, name="list"),
    path("<slug:slug>/", views.question_detail, name="question"),
]
