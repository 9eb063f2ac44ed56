"""Addresses of the room."""

from django.urls import path

from guong.office.overview.views import committee, home, personal_data, proposals

app_name = "overview"

urlpatterns = [
    path("", home.home, name="home"),
    path("toan-canh/", committee.glance, name="committee"),
    path("toan-canh/dot/<slug:key>/", committee.glance, name="round"),
    path("toan-canh/dot/<slug:key>/nguoi/", committee.heads, name="heads"),
    path("toan-canh/dot/<slug:key>/cac-nam/", committee.years, name="years"),
    path("toan-canh/<str:key>/<str:subject_key>/de-xuat/", proposals.proposals, name="proposals"),
    path("toan-canh/<str:key>/<str:subject_key>/ket-luan/", proposals.answer, name="answer"),
    path("du-lieu-ca-nhan/", personal_data.personal_data, name="personal-data"),
]
