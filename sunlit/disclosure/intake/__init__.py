"""Taking in the catalogue, the rules, the items with their reviews, the guide and the documents."""

from sunlit.disclosure.intake import catalogue, items, papers, reviews
from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register


def take(folder: Folder) -> None:
    """Take in what items refer to, then items and reviews, then what stands beside them."""
    categories = catalogue.take_categories(folder)
    papers.take_rules(folder)
    gate = reviews.read(folder)
    rows = items.take(folder, gate)
    reviews.store(folder, gate, rows)
    items.enter_publications(folder, rows)
    catalogue.warn_of_counts(folder, categories, rows)
    catalogue.take_guide(folder)
    papers.take_documents(folder)


register(
    Intake(
        room="disclosure",
        files=(
            catalogue.FILE,
            papers.RULES_FILE,
            reviews.FILE,
            items.FILE,
            catalogue.GUIDE_FILE,
            papers.DOCUMENTS_FILE,
        ),
        take=take,
        after=("organization",),
    )
)
