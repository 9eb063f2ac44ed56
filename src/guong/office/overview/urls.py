"""Addresses of the room."""

from django.urls import path

from guong.office.overview import views

app_name = "overview"

urlpatterns = [path("", views.home, name="home")]
