"""The page of the limits is what the data say."""

from sunlit import statutes
from tools.limits import PAGE, page


def test_the_page_of_the_limits_is_written_from_the_data():
    assert PAGE.read_text(encoding="utf-8") == page(), "Run python -m tools.limits."


def test_the_page_names_every_rule_and_every_version():
    said = page()
    for name in statutes.rule_names():
        assert said.count(f"| `{name}` ") == len(statutes.versions(name))
