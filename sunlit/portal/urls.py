"""Every public address."""

from django.urls import path

from sunlit.portal.views import (
    assessing,
    column,
    complaints,
    deadlines,
    disclosure,
    dossiers,
    home,
    inspections,
    items,
    meetings,
    norms,
    powers,
    searching,
    supervision,
    window,
)

app_name = "portal"

urlpatterns = [
    path("", home.home, name="home"),
    path("site-map/", home.site_map, name="site_map"),
    path("find-an-error/", home.find_an_error, name="find_an_error"),
    path("news/", column.news, name="news"),
    path("disclosure/", column.disclosure, name="disclosure"),
    path("disclosure/search/", column.search_column, name="search_column"),
    path("disclosure/categories/<str:code>/", column.category, name="category"),
    path("d/<path:index_number>/", items.item, name="item"),
    path("guide/", disclosure.guide, name="guide"),
    path("rules/", disclosure.rules, name="rules"),
    path("rules/<str:code>/", disclosure.rule, name="rule"),
    path("annual-reports/", disclosure.annual_reports, name="annual_reports"),
    path("apply/", window.apply, name="apply"),
    path("powers/", powers.powers, name="powers"),
    path("powers/procedures/", powers.procedures, name="procedures"),
    path("powers/procedures/<str:code>/", powers.procedure, name="procedure"),
    path("powers/<str:code>/", powers.power, name="power"),
    path("window/", window.window, name="window"),
    path("norms/", norms.norms, name="norms"),
    path("norms/<str:code>/", norms.norm, name="norm"),
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("dossiers/<int:year>/<str:code>/", dossiers.dossier, name="dossier"),
    path("complaints/", complaints.complaints, name="complaints"),
    path("complaints/figures/", complaints.figures, name="complaint_figures"),
    path("complaints/numbers/", complaints.numbers, name="numbers"),
    path("complaints/signs/", complaints.signs, name="signs"),
    path("channels/", complaints.channels, name="channels"),
    path("supervision/", supervision.supervision, name="supervision"),
    path("supervision/supervisors/", supervision.supervisors, name="supervisors"),
    path("supervision/meetings/", meetings.meetings, name="meetings"),
    path("supervision/meetings/<int:year>/<str:code>/", meetings.meeting, name="meeting"),
    path("supervision/inspections/", inspections.inspections, name="inspections"),
    path(
        "supervision/inspections/<int:year>/<str:code>/", inspections.inspection, name="inspection"
    ),
    path("supervision/surveys/", supervision.surveys, name="surveys"),
    path("supervision/accountability/", supervision.accountability, name="accountability"),
    path("supervision/training/", supervision.training, name="training"),
    path("assessment/", assessing.newest, name="newest_assessment"),
    path("assessment/<int:year>/", assessing.assessment, name="assessment"),
    path("assessment/<int:year>/figures/<str:code>/", assessing.figure, name="figure"),
    path("search", searching.search, name="search"),
    path("deadline/", deadlines.deadline, name="deadline"),
]
