"""Addresses of the room."""

from django.urls import path

from guong.office.plans.views import duties, issuing, plan, rounds, writing

app_name = "plans"

urlpatterns = [
    path("", plan.plan_list, name="list"),
    path("moi/", plan.new_plan, name="new"),
    path("dot/<slug:key>/", rounds.round_page, name="round"),
    path("dot/<slug:key>/sua/", rounds.change_round, name="round-change"),
    path("dot/<slug:key>/bo/", rounds.remove_round, name="round-remove"),
    path("<slug:key>/", plan.detail, name="detail"),
    path("<slug:key>/nhan-ban/", plan.copy, name="copy"),
    path("<slug:key>/so-ngay-ky/", writing.details, name="details"),
    path("<slug:key>/can-cu/", writing.bases, name="bases"),
    path("<slug:key>/noi-dung/", writing.text, name="text"),
    path("<slug:key>/nhiem-vu/soan/", writing.duties, name="duties-text"),
    path("<slug:key>/noi-nhan/", writing.recipients, name="recipients"),
    path("<slug:key>/quy-tac/", writing.rules, name="rules"),
    path("<slug:key>/them-dot/", rounds.new_round, name="rounds"),
    path("<slug:key>/nhiem-vu/", duties.board, name="duties"),
    path("<slug:key>/nhiem-vu/<int:number>/", duties.duty, name="duty"),
    path("<slug:key>/nhiem-vu/<int:number>/quan-triet/", duties.briefing, name="briefing"),
    path("<slug:key>/khac-biet/", issuing.differences, name="differences"),
    path("<slug:key>/xem-truoc.pdf", issuing.preview, name="preview"),
    path("<slug:key>/ban-hanh/", issuing.issue, name="issue"),
    path("<slug:key>/sua-doi/", issuing.amend, name="amend"),
    path("<slug:key>/thoi-sua-doi/", issuing.drop, name="drop"),
]
