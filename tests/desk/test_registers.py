"""Registers at the desk: narrowed down, sorted, kept as filters, taken out as files."""

import csv
import io
import zipfile
from datetime import date
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.forms import DateInput
from python_calamine import CalamineWorkbook

from sunlit.design.registers import all_registers
from sunlit.desk import asking
from sunlit.desk.models import SavedFilter
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.complaints import factories as complaints
from tests.disclosure import factories as items
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

TODAY = date(2012, 6, 11)
MOST_QUERIES = 20
PARTS = {
    "channels.Integration", "channels.SharedColumn", "desk.SavedFilter",
    "disclosure.Countersignature", "disclosure.FormerEntry", "disclosure.KeptFinding",
    "disclosure.Revision", "disclosure.Version",
    "disclosure.ApprovalLink", "disclosure.Attachment", "disclosure.FailedSignature",
    "disclosure.Keeping",
    "dossiers.DoubtAnswer", "dossiers.Objection",
    "dossiers.Vacancy", "flows.Run", "flows.RunStep", "flows.StoredChart",
    "foi.ClockEvent", "organization.FailedLogin",
    "organization.GroupMeeting", "organization.InPlace", "organization.InformationOfficer",
    "organization.Leader", "organization.LeadingGroup", "organization.LoadedYear",
    "organization.OfficialRole", "organization.Subdistrict", "organization.Zone",
    "norms.DraftStep", "norms.NormEvaluation", "norms.NormRelation", "norms.NormText",
    "planning.Goal", "powers.AccountabilitySituation", "powers.ConvenienceService",
    "powers.LegalBasis", "powers.Material", "powers.PowerChange", "powers.Procedure",
    "powers.ResponsibilityStage", "powers.RiskPoint", "powers.ServiceWindow",
