"""Every public address."""

from django.urls import path

from sunlit.portal.views import (
    assessing,
    disclosure,
    dossiers,
    home,
    norms,
    people,
    powers,
    searching,
)

app_name = "portal"

urlpatterns = [
    path("", home.home, name="home"),
    path("site-map/", home.site_map, name="site_map"),
    path("find-an-error/", home.find_an_error, name="find_an_error"),
    path("disclosure/", disclosure.items, name="items"),
    path("d/<path:index_number>/", disclosure.item, name="item"),
    path("guide/", disclosure.guide, name="guide"),
    path("rules/", disclosure.rules, name="rules"),
    path("annual-reports/", disclosure.annual_reports, name="annual_reports"),
    path("apply/", people.apply, name="apply"),
    path("powers/", powers.powers, name="powers"),
    path("powers/<str:code>/", powers.power, name="power"),
    path("norms/", norms.norms, name="norms"),
    path("norms/<str:code>/", norms.norm, name="norm"),
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("dossiers/<int:year>/<str:code>/", dossiers.dossier, name="dossier"),
    path("complaints/", people.complaints, name="complaints"),
    path("supervision/", people.supervision, name="supervision"),
    path("assessment/", assessing.newest, name="newest_assessment"),
    path("assessment/<int:year>/", assessing.assessment, name="assessment"),
    path("assessment/<int:year>/figures/<str:code>/", assessing.figure, name="figure"),
    path("search", searching.search, name="search"),
    path("deadline/", searching.deadline, name="deadline"),
]
