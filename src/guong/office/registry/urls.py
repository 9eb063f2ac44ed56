"""Addresses of the room."""

from django.urls import path

from guong.office.registry import scope_views, views

app_name = "registry"

urlpatterns = [
    path("", views.unit_list, name="units"),
    path("don-vi/<int:unit_id>/", views.unit_page, name="unit"),
    path("mau/", views.template, name="template"),
    path("nhap/", views.upload, name="upload"),
    path("nhap/<str:fingerprint>/", views.preview_page, name="preview"),
    path("nhap/<str:fingerprint>/loi/", views.errors, name="errors"),
    path("nhap/<str:fingerprint>/ghi/", views.confirm, name="confirm"),
    path("pham-vi/", scope_views.scope_list, name="scopes"),
    path("pham-vi/co-quan/", scope_views.new_body, name="body"),
    path("pham-vi/<slug:key>/", scope_views.scope, name="scope"),
    path("pham-vi/<slug:key>/<int:unit_id>/thoi/", scope_views.leave, name="leave"),
]
