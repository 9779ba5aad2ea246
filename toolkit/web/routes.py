"""Says of every address what its door asks, how it is called for, and the view that answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from toolkit.web.addresses import OPEN, SIGNED_IN
from toolkit.web.workshop_addresses import WORKSHOPS


class Door(StrEnum):
    """What somebody needs before a page looks further; the service asks the rest.

    Behind a door for who is there in person lies what is of an account: a link opens none of it.
    """

    OPEN = "open"
    SIGNED_IN = "signed_in"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class Route:
    """One address; ``view`` is ``module.function`` in `toolkit.web.views`, its endpoint too."""

    door: Door
    method: str
    address: str
    view: str


def _read(door: Door, table: str) -> Iterator[Route]:
    for line in filter(None, table.splitlines()):
        method, address, view = line.split()
        yield Route(door, method, address, view)


ROUTES = (
    *_read(Door.OPEN, OPEN),
    *_read(Door.SIGNED_IN, SIGNED_IN),
    *_read(Door.IN_PERSON, WORKSHOPS),
)
DOORS: Mapping[str, Door] = {route.view: route.door for route in ROUTES}
