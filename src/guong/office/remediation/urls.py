"""Addresses of the room."""

from django.urls import path

from guong.office.remediation.views import files, items, plans

app_name = "remediation"

_PERSON = "<str:key>/<str:subject_key>/"
_ITEM = f"{_PERSON}muc/<int:number>/"

urlpatterns = [
    path("", plans.plan_list, name="list"),
    path(_PERSON, plans.plan, name="plan"),
    path(f"{_PERSON}truoc-sau/", plans.beside, name="compared"),
    path(f"{_PERSON}buoc/<slug:act>/", plans.step, name="step"),
    path(f"{_PERSON}ky-nhan/", plans.received, name="received"),
    path(f"{_PERSON}muc/moi/", items.new_item, name="new_item"),
    path(_ITEM, items.item, name="item"),
    path(f"{_ITEM}sua/", items.change_item, name="change_item"),
    path(f"{_ITEM}bo/", items.remove_item, name="remove_item"),
    path(f"{_ITEM}bao-cao/", items.report, name="report"),
    path(f"{_ITEM}minh-chung/", files.add, name="add_file"),
    path(f"{_PERSON}ban-giay/", files.on_paper, name="on_paper"),
    path(f"{_PERSON}tep/<str:name>/", files.download, name="file"),
    path(f"{_PERSON}tep/<str:name>/bo/", files.remove, name="remove_file"),
    path(f"{_PERSON}mau/", files.empty_form, name="empty_form"),
    path(f"{_PERSON}van-ban/", files.plan_paper, name="paper"),
    path(f"{_PERSON}giay-nhac/", files.reminder, name="reminder"),
]
