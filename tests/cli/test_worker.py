"""What the worker does each day beside what follows the acts."""

from datetime import timedelta

import pytest

from sunlit.approvals.applying import KEPT
from sunlit.approvals.models import ApplicationDraft, DraftFile
from sunlit.approvals.services import drafts
from sunlit.cli.worker import Daily
from tests.approvals.applications import JUNE, draft

pytestmark = pytest.mark.django_db

LAST = JUNE + KEPT


def test_an_application_that_was_not_sent_off_is_deleted_on_the_day_after_its_last():
    drafts.keep_file(draft=draft(), place=1, name="表.txt", data=b"form")
    daily = Daily()

    daily.look(LAST)
    assert DraftFile.objects.exists()

    daily.look(LAST + timedelta(days=1))
    assert not ApplicationDraft.objects.exists()
    assert not DraftFile.objects.exists()


def test_the_worker_looks_for_them_once_a_day():
    daily = Daily()
    late = LAST + timedelta(days=1)
    daily.look(late)
    draft()

    daily.look(late)
    assert ApplicationDraft.objects.exists()
    daily.look(late + timedelta(days=1))
    assert not ApplicationDraft.objects.exists()
