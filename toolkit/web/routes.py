"""Who may knock on which address: every route stands here, also the open ones."""

from collections.abc import Mapping
from enum import StrEnum


class Door(StrEnum):
    """What somebody needs before a page looks further; the service asks the rest."""

    OPEN = "open"
    SIGNED_IN = "signed_in"


DOORS: Mapping[str, Door] = {
    "start.welcome": Door.OPEN,
    "start.enter": Door.OPEN,
    "start.leave": Door.SIGNED_IN,
    "language.choose": Door.OPEN,
    "help.now": Door.OPEN,
    "health.live": Door.OPEN,
    "help.signed_out": Door.OPEN,
    "home.doors": Door.SIGNED_IN,
    "home.more": Door.SIGNED_IN,
    "scan.begin": Door.SIGNED_IN,
    "scan.example": Door.SIGNED_IN,
    "scan.to_example": Door.SIGNED_IN,
    "scan.show": Door.SIGNED_IN,
    "scan.frame": Door.SIGNED_IN,
    "answering.theme": Door.SIGNED_IN,
    "answering.save_theme": Door.SIGNED_IN,
    "answering.item": Door.SIGNED_IN,
    "answering.save_item": Door.SIGNED_IN,
    "answering.meeting": Door.SIGNED_IN,
    "answering.save_meeting": Door.SIGNED_IN,
    "files.read_in": Door.SIGNED_IN,
    "files.take_along": Door.SIGNED_IN,
    "outcome.look_over": Door.SIGNED_IN,
    "outcome.to_outcome": Door.SIGNED_IN,
    "outcome.reopen": Door.SIGNED_IN,
    "outcome.show": Door.SIGNED_IN,
    "outcome.theme": Door.SIGNED_IN,
    "outcome.choose": Door.SIGNED_IN,
    "outcome.before_final": Door.SIGNED_IN,
    "outcome.make_final": Door.SIGNED_IN,
    "evidence.index": Door.SIGNED_IN,
    "evidence.new": Door.SIGNED_IN,
    "evidence.add": Door.SIGNED_IN,
    "evidence.show": Door.SIGNED_IN,
    "evidence.change": Door.SIGNED_IN,
    "evidence.remove": Door.SIGNED_IN,
    "remarks.index": Door.SIGNED_IN,
    "remarks.show": Door.SIGNED_IN,
    "remarks.write": Door.SIGNED_IN,
    "actions.index": Door.SIGNED_IN,
    "actions.new": Door.SIGNED_IN,
    "actions.add": Door.SIGNED_IN,
    "actions.show": Door.SIGNED_IN,
    "actions.change": Door.SIGNED_IN,
    "actions.remove": Door.SIGNED_IN,
    "actions.move": Door.SIGNED_IN,
    "find_out.index": Door.SIGNED_IN,
    "find_out.tick": Door.SIGNED_IN,
    "find_out.invitations": Door.SIGNED_IN,
    "documents.index": Door.SIGNED_IN,
    "documents.order": Door.SIGNED_IN,
    "documents.read": Door.SIGNED_IN,
    "documents.show": Door.SIGNED_IN,
    "documents.take": Door.SIGNED_IN,
}
