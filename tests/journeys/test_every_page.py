"""Every page of the site and of the desk, in both languages, as a browser finds it."""

import json

import pytest

from tests.journeys.desk import log_in
from tests.journeys.visiting import Visit, faults, visit

PUBLIC = (
    "/",
    "/disclosure/",
    "/guide/",
    "/disclosure/catalogue/",
    "/disclosure/documents/",
    "/rules/",
    "/annual-reports/",
    "/apply/",
    "/apply/resume/",
    "/apply/CG-XK-001/",
    "/track/",
    "/powers/",
    "/powers/CG-XK-001/",
    "/powers/CG-XK-001/cases/",
    "/powers/CG-CF-003/",
    "/powers/CG-CF-055/",
    "/powers/licences/",
    "/powers/services/",
    "/window/queue/",
    "/powers/procedures/",
    "/powers/decisions/",
    "/powers/decisions/licences/2012/SP2012-001/",
    "/powers/decisions/penalties/",
    "/powers/decisions/penalties/2012/CF2012-002/",
    "/powers/decisions/in-time/",
    "/powers/decisions/withdrawn/",
    "/powers/discretion/",
    "/powers/procedures/publication/",
    "/powers/procedures/penalty_hearing/",
    "/powers/procedures/penalty_hearing/versions/1996-10-01/",
    "/window/",
    "/news/",
    "/disclosure/search/?q=广告",
    "/disclosure/categories/DT01/",
    "/disclosure/categories/FG03/",
    "/d/000201200/201202-00013/",
    "/changes/000201200/201202-00013/",
    "/rules/ZD01/",
    "/norms/",
    "/norms/drafts/",
    "/norms/GF01/",
    "/norms/?on=2010-01-01&only=in_force",
    "/dossiers/",
    "/dossiers/templates/",
    "/dossiers/2012/ZP01/",
    "/dossiers/2012/CGJ-HWGG-2012-01/",
    "/complaints/",
    "/complaints/figures/",
    "/complaints/numbers/",
    "/complaints/signs/",
    "/channels/",
    "/organization/",
    "/organization/KS01/",
    "/supervision/",
    "/supervision/supervisors/",
    "/supervision/meetings/",
    "/supervision/meetings/2012/ZT2012-1/",
    "/supervision/inspections/",
    "/supervision/inspections/2012/JC2012-03/",
    "/supervision/surveys/",
    "/supervision/accountability/",
    "/supervision/training/",
    "/assessment/2012/",
    "/assessment/2012/figures/powers.licence/",
    "/search?q=广告",
    "/search?q=xyz",
    "/deadline/?rule=foi.reply&start=2012-09-20",
    "/site-map/",
    "/find-an-error/",
    "/desk/login/",
)
NOT_THERE = ("/nowhere/", "/deadline/?rule=foi.reply&start=yesterday")
AT_THE_DESK = (
    "/desk/",
    "/desk/items/",
    "/desk/items/open/draft/",
    "/desk/information-requests/",
    "/desk/documents/",
    "/desk/documents/open/register/",
    "/desk/dossier-templates/open/establish/",
    "/desk/penalty-cases/1/",
    "/desk/stages/1/",
    "/desk/items/open/draft/",
    "/desk/items/open/draft-from-word/",
    "/desk/items/together/publish/",
    "/desk/signing-code/",
    "/desk/licence-cases/open/receive/",
    "/desk/licence-cases/1/",
    "/desk/powers/?q=CG-XK-001",
    "/desk/powers/1/",
    "/desk/registers/",
    "/desk/dual-publicity/",
    "/desk/letters/",
    "/desk/letter-templates/",
    "/desk/review-bodies/",
    "/desk/chart-versions/",
    "/desk/chart-versions/open/upload/",
    "/desk/coercion-cases/",
)
WITH_AN_EDITOR = ("/desk/items/open/draft/",)
"""Where a script opens the editor over a plain field, which stays where there is none."""
OF_WINDOW_CLERK = (
    "/desk/joint-applications/",
    "/desk/joint-applications/open/receive-jointly/",
    "/desk/licences/",
)
OF_LEGAL_REVIEWER = ("/desk/discretion-benchmarks/",)
OF_ADMINISTRATOR = (
    "/desk/agency/",
    "/desk/agency/year/",
    "/desk/limits/",
    "/desk/warnings/",
    "/desk/warning-limits/",
    "/desk/lexicon/",
    "/desk/lexicon-entries/open/add/",
    "/desk/masking-rules/open/set/",
    "/desk/review-chains/",
    "/desk/review-chains/open/set/",
    "/desk/offices/open/establish/",
    "/desk/office-hours/",
    "/desk/office-hours/open/set/",
    "/desk/provincial-numbers/open/set/",
)
OTHERS = (
    ("window", OF_WINDOW_CLERK),
    ("legal", OF_LEGAL_REVIEWER),
    ("admin", OF_ADMINISTRATOR),
)
RECORDS = ("items", "information-requests")


@pytest.fixture(scope="module", params=["zh-hans", "en"])
def visits(request, site, chromium) -> list[Visit]:
    """Visit every public page, and the desk's main pages as a clerk, in one language."""
    item = json.loads((site.data / "reports" / "self-assessment-2012.json").read_text("utf-8"))[
        "figures"
    ]["disclosure.news"]["records"][0]
    context = chromium.new_context(base_url=site.url)
    found = []
    for address in (*PUBLIC, item, *NOT_THERE):
        page = context.new_page()
        found.append(visit(page, address, request.param))
        page.close()
    log_in(site, context.new_page(), "clerk")
    page = context.pages[0]
    records = []
    for name in RECORDS:
        page.goto(f"/desk/{name}/")
        records.append(page.locator("tbody th a").first.get_attribute("href"))
    for address in (*AT_THE_DESK, *records):
        page = context.new_page()
        found.append(visit(page, address, request.param))
        page.close()
    for name, addresses in OTHERS:
        context.clear_cookies()
        log_in(site, context.pages[0], name)
        for address in addresses:
            page = context.new_page()
            found.append(visit(page, address, request.param))
            page.close()
    context.close()
    return found


def test_every_address_answers(visits):
    expected = {"/nowhere/": 404, "/deadline/?rule=foi.reply&start=yesterday": 422}
    assert {one.address: one.status for one in visits} == {
        one.address: expected.get(one.address, 200) for one in visits
    }


def test_axe_finds_nothing(visits):
    assert not faults(visits, "axe")


def test_no_page_is_wider_than_the_screen(visits):
    assert not faults(visits, "too_wide")


def test_no_page_shows_a_word_of_the_other_language(visits):
    assert not faults(visits, "foreign")


def test_no_page_breaks_the_policy_of_its_content_or_misses_a_file(visits):
    answered = [one for one in visits if one.status == 200]
    assert not faults(answered, "complaints")


def test_no_page_needs_a_script(visits):
    opened = [address for address in faults(visits, "scripts") if address not in WITH_AN_EDITOR]
    assert opened == []
