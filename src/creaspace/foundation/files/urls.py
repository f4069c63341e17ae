from django.urls import path

from creaspace.foundation.files import views

app_name = "files"
urlpatterns = [path("credits/", views.credit_list, name="credits")]
