"""The page of one record."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sunlit.approvals.letters.selectors import WITH_LETTERS
from sunlit.desk import exporting, presenting, relating, selectors
from sunlit.desk.views.shell import official_at, ways_around
from sunlit.ledger.selectors import history
from sunlit.organization.models import Role
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.limits import warned_from


@login_required
@require_safe
def record(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Show one record: its facts, its clock, what can be done, and its history."""
    by = official_at(request)
    found = selectors.open_register(by, name)
    one = selectors.record_of(found, by, pk)
    others = found.others(one) if found.others else ()
    state, word = relating.state_of(found, one)
    sees_personal = exporting.may_see_personal(found, by)
    sees_files = sees_personal or not found.files_are_personal
    context = {
        "register": found,
        "record": one,
        "number": found.number(one),
        "title": found.title(one),
        "state": state,
        "word": word,
        "facts": presenting.facts(found, one, may_see_personal=sees_personal),
        "clocks": presenting.clocks(found, one),
        "near": warned_from(by.agency_id, on=office_day()),
        "offers": presenting.sorted_offers(
            selectors.offers(found.acts, by, one),
            next_act=selectors.next_act(found, by, one),
            on_chart=found.on_chart(one) if found.on_chart else None,
        ),
        "chain": relating.chain(found, one, by),
        "letters": found.letters(one) if found.letters and by.has_role(*found.roles) else None,
        "writes_letters": found.name in WITH_LETTERS,
        "files": found.files(one) if found.files and sees_files else (),
        "text": found.text(one) if found.text else None,
        "flow": found.flow(one) if found.flow else None,
        "answering": relating.answering(one, by, on=office_day()),
        "related": relating.related_records(found, one, by),
        "history": presenting.history_lines(
            history(one, *others), opened=by.has_role(*found.roles, Role.AUDITOR)
        ),
        "public_url": found.public_url(one) if found.public_url else "",
        **ways_around(by, current=found),
    }
    return render(request, "desk/record.html", context)
