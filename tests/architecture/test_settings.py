"""Every setting is documented, and every documented setting exists."""

import re

from config import env
from tests.architecture.sources import ROOT, text

PAGE = ROOT / "docs" / "reference" / "settings.md"


def test_the_page_of_settings_lists_each_variable_with_its_help():
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", text(PAGE), re.M))

    assert rows == {variable.name: variable.help for variable in env.VARIABLES}
