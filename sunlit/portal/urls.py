"""Every public address."""

from django.urls import path, re_path, register_converter

from sunlit.approvals.publicity.sheets import Decisions
from sunlit.portal.views import (
    applying,
    assessing,
    attachments,
    catalogue,
    changes,
    claims,
    clean_ups,
    column,
    complaints,
    deadlines,
    decisions,
    disclosure,
    discretion,
    dossiers,
    draft_norms,
    flow_charts,
    home,
    inspections,
    items,
    letters,
    licences,
    meetings,
    norms,
    one_norm,
    one_power,
    organization,
    power_forms,
    power_sets,
    powers,
    searching,
    services,
    showing,
    sources,
    supervision,
    timeliness,
    tracking,
    window,
)

app_name = "portal"


class DecisionsConverter:
    """One of the two kinds of decisions."""

    regex = "|".join(Decisions)

    def to_python(self, value: str) -> Decisions:
        """Return the kind of this name."""
        return Decisions(value)

    def to_url(self, value: str) -> str:
        """Return the name of a kind."""
        return str(value)


class FormConverter(DecisionsConverter):
    """One of the forms in which the decisions are handed out."""

    regex = "csv|xlsx|json"

    def to_python(self, value: str) -> str:  # type: ignore[override]
        """Return the form itself."""
        return value


register_converter(DecisionsConverter, "decisions")
register_converter(FormConverter, "decisions_form")

urlpatterns = [
    path("", home.home, name="home"),
    path("site-map/", home.site_map, name="site_map"),
    path("find-an-error/", home.find_an_error, name="find_an_error"),
    path("news/", column.news, name="news"),
    path("disclosure/", column.disclosure, name="disclosure"),
    path("disclosure/catalogue/", catalogue.table, name="catalogue"),
    path("disclosure/documents/", sources.sources, name="sources"),
    path("disclosure/documents/<int:year>/", sources.sources, name="sources"),
    path("disclosure/search/", column.search_column, name="search_column"),
    path("disclosure/categories/<str:code>/", catalogue.category, name="category"),
    path("attachments/<slug:digest>/<str:name>", attachments.attachment, name="attachment"),
    re_path(r"^letters/(?P<token>[\w:-]+)\.(?P<ending>docx|pdf)$", letters.letter, name="letter"),
    path("d/<path:index_number>/", items.item, name="item"),
    path("changes/<path:index_number>/", changes.changes, name="changes"),
    path("organization/", organization.organization, name="organization"),
    path("organization/<str:code>/", organization.office, name="office"),
    path("guide/", disclosure.guide, name="guide"),
    path("rules/", disclosure.rules, name="rules"),
    path("rules/<str:code>/", disclosure.rule, name="rule"),
    path("annual-reports/", disclosure.annual_reports, name="annual_reports"),
    path("apply/", window.apply, name="apply"),
    path("apply/resume/", applying.resume, name="apply-resume"),
    path("apply/<str:code>/", applying.begin, name="apply-online"),
    path("apply/<str:code>/<str:draft>/<slug:step>/", applying.step, name="apply-step"),
    path("track/", tracking.track, name="track"),
    path("track/<str:number>/", tracking.tracked, name="tracked"),
    path("track/<str:number>/receipt/", tracking.receipt, name="track-receipt"),
    path("track/<str:number>/receipt.pdf", tracking.receipt_pdf, name="track-receipt-pdf"),
    path("track/<str:number>/signature.png", tracking.signature, name="track-signature"),
    path("track/<str:number>/supplement/", tracking.supplement, name="track-supplement"),
    path("track/<str:number>/withdraw/", tracking.withdraw, name="track-withdraw"),
    path("powers/", powers.powers, name="powers"),
    path("powers/discretion/", discretion.discretion, name="discretion"),
    path("powers/procedures/", powers.procedures, name="procedures"),
    path("powers/procedures/<str:code>/", powers.procedure, name="procedure"),
    re_path(
        r"^powers/procedures/(?P<code>\w+)/chart\.(?P<form>svg|bpmn)$",
        flow_charts.flow_chart,
        name="flow-chart",
    ),
    path("powers/decisions/", decisions.decisions, name="decisions"),
    path(
        "powers/decisions/penalties/",
        decisions.decisions,
        {"kind": Decisions.PENALTIES},
        name="penalty-decisions",
    ),
    path("powers/decisions/in-time/", timeliness.in_time, name="decisions-in-time"),
    path("powers/decisions/withdrawn/", decisions.withdrawn, name="withdrawn-decisions"),
    *(
        path(
            f"powers/decisions/{kind}/<int:year>/<path:number>/",
            decisions.decision,
            {"kind": kind},
            name=f"decision-{kind}",
        )
        for kind in Decisions
    ),
    path("exports/<decisions:kind>.<decisions_form:form>", decisions.export, name="export"),
    path(
        "exports/<decisions:kind>-withdrawn.<decisions_form:form>",
        decisions.export,
        {"withdrawn": True},
        name="export-withdrawn",
    ),
    path(
        "powers/procedures/<str:code>/versions/<slug:name>/",
        flow_charts.version,
        name="chart-version",
    ),
    re_path(
        r"^powers/procedures/(?P<code>\w+)/versions/(?P<name>[\w-]+)/chart\.(?P<form>svg|bpmn)$",
        flow_charts.version_file,
        name="chart-version-file",
    ),
    path("powers/lists/<slug:name>.csv", power_sets.sheet, name="power-list"),
    path("powers/cpsv-ap.ttl", power_sets.turtle, name="cpsv-ap-turtle"),
    path("powers/cpsv-ap.jsonld", power_sets.json_ld, name="cpsv-ap-json"),
    path("powers/licences/", licences.licences, name="licences"),
    path("powers/services/", services.services, name="services"),
    re_path(
        r"^powers/(?P<code>[^/]+)/forms/application\.(?P<ending>docx|pdf)$",
        power_forms.application,
        name="application-form",
    ),
    path("powers/<str:code>/forms/<slug:digest>/<str:name>", power_forms.sheet, name="power-sheet"),
    path("powers/<str:code>/", one_power.power, name="power"),
    path("powers/<str:code>/cases/", one_power.cases, name="power-cases"),
    path("window/", window.window, name="window"),
    path("window/queue/", window.queue, name="queue"),
    path("norms/", norms.norms, name="norms"),
    path("norms/drafts/", draft_norms.draft_norms, name="draft_norms"),
    path("norms/drafts/<str:code>/", draft_norms.draft_norm, name="draft_norm"),
    path("norms/clean-ups/<int:year>/<path:code>/", clean_ups.clean_up, name="clean_up"),
    path("norms/<str:code>/", one_norm.norm, name="norm"),
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("dossiers/templates/", dossiers.templates, name="dossier-templates"),
    path("dossiers/<int:year>/<str:code>/", dossiers.dossier, name="dossier"),
    path("complaints/", complaints.complaints, name="complaints"),
    path("complaints/figures/", complaints.figures, name="complaint_figures"),
    path("complaints/numbers/", complaints.numbers, name="numbers"),
    path("complaints/signs/", complaints.signs, name="signs"),
    path("channels/", showing.channels, name="channels"),
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
    path("assessment/<int:year>/claims/", claims.claims, name="claims"),
    path("assessment/<int:year>/figures/<str:code>/", assessing.figure, name="figure"),
    path("search", searching.search, name="search"),
    path("deadline/", deadlines.deadline, name="deadline"),
]
