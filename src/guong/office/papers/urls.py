"""Addresses of the room."""

from django.urls import path

from guong.office.papers import template_views, views

app_name = "papers"

urlpatterns = [
    path("", views.paper_list, name="list"),
    path("mau-word/", template_views.templates, name="templates"),
    path("mau-word/bo/", template_views.end, name="template-out"),
    path("mau-word/tep/", template_views.start, name="template-start"),
    path("viec/<str:key>/", views.task, name="task"),
    path("viec/<str:key>/tien-do/", views.task_bar, name="task-bar"),
    path("viec/<str:key>/tep/", views.task_file, name="task-file"),
    path("tep/<str:name>/", views.download, name="download"),
]
