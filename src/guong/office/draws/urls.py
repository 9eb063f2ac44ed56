"""Addresses of the room."""

from django.urls import path

from guong.office.draws.views import after, preparing, projector, room

app_name = "draws"

urlpatterns = [
    path("", preparing.draw_list, name="list"),
    path("dot/<slug:round_key>/", preparing.start, name="start"),
    path("<slug:key>/", preparing.detail, name="detail"),
    path("<slug:key>/danh-sach/", preparing.frame, name="frame"),
    path("<slug:key>/danh-sach/chot/", preparing.freeze, name="freeze"),
    path("<slug:key>/thanh-phan/", preparing.people, name="people"),
    path("<slug:key>/tham/", preparing.lots, name="lots"),
    path("<slug:key>/tham/in.pdf", preparing.lots_file, name="lots-file"),
    path("<slug:key>/tham/da-in/", preparing.lots_printed, name="lots-printed"),
    path("<slug:key>/huy/", preparing.give_up, name="give-up"),
    path("<slug:key>/gap/", room.room, name="room"),
    path("<slug:key>/gap/bat-dau/", room.begin, name="begin"),
    path("<slug:key>/gap/ghi/", room.lot, name="lot"),
    path("<slug:key>/gap/sua/", room.take_back, name="take-back"),
    path("<slug:key>/gap/xong-cap/", room.level_done, name="level-done"),
    path("<slug:key>/gap/tinh/", room.compute, name="compute"),
    path("<slug:key>/gap/ket-thuc/", room.finish, name="finish"),
    path("<slug:key>/man-hinh/", projector.link, name="screen"),
    path("chieu/<int:number>/<str:code>/", projector.projector, name="projector"),
    path("chieu/<int:number>/<str:code>/giua/", projector.projector_part, name="projector-part"),
    path("<slug:key>/ket-qua/", after.result, name="result"),
    path("<slug:key>/ket-qua/ho-so.json", after.record, name="record"),
    path("<slug:key>/bien-ban/", after.minutes, name="minutes"),
    path("<slug:key>/thong-bao/", after.notice, name="notice"),
    path("<slug:key>/thay/<str:unit_key>/", after.replace, name="replace"),
]
