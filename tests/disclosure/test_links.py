"""An approver without time to log in decides by a link: once, this text only, with an own code."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from sunlit.disclosure import selectors, services
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import ApprovalLink, FailedSignature
from sunlit.disclosure.models.links import MOST_FAILURES
from sunlit.kernel.refusals import Missing, NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.organization.services.people import choose_signing_code
from tests.disclosure import factories
from tests.disclosure.factories import TODAY
from tests.disclosure.leaks import overwrite

pytestmark = pytest.mark.django_db

CODE = "春风又绿-2012"


def signer():
    """Return the approver, who has chosen a signing code."""
    return choose_signing_code(by=factories.approver(), today=TODAY, code=CODE)


def issue(item, *, by=None, to=None, **more):
    """Hand the approver a link for an item."""
    to = to or signer()
    by = by or factories.clerk()
    return services.issue_approval_link(
        record_id=item.pk, by=by, today=TODAY, official=to.username, **more
    )


def sign(link, *, code=CODE, decision="publish"):
    """Decide by a link."""
    return services.approve_by_link(token=link.token, code=code, today=TODAY, decision=decision)


def test_an_approver_decides_by_the_link_in_the_own_name():
    item = factories.secrecy_reviewed()

    done = sign(issue(item))

    assert done.status == Status.APPROVED
    assert done.review.approver == factories.approver()
    used = Entry.objects.get(event="ApprovalLinkUsed")
    approved = Entry.objects.get(event="ItemApproved")
    assert used.by == approved.by == factories.approver()
    assert services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY).index_number


def test_a_link_decides_once():
    link = issue(factories.secrecy_reviewed())
    sign(link)

    with pytest.raises(WrongMoment):
        sign(link)


def test_who_issued_the_link_cannot_sign_with_it():
    link = issue(factories.secrecy_reviewed())

    with pytest.raises(NotPermitted):
        sign(link, code="sunlit-demo-2012")

    assert not Entry.objects.filter(event="ItemApproved").exists()
    assert FailedSignature.objects.filter(link=link).count() == 1


def test_after_five_wrong_codes_the_right_one_opens_nothing():
    link = issue(factories.secrecy_reviewed())
    for _attempt in range(MOST_FAILURES):
        with pytest.raises(NotPermitted):
            sign(link, code="123456")

    with pytest.raises(WrongMoment):
        sign(link)
    with pytest.raises(WrongMoment):
        sign(link, code="123456")


def test_a_link_is_good_for_its_time_only():
    link = issue(factories.secrecy_reviewed(), hours=24)
    assert link.valid_until - timezone.now() <= timedelta(hours=24)
    ApprovalLink.objects.filter(pk=link.pk).update(valid_until=timezone.now())

    with pytest.raises(WrongMoment):
        sign(link)


def test_no_link_is_good_for_longer_than_a_week():
    link = issue(factories.secrecy_reviewed(), hours=10_000)

    assert link.valid_until - timezone.now() <= timedelta(days=7)


def test_a_new_link_ends_the_one_before():
    item = factories.secrecy_reviewed()
    first, second = issue(item), issue(item)

    with pytest.raises(WrongMoment):
        sign(first)
    assert sign(second).status == Status.APPROVED


def test_another_text_is_not_decided_on_by_the_link():
    item = factories.secrecy_reviewed()
    link = issue(item)
    overwrite(item, body="另一篇正文。")

    with pytest.raises(WrongMoment):
        sign(link)


def test_a_link_for_what_was_sent_back_decides_nothing():
    item = factories.secrecy_reviewed()
    link = issue(item)
    services.send_back(record_id=item.pk, by=factories.approver(), today=TODAY, reason="重写")

    with pytest.raises(WrongMoment):
        sign(link)


def test_an_approver_who_lost_the_role_signs_nothing():
    link = issue(factories.secrecy_reviewed())
    factories.approver().roles.all().delete()

    with pytest.raises(NotPermitted):
        sign(link)


def test_a_decision_by_link_obeys_the_finding():
    link = issue(factories.secrecy_reviewed(finding="withhold"))

    with pytest.raises(Unacceptable):
        sign(link)
    assert sign(link, decision="withhold").status == Status.WITHHELD


@pytest.mark.parametrize("token", ["", "x", "WzEsIngiXQ:1tA:aaaa"])
def test_a_token_that_was_not_signed_here_is_no_link(token):
    issue(factories.secrecy_reviewed())

    with pytest.raises(Missing):
        services.approve_by_link(token=token, code=CODE, today=TODAY, decision="publish")


def test_the_token_is_stored_nowhere():
    link = issue(factories.secrecy_reviewed())

    stored = ApprovalLink.objects.values().get()
    secret = link.token.split(":")[0]
    assert all(secret not in str(value) for value in stored.values())
    assert all(link.token not in str(entry.payload) for entry in Entry.objects.all())
    assert selectors.link_by_token(link.token) == link


def test_nobody_issues_a_link_to_themselves():
    item = factories.secrecy_reviewed()
    both = factories.staff("both", Role.CLERK, Role.APPROVER)
    choose_signing_code(by=both, today=TODAY, code=CODE)

    with pytest.raises(NotPermitted):
        issue(item, by=both, to=both)
    with pytest.raises(IntegrityError), transaction.atomic():
        ApprovalLink.objects.create(
            review=item.review, official=both, issued_by=both, issued_on=TODAY,
            valid_until=timezone.now(), secret_digest="0" * 64, text_digest="0" * 64,
        )  # fmt: skip


def test_no_link_is_issued_to_who_has_no_code_or_has_signed_already():
    item = factories.secrecy_reviewed()
    with pytest.raises(WrongMoment):
        issue(item, to=factories.approver())

    reviewer_too = factories.reviewer()
    choose_signing_code(by=reviewer_too, today=TODAY, code=CODE)
    with pytest.raises(NotPermitted):
        issue(item, to=reviewer_too)


@pytest.mark.parametrize(
    "step", [factories.drafted, factories.section_reviewed, factories.approved]
)
def test_a_link_is_issued_only_where_the_decision_comes_next(step):
    with pytest.raises(WrongMoment):
        issue(step())


def test_only_a_clerk_or_reviewer_issues_a_link():
    with pytest.raises(NotPermitted):
        issue(factories.secrecy_reviewed(), by=factories.head())


def test_the_page_of_a_link_shows_what_is_decided_and_decides_it(client):
    item = factories.secrecy_reviewed()
    address = f"/desk/sign/{issue(item).token}/"

    page = client.get(address)
    assert page.status_code == 200
    assert item.body in page.text
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "same-origin"
    wrong = client.post(address, {"decision": "publish", "code": "wrong-code", "ground": "留下"})
    assert wrong.status_code == NotPermitted.status
    assert "留下" in wrong.text
    signed = client.post(address, {"decision": "publish", "code": CODE})

    assert signed.status_code == 200
    item.refresh_from_db()
    assert item.status == Status.APPROVED
    again = client.get(address)
    assert again.status_code == WrongMoment.status
    assert item.body not in again.text


def test_an_address_that_is_no_link_is_not_found(client):
    assert client.get("/desk/sign/nothing/").status_code == Missing.status


def test_the_desk_shows_the_address_of_a_link_once(client):
    item = factories.secrecy_reviewed()
    client.force_login(factories.clerk())
    typed = {"official": signer().username, "hours": "48"}

    page = client.post(f"/desk/items/{item.pk}/issue-approval-link/", typed)

    assert page.status_code == 200
    assert page["Cache-Control"] == "no-store"
    assert "/desk/sign/" in page.text
    assert "<svg" in page.text
    assert "/desk/sign/" not in client.get(f"/desk/items/{item.pk}/").text


@pytest.mark.parametrize(
    ("code", "is_taken"),
    [("123456", False), ("888888", False), ("fedcba", False), ("12345", False), ("271828", True)],
)
def test_a_signing_code_is_not_one_that_everybody_tries_first(client, code, is_taken):
    approver = factories.approver()
    approver.set_password("a-long-password-9")
    approver.save()
    client.force_login(approver)
    typed = {"old_password": "a-long-password-9", "code": code, "repeated": code}

    answer = client.post("/desk/signing-code/", typed)

    assert answer.status_code == (302 if is_taken else 422)
    approver.refresh_from_db()
    assert approver.is_signing_code(code) is is_taken
