"""Every component stands on the live page of the design system."""

from pathlib import Path

import pytest
from django.test import Client

from config.env import ROOT
from tests.organization import factories

DESIGN = ROOT / "sunlit" / "design" / "templates" / "design"
PAGES = ("/design/", "/design/desk/", "/design/document/")
PARTS = sorted(path.relative_to(DESIGN.parent).as_posix() for path in DESIGN.glob("parts/*.html"))


@pytest.fixture
def rendered(db, client: Client) -> set[str]:
    """Return the names of the templates that make the live pages."""
    factories.agency()
    return {
        str(template.name)
        for page in PAGES
        for template in client.get(page).templates
        if template.name
    }


@pytest.mark.parametrize("part", PARTS, ids=lambda part: Path(part).stem)
def test_a_part_is_shown_on_the_live_page(part, rendered):
    assert part in rendered, f"Show {part} on /design/, with made-up content."
