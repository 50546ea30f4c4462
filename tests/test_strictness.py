"""The guards that hold for the whole suite do hold."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from sunlit.ledger.models import Entry
from sunlit.organization.models import Agency, Official
from tests.strictness import Broken, written_table


def write(_request: HttpRequest) -> HttpResponse:
    """A view that writes what it must not."""
    Agency.objects.update(name="other")
    return HttpResponse()


urlpatterns = [path("write", write)]


@pytest.mark.parametrize(
    "text",
    ["{{ absent }}", "{% load i18n %}{% blocktranslate %}{{ absent }}{% endblocktranslate %}"],
)
def test_an_undefined_variable_in_a_template_fails(text):
    with pytest.raises(Broken, match="absent"):
        engines["django"].from_string(text).render()


def test_an_undefined_variable_may_be_asked_about():
    assert engines["django"].from_string("{% if absent %}1{% else %}2{% endif %}").render() == "2"


@pytest.mark.django_db
def test_the_rows_of_an_unordered_query_come_in_any_order():
    orders = {tuple(ContentType.objects.all().values_list("pk", flat=True)) for _ in range(20)}

    assert len(orders) > 1


@pytest.mark.django_db
def test_an_unordered_query_cannot_be_sliced():
    with pytest.raises(Broken, match="Order the query"):
        ContentType.objects.all()[:3]


@pytest.mark.django_db
@pytest.mark.urls("tests.test_strictness")
@pytest.mark.parametrize("method", ["get", "head", "post", "delete"])
def test_a_request_writes_no_official_record_outside_an_act(client, method, settings):
    settings.MIDDLEWARE = []

    with pytest.raises(Broken, match="organization_agency"):
        getattr(client, method)("/write")


@pytest.mark.django_db
def test_an_act_without_a_ledger_entry_is_undone_and_fails():
    with pytest.raises(Broken, match="without a ledger entry"), transaction.atomic(durable=True):
        Agency.objects.create(code="A", name="A", index_code="A")

    assert not Agency.objects.exists()


@pytest.mark.django_db
def test_what_is_no_official_record_needs_no_ledger_entry():
    with transaction.atomic(durable=True):
        Group.objects.create(name="A")

    assert Group.objects.exists()


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ('INSERT INTO "ledger_entry" ("day") VALUES (%s)', "ledger_entry"),
        ('INSERT OR IGNORE INTO "organization_agency" ("code") VALUES (%s)', "organization_agency"),
        ('UPDATE "organization_agency" SET "code" = %s', "organization_agency"),
        ('DELETE FROM "organization_agency" WHERE 1', "organization_agency"),
        ('SELECT 1 FROM "organization_agency" FOR UPDATE', None),
        ('UPDATE "django_session" SET "expire_date" = %s', None),
        ('UPDATE "ledger_lease" SET "holder" = %s', None),
    ],
)
def test_the_guards_see_which_official_records_a_statement_writes(sql, table):
    assert written_table(sql) == table


@pytest.mark.django_db(transaction=True)
def test_only_the_harness_can_empty_the_ledger_and_only_between_tests():
    agency = Agency.objects.create(code="A", name="A", index_code="A")
    official = Official.objects.create(username="clerk", post="clerk", agency=agency)
    facts = {"day": date(2012, 1, 1), "by": official, "about_id": 1, "payload": {}, "salt": b""}
    Entry.objects.create(**facts)

    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.all().delete()

    call_command("flush", interactive=False, verbosity=0)
    assert not Agency.objects.exists()

    agency.save(force_insert=True)
    official.save(force_insert=True)
    Entry.objects.create(**facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.all().delete()
