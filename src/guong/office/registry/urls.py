"""Addresses of the room."""

from django.urls import path

from guong.office.registry.views import columns, imports, scopes, units

app_name = "registry"

urlpatterns = [
    path("", units.unit_list, name="units"),
    path("don-vi/<int:unit_id>/", units.unit_page, name="unit"),
    path("don-vi/<int:unit_id>/ket-thuc/", units.end_unit, name="end_unit"),
    path("mau/", imports.template, name="template"),
    path("nhap/", imports.upload, name="upload"),
    path("nhap/<str:fingerprint>/", imports.preview_page, name="preview"),
    path("nhap/<str:fingerprint>/cot/", columns.columns, name="columns"),
    path("nhap/<str:fingerprint>/cot/bo-qua/", columns.leave_out, name="leave_out"),
    path("nhap/<str:fingerprint>/cot/<slug:learnt>/lai/", columns.ask_again, name="ask_again"),
    path("nhap/<str:fingerprint>/loi/", imports.errors, name="errors"),
    path("nhap/<str:fingerprint>/ghi/", imports.confirm, name="confirm"),
    path("pham-vi/", scopes.scope_list, name="scopes"),
    path("pham-vi/co-quan/", scopes.new_body, name="body"),
    path("pham-vi/<slug:key>/", scopes.scope, name="scope"),
    path("pham-vi/<slug:key>/nguoi/", scopes.link, name="link"),
    path("pham-vi/<slug:key>/nguoi/thoi/", scopes.unlink, name="unlink"),
    path("pham-vi/<slug:key>/<int:unit_id>/thoi/", scopes.leave, name="leave"),
]
