"""Addresses of the room; signing in itself is allauth's (see web/urls)."""

from django.urls import path

from guong.office.accounts import views

app_name = "accounts"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("vao/<str:secret>/", views.enter, name="enter"),
]
