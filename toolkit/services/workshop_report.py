"""Makes the report of what came of a workshop."""

from toolkit.documents.pdf import RenderFailed
from toolkit.documents.sandbox import Reason
from toolkit.services.open_workshop import Held
from toolkit.storage.documents import What


def outcome_file(_held: Held, _what: What) -> bytes:
    """Return the report of a workshop; raises what laying out papers raises."""
    raise RenderFailed(Reason.BROKEN)
