"""Addresses of the room."""

from django.urls import path

from guong.office.paperdesk import scanning_views, views

app_name = "paperdesk"

urlpatterns = [
    path("", views.desk_list, name="list"),
    path("<slug:key>/", views.desk, name="desk"),
    path("<slug:key>/nguoi-nhap/", views.typists, name="typists"),
    path("<slug:key>/nguoi-thu-ba/", scanning_views.third, name="third"),
    path("<slug:key>/nhat-ky/", views.log, name="log"),
    path("<slug:key>/<slug:subject_key>/", views.sheets, name="sheets"),
    path("<slug:key>/<slug:subject_key>/dem/", views.count, name="count"),
    path("<slug:key>/<slug:subject_key>/phieu/", views.put, name="put"),
    path("<slug:key>/<slug:subject_key>/ban-quet.json", scanning_views.order, name="order"),
    path("<slug:key>/<slug:subject_key>/tap-quet/", scanning_views.batch, name="batch"),
]
