"""Addresses of the room."""

from django.urls import path

from guong.office.release import views

app_name = "release"

urlpatterns = [
    path("", views.result_list, name="list"),
    path("<str:key>/<str:subject_key>/", views.result, name="result"),
    path("<str:key>/<str:subject_key>/tong-hop/", views.summary, name="summary"),
    path("<str:key>/<str:subject_key>/bien-ban/", views.minutes, name="minutes"),
]
