"""Addresses of the room."""

from django.urls import path

from guong.office.journal import views

app_name = "journal"

urlpatterns = [path("", views.entry_list, name="list")]
