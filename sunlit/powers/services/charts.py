"""The acts on the flow charts of procedures."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.disclosure.services.attachments import add_attachment
from sunlit.disclosure.services.drafting import begin_draft
from sunlit.disclosure.uploads import Says, take_in
from sunlit.flows.reading import read
from sunlit.flows.store import stored
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official
from sunlit.powers import events, policies
from sunlit.powers.checking import why_not_this_chart
from sunlit.powers.file_words import words_of
from sunlit.powers.lifecycle import ChartStatus
from sunlit.powers.models import ChartVersion, Procedure
from sunlit.powers.wording import text_of, title_of

FLOW_CHART = "power.flow_chart"
ALL_WORDS = "流程图文件（BPMN 2.0）中的全部文字"
"""What the public reads of the attachment, in the language of the charts."""


@transaction.atomic(durable=True)
def upload_chart(
    *, agency: Agency, by: Official, today: date, procedure: str, content: bytes, note: str
) -> ChartVersion:
    """Take in a version of a procedure's flow chart; `procedure` is its code."""
    if refusal := policies.why_not_upload(by, None):
        raise refusal
    found = Procedure.objects.select_for_update().filter(agency=agency, code=procedure).first()
    if found is None:
        raise Unacceptable(_("The agency has no procedure %(code)s.") % {"code": procedure})
    if refusal := why_not_this_chart(content, procedure, on=today):
        raise refusal
    last = found.versions.aggregate(last=Max("number"))["last"] or 0
    version = ChartVersion.objects.create(
        agency=agency,
        procedure=found,
        number=last + 1,
        chart=stored(content),
        note=note,
        uploaded_on=today,
        uploaded_by=by,
    )
    uploaded = events.ChartUploaded(procedure, version.number, version.chart_id, note)
    _enter(uploaded, version, by=by, on=today)
    return version


@transaction.atomic(durable=True)
def send_chart_to_gate(*, record_id: int, by: Official, today: date, category: str) -> ChartVersion:
    """Draft the item that publishes a version: its steps, and all words of its file."""
    version = _version(record_id, by)
    if refusal := policies.why_not_send_to_gate(by, version):
        raise refusal
    if refusal := why_not_this_chart(version.content, version.procedure.code, on=today):
        raise refusal
    chart = read(version.content).chart
    says = Says(title_of(version), text_of(version, chart), today)
    office = by.office.code if by.office else ""
    item = begin_draft(version.agency, says, office=office, category=category, by=by, on=today)
    words = take_in(f"{version.code}.txt", words_of(version.content).encode())
    add_attachment(item, words, ALL_WORDS, by=by, on=today)
    version.item, version.status = item, ChartStatus.AT_GATE
    version.save(update_fields=["item", "status"])
    sent = events.ChartSentToGate(
        version.procedure.code, version.number, version.chart_id, item.code
    )
    _enter(sent, version, by=by, on=today)
    return version


@transaction.atomic(durable=True)
def put_chart_in_force(
    *, record_id: int, by: Official, today: date, in_force_from: date
) -> ChartVersion:
    """Let new cases run by a published version from a day on; running cases keep their chart."""
    version = _version(record_id, by)
    refusal = policies.why_not_put_in_force(by, version)
    refusal = refusal or policies.why_not_in_force_from(version, in_force_from, today=today)
    if refusal or version.item is None:
        raise refusal or RuntimeError("a version that may be put in force has an item")
    procedure = version.procedure.code
    if refusal := why_not_this_chart(version.content, procedure, on=in_force_from):
        raise refusal
    version.status, version.in_force_from = ChartStatus.IN_FORCE, in_force_from
    version.save(update_fields=["status", "in_force_from"])
    put = events.ChartPutInForce(
        procedure, version.number, version.chart_id, version.item.index_number, in_force_from
    )
    _enter(put, version, by=by, on=today)
    return version


@transaction.atomic(durable=True)
def withdraw_chart(*, record_id: int, by: Official, today: date, reason: str) -> ChartVersion:
    """Take back a version that is not in force; its item, if it has one, goes its own way."""
    version = _version(record_id, by)
    if refusal := policies.why_not_withdraw_version(by, version):
        raise refusal
    version.status = ChartStatus.WITHDRAWN
    version.save(update_fields=["status"])
    taken_back = events.ChartWithdrawn(version.procedure.code, version.number, reason)
    _enter(taken_back, version, by=by, on=today)
    return version


def _version(record_id: int, by: Official) -> ChartVersion:
    versions = ChartVersion.objects.select_for_update(of=("self",))
    related = versions.select_related("procedure", "chart", "item", "agency")
    return related.get(pk=record_id, agency=by.agency)


def _enter(event: Event, version: ChartVersion, *, by: Official, on: date) -> None:
    record(event, about=version, by=by, day=on, basis=statutes.provision(FLOW_CHART, on=on))
