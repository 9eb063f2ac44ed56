"""Addresses of the room."""

from django.urls import path

from guong.office.papers import views

app_name = "papers"

urlpatterns = [
    path("", views.paper_list, name="list"),
    path("tep/<str:name>/", views.download, name="download"),
]
