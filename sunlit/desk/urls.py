"""The addresses of the desk."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from sunlit.desk import views

app_name = "desk"

urlpatterns = [
    path("", views.home, name="home"),
    path("login/", LoginView.as_view(template_name="desk/login.html"), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("<slug:name>/", views.register, name="register"),
    path("<slug:name>/open/<slug:act_name>/", views.opening, name="opening"),
    path("<slug:name>/<int:pk>/", views.record, name="record"),
    path("<slug:name>/<int:pk>/<slug:act_name>/", views.act, name="act"),
]
