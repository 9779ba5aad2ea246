"""The questions of which a low answer shows where somebody could do harm unseen."""

from __future__ import annotations

from toolkit.domain.fields import ItemId, Kebab, Model, Text


class Gap(Model):
    """One question of that kind, and what its low answer gives away."""

    questionnaire: Kebab
    item: ItemId
    why: Text


class Gaps(Model):
    """All of them; whoever publishes a scan looks at those that were answered low."""

    gaps: tuple[Gap, ...]


NO_GAPS = Gaps(gaps=())
