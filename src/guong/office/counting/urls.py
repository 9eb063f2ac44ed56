"""Addresses of the room."""

from django.urls import path

from guong.office.counting.views import finishing, hall, overview, sealing

app_name = "counting"

urlpatterns = [
    path("", overview.conference_list, name="list"),
    path("<str:key>/", overview.conference_page, name="conference"),
    path("<str:key>/dem-tay/", hall.hand, name="hand"),
    path("<str:key>/dem-lai/", hall.recount, name="recount"),
    path("<str:key>/the-con-lai/", hall.left_over, name="left_over"),
    path("<str:key>/phieu-giay/", hall.sheets, name="sheets"),
    path("<str:key>/doi-chieu/", hall.reconcile, name="reconcile"),
    path("<str:key>/niem-phong/", sealing.seal, name="seal"),
    path("<str:key>/hom-phieu/", sealing.box, name="box"),
    path("<str:key>/bien-ban-niem-phong/", sealing.minutes, name="sealing_minutes"),
    path("<str:key>/ket-qua/", finishing.import_result, name="import"),
    path("<str:key>/ho-so/", finishing.bundle, name="bundle"),
    path("<str:key>/ho-so/tep/", finishing.bundle_file, name="bundle_file"),
    path("<str:key>/huy-chia-khoa/", finishing.destroy, name="destroy"),
]
