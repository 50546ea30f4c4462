"""Readings of the list of powers."""

from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from sunlit.organization.models import Agency
from sunlit.powers import rules
from sunlit.powers.lifecycle import ChartStatus
from sunlit.powers.models import (
    AccountabilitySituation,
    ChangeKind,
    ChartVersion,
    ConvenienceService,
    Delegation,
    FlowChart,
    Kind,
    LegalBasis,
    Material,
    MaterialSheet,
    Power,
    PowerChange,
    Procedure,
    ResponsibilityStage,
    RiskPoint,
    ServiceWindow,
    WindowMilestone,
)


def powers_on_list(agency: Agency, *, on: date) -> QuerySet[Power]:
    """Return the powers that stood on the list and were public on a day, by code.

    Suspended ones stand on the list too.
    """
    published = _listed(agency, on).filter(is_public=True, published_on__lte=on)
    return published.select_related("flow_chart__procedure", "office").order_by("code")


def powers_in_force(agency: Agency, *, on: date) -> QuerySet[Power]:
    """Return the public powers under which a new case could be opened on a day, by code."""
    return _not_suspended(powers_on_list(agency, on=on), on)


def powers_of_year(agency: Agency, year: int) -> QuerySet[Power]:
    """Return the powers in force and published at the end of a year."""
    return powers_in_force(agency, on=date(year, 12, 31))


def licences_of_year(agency: Agency, year: int) -> QuerySet[Power]:
    """Return the licences in force and published at the end of a year."""
    return powers_of_year(agency, year).filter(kind=Kind.LICENCE)


def procedures_with_powers(powers: QuerySet[Power]) -> QuerySet[Procedure]:
    """Return the procedures by which these powers are used, each with how many: `powers`."""
    used = Q(charts__powers__in=powers)
    procedures = Procedure.objects.annotate(
        powers=Count("charts__powers", filter=used, distinct=True)
    )
    return procedures.filter(powers__gt=0).order_by("code")


def procedure_names(agency: Agency) -> dict[str, str]:
    """Return the names of an agency's procedures by code."""
    return dict(Procedure.objects.filter(agency=agency).values_list("code", "name"))


def powers_listed(agency: Agency, year: int) -> QuerySet[Power]:
    """Return the powers on the list at the end of a year, published or not."""
    powers = _listed(agency, date(year, 12, 31))
    return powers.select_related("flow_chart__procedure", "office").order_by("code")


def service_window(agency_id: int) -> ServiceWindow | None:
    """Return the agency's service window: the one opened last; None where it has none."""
    windows = ServiceWindow.objects.filter(agency_id=agency_id)
    return windows.order_by("-opened_on", "-id").first()


def windows_open(agency: Agency, year: int) -> QuerySet[ServiceWindow]:
    """Return the service windows that had been opened by the end of a year."""
    windows = ServiceWindow.objects.filter(agency=agency, opened_on__lte=date(year, 12, 31))
    return windows.order_by("opened_on", "id")


def charts_published(agency: Agency, year: int) -> QuerySet[FlowChart]:
    """Return the flow charts that were published by the end of a year."""
    charts = FlowChart.objects.filter(agency=agency, published_on__lte=date(year, 12, 31))
    return charts.order_by("code")


def milestones_reached(agency: Agency, year: int) -> QuerySet[WindowMilestone]:
    """Return what the service window had reached by the end of a year."""
    return WindowMilestone.objects.filter(
        window__agency=agency, done_on__lte=date(year, 12, 31)
    ).order_by("done_on", "id")


def convenience_services(agency: Agency) -> QuerySet[ConvenienceService]:
    """Return the convenience services, offered at the window or elsewhere."""
    return ConvenienceService.objects.filter(agency=agency).order_by("code")


def services_offered(agency: Agency) -> QuerySet[ConvenienceService]:
    """Return the convenience services offered at the window."""
    return ConvenienceService.objects.filter(agency=agency, in_window=True).order_by("code")


def materials_of(power: Power) -> QuerySet[Material]:
    """Return what an application for a power needs, in the order of its list."""
    return Material.objects.filter(power=power).order_by("position")


def sheets_of(power: Power) -> QuerySet[MaterialSheet]:
    """Return the blank forms and samples that are handed out for the materials of a power.

    One whose material the power no longer asks for is left out.
    """
    asked = Material.objects.filter(power=power).values("name")
    return MaterialSheet.objects.filter(power=power, material__in=asked)


def public_sheet(agency: Agency, code: str, digest: str, name: str) -> MaterialSheet | None:
    """Return a form or sample of a public power by its digest and name."""
    power = Power.objects.filter(agency=agency, code=code, is_public=True).first()
    return sheets_of(power).filter(digest=digest, name=name).first() if power else None


def bases_on(power: Power, on: date) -> QuerySet[LegalBasis]:
    """Return the provisions that a power rested on on a day, by kind and place."""
    began = LegalBasis.objects.filter(power=power, since__lte=on)
    return began.filter(Q(until=None) | Q(until__gt=on)).order_by("-kind", "position")


def former_bases(power: Power, on: date) -> QuerySet[LegalBasis]:
    """Return the provisions that a power no longer rests on, latest first."""
    return LegalBasis.objects.filter(power=power, until__lte=on).order_by("-until", "position")


def history_of(power: Power) -> QuerySet[PowerChange]:
    """Return what was done to an entry of the list, latest first."""
    return PowerChange.objects.filter(power=power).order_by("-on", "-id")


def stages_of(power: Power) -> QuerySet[ResponsibilityStage]:
    """Return the duties at each stage of using a power."""
    return ResponsibilityStage.objects.filter(power=power).order_by("position")


def situations_of(power: Power) -> QuerySet[AccountabilitySituation]:
    """Return the situations in which officials answer for how a power was used."""
    return AccountabilitySituation.objects.filter(power=power).order_by("position")


def risks_of(power: Power) -> QuerySet[RiskPoint]:
    """Return the integrity risk points of a power, with what is done against each."""
    return RiskPoint.objects.filter(power=power).order_by("position")


def _listed(agency: Agency, on: date) -> QuerySet[Power]:
    listed = Q(cancelled_on=None) | Q(cancelled_on__gt=on)
    return Power.objects.filter(listed, agency=agency)


def _not_suspended(powers: QuerySet[Power], on: date) -> QuerySet[Power]:
    """Leave out those whose latest suspension had not ended on a day."""
    steps = PowerChange.objects.filter(
        power=OuterRef("pk"), on__lte=on, kind__in=(ChangeKind.SUSPENDED, ChangeKind.RESUMED)
    )
    latest = steps.order_by("-on", "-id").values("kind")[:1]
    standing = powers.annotate(latest_pause=Subquery(latest))
    return standing.filter(Q(latest_pause=None) | ~Q(latest_pause=ChangeKind.SUSPENDED))


def delegations(agency: Agency) -> QuerySet[Delegation]:
    """Return what was ever delegated to the window by a document of its own, latest first."""
    return (
        Delegation.objects.filter(agency=agency)
        .select_related("power")
        .order_by("-since", "power__code")
    )


def delegation_for(power: Power, *, on: date) -> str:
    """Return the document that lets the chief representative decide on a licence on a day.

    Where the agency has ever delegated this licence by a document of its own, that alone says
    until when; else the authorisation of the window does, for the licences handled there. Empty
    where nothing does.
    """
    own = Delegation.objects.filter(power=power).order_by("-since", "-id")
    if own.exists():
        holds = own.filter(Q(until=None) | Q(until__gte=on), since__lte=on).first()
        return holds.document if holds else ""
    if not power.in_service_window:
        return ""
    windows = ServiceWindow.objects.filter(
        agency_id=power.agency_id, chief_authorised_on__lte=on
    ).order_by("-chief_authorised_on", "-id")
    able = [one for one in windows if rules.may_decide(one.chief_powers)]
    return able[0].chief_document if able else ""


def versions_open(agency: Agency) -> QuerySet[ChartVersion]:
    """Return the versions of flow charts that are neither in force nor taken back."""
    waiting = (ChartStatus.UPLOADED, ChartStatus.AT_GATE)
    versions = ChartVersion.objects.filter(agency=agency, status__in=waiting)
    return versions.select_related("procedure", "item").order_by("uploaded_on", "id")
