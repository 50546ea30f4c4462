"""The two centralisations on the window's page: shares whose figures open their records."""

import re
from datetime import date

import pytest

from tests.approvals.factories import licence_case

pytestmark = pytest.mark.django_db


def test_each_figure_of_the_window_opens_as_many_records(client, settings):
    settings.SUNLIT_TODAY = date(2012, 12, 31)
    day = date(2012, 6, 8)
    decided = {
        "accepted_on": day, "decided_on": day, "result": "granted", "status": "decided",
    }  # fmt: skip
    licence_case("SP2012-001", **decided, at_window=True, decided_by="窗口首席代表")
    licence_case("SP2012-002", **decided, at_window=False, decided_by="局长")
    html = client.get("/window/").content.decode()
    section = html[html.index('id="centralised"') :]
    section = section[: section.index("</section>")]
    found = re.findall(r'href="([^"]*figures/approvals\.(\w+)/)"[^>]*>\s*(\d+)', section)

    counts = {code: int(number) for _url, code, number in found}
    assert counts["decided"] == counts["cases"] == 2
    assert counts["received_at_window"] == 1
    assert "50 %" in section
    for url, _code, number in found:
        assert client.get(url).context["page"].paginator.count == int(number), url
