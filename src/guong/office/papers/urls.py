"""Addresses of the room."""

from django.urls import path

from guong.office.papers import views

app_name = "papers"

urlpatterns = [
    path("", views.paper_list, name="list"),
    path("viec/<str:key>/", views.task, name="task"),
    path("viec/<str:key>/tien-do/", views.task_bar, name="task-bar"),
    path("viec/<str:key>/tep/", views.task_file, name="task-file"),
    path("tep/<str:name>/", views.download, name="download"),
]
