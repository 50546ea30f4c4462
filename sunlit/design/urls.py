"""The live page of the components."""

from django.urls import path

from sunlit.design import views

app_name = "design"

urlpatterns = [
    path("", views.components, name="components"),
    path("desk/", views.desk, name="desk"),
    path("clean-paste/", views.clean_paste, name="clean_paste"),
    path("document/", views.document, name="document"),
]
