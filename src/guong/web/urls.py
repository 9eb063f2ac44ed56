"""Addresses of all rooms."""

from allauth.account import views as allauth_views
from django.urls import include, path

from guong.office.accounts.demo_entry import SignIn

urlpatterns = [
    path("", include("guong.office.overview.urls")),
    path("tai-khoan/", include("guong.office.accounts.urls")),
    path("tai-khoan/dang-nhap/", SignIn.as_view(), name="account_login"),
    path("tai-khoan/dang-xuat/", allauth_views.logout, name="account_logout"),
    path("tai-khoan/doi-mat-khau/", allauth_views.password_change, name="account_change_password"),
    path("tai-khoan/xac-nhan/", allauth_views.reauthenticate, name="account_reauthenticate"),
    path("tai-khoan/hai-buoc/", include("allauth.mfa.urls")),
    path("so-bo/", include("guong.office.registry.urls")),
    path("van-ban/", include("guong.office.papers.urls")),
    path("ke-hoach/", include("guong.office.plans.urls")),
    path("gap-tham/", include("guong.office.draws.urls")),
    path("lich/", include("guong.office.schedule.urls")),
    path("hoi-nghi/", include("guong.office.conferences.urls")),
    path("nhap-phieu/", include("guong.office.paperdesk.urls")),
    path("kiem-phieu/", include("guong.office.counting.urls")),
    path("phieu-tai-cho/", include("guong.office.paperpolls.urls")),
    path("bien-tap/", include("guong.office.remarks.urls")),
    path("ket-qua/", include("guong.office.release.urls")),
    path("tiep-thu/", include("guong.office.feedback.urls")),
    path("khac-phuc/", include("guong.office.remediation.urls")),
    path("nhat-ky/", include("guong.office.journal.urls")),
]

handler403 = "guong.web.errors.forbidden"
handler404 = "guong.web.errors.not_found"
handler500 = "guong.web.errors.server_error"
