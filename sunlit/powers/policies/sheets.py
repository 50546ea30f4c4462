"""Who may hand in a blank form or a sample of a material, and what must not stand in it."""

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.selectors import lexicon_of
from sunlit.disclosure.uploads import Upload
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import Refused, Unacceptable, WrongMoment
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Official
from sunlit.powers.models import Power
from sunlit.powers.policies.entries import basis_of, guide_basis, why_not_guide
from sunlit.screening.files import screen_file
from sunlit.screening.kinds import TITLES

NAMED = 3
"""How many of the things that were found a refusal names."""


def why_not_hand_in_sheet(by: Official, power: Power) -> Refused | None:
    """Say why this official may not hand in a form or a sample now."""
    if refusal := why_not_guide(by, power):
        return refusal
    if not power.materials.exists():
        return WrongMoment(
            _("The guide names no materials."),
            remedy=_("Name the materials first."),
            basis=_basis(power),
        )
    return None


def why_not_take_off_sheet(by: Official, power: Power) -> Refused | None:
    """Say why this official may not take off a form or a sample now."""
    if refusal := why_not_guide(by, power):
        return refusal
    if not power.sheets.exists():
        return WrongMoment(_("No form and no sample was handed in."), basis=_basis(power))
    return None


def why_not_this_material(power: Power, name: str) -> Refused | None:
    """Say why a form cannot be of this material: the power asks for it."""
    if power.materials.filter(name=name).exists():
        return None
    return Unacceptable(
        _("The power asks for no %(name)s.") % {"name": name},
        remedy=_("Choose one of its materials."),
        basis=_basis(power),
    )


def why_not_this_sheet(power: Power, file: Upload) -> Refused | None:
    """Say what stands in a file that must not be handed out to everybody."""
    found = screen_file(file.cleaned.name, file.cleaned.data, lexicon_of(power.agency))
    if not found:
        return None
    named = [(TITLES[one.kind], one.text) for one in found[:NAMED]]
    in_zh = "、".join(f"{kind.zh}“{text}”" for kind, text in named)
    in_en = ", ".join(f"{kind.en} “{text}”" for kind, text in named)
    return Unacceptable(
        Wording(
            f"文件中有不得公开的内容：{in_zh}。",
            f"In the file stands what must not become public: {in_en}.",
        ),
        remedy=_("A sample names invented persons without numbers. Change the file, then hand it "
                 "in again."),
        basis=_basis(power),
    )  # fmt: skip


def _basis(power: Power) -> Citation | None:
    return basis_of(guide_basis(power))
