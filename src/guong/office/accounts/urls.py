"""Addresses of the room; signing in itself is allauth's (see web/urls)."""

from django.urls import path

from guong.office.accounts import administration, demo_entry, views

app_name = "accounts"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("che-do-hoi-truong/thu-hoi/", views.revoke_pass, name="revoke-pass"),
    path("danh-sach/", administration.account_list, name="list"),
    path("danh-sach/moi/", administration.new_account, name="new"),
    path("danh-sach/<slug:key>/", administration.one_account, name="one"),
    path("danh-sach/<slug:key>/khoa/", administration.lock, name="lock"),
    path("danh-sach/<slug:key>/mat-khau/", administration.renew, name="renew"),
    path("vao/", demo_entry.enter_as, name="enter-as"),
    path("vao/<str:secret>/", demo_entry.enter, name="enter"),
]
