"""Lists of people and of the log, in words, for pages and for files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from toolkit.domain.days import HERE, day_of
from toolkit.domain.happening import Happening, Line
from toolkit.services.operate import Account
from toolkit.services.read_log import Log
from toolkit.storage.people import Person
from toolkit.web import visit
from toolkit.web.parts import parts
from toolkit.wording import N_, ROLE

Table = tuple[Sequence[str], Iterator[Sequence[str]]]
HAPPENED: Mapping[Happening, str] = {
    Happening.SIGNED_IN: N_("signed in"),
    Happening.SIGN_IN_FAILED: N_("tried to sign in and could not"),
    Happening.SIGNED_OUT: N_("signed out"),
    Happening.SESSIONS_ENDED: N_("ended sessions"),
    Happening.PASSWORD_SET: N_("chose a password"),
    Happening.SECOND_STEP_SET: N_("set up the second step"),
    Happening.SECOND_STEP_TAKEN_OFF: N_("took off the second step"),
    Happening.LINK_MADE: N_("made a link for somebody to come in"),
    Happening.WAY_IN_MADE: N_("made a link to sign in with"),
    Happening.ACCESS_REFUSED: N_("wanted something that is not for them"),
    Happening.INVITED: N_("invited somebody"),
    Happening.MEMBER_ADDED: N_("added somebody"),
    Happening.ROLE_CHANGED: N_("changed a role"),
    Happening.NAME_CHANGED: N_("changed a name"),
    Happening.MEMBER_REMOVED: N_("removed somebody"),
    Happening.SHARED: N_("shared"),
    Happening.READER_LET_IN: N_("let somebody read along by a link"),
    Happening.READER_LET_OUT: N_("ended a link to read along"),
    Happening.TOLD_BACK: N_("wrote down when young people hear back"),
    Happening.SHARING_ENDED: N_("ended the sharing of"),
    Happening.BEGUN_FROM_SHARED: N_("began from what was shared"),
    Happening.BEGUN: N_("began"),
    Happening.REVIEWED: N_("ended the answering of"),
    Happening.REOPENED: N_("opened the answering again of"),
    Happening.OFFERED: N_("offered answers for the region to"),
    Happening.OFFER_WITHDRAWN: N_("took back answers for the region from"),
    Happening.OFFER_DECIDED: N_("decided about answers for the region in"),
    Happening.INVITATION_ENDED: N_("ended an invitation for"),
    Happening.DOCUMENT_ASKED: N_("asked for a document of"),
    Happening.FILE_ADDED: N_("added"),
    Happening.EXPORTED: N_("took along as a file"),
    Happening.READ_IN: N_("read in a file"),
    Happening.FINALISED: N_("made final"),
    Happening.ADOPTED: N_("wrote down the adoption of"),
    Happening.FILLED_IN: N_("filled in places in the documents of"),
    Happening.CHECKED: N_("decided what is left out of the publication of"),
    Happening.DOSSIER_ASKED: N_("had the dossier made of"),
    Happening.CORRECTED: N_("began a correction of"),
    Happening.RECTIFIED: N_("struck personal data from"),
    Happening.REMOVED: N_("removed"),
    Happening.ERASED: N_("erased"),
    Happening.SET_UP: N_("changed the settings of"),
    Happening.MUNICIPALITY_ADDED: N_("added a municipality"),
    Happening.ACCOUNT_ADDED: N_("made an account"),
    Happening.ACCOUNT_STOPPED: N_("stopped an account"),
    Happening.ACCOUNT_RESTORED: N_("let an account in again"),
    Happening.WORKSHOP_BEGUN: N_("began preparing"),
    Happening.WORKSHOP_REMOVED: N_("removed"),
    Happening.PAPERS_ASKED: N_("had papers made for"),
    Happening.TIDIED: N_("what was kept too long was removed"),
}
ON_THE_SERVER = N_("on the server")
NO_ACCOUNT: Mapping[str, str] = {
    Happening.SIGN_IN_FAILED: N_("nobody known"),
    Happening.LINK_MADE: N_("nobody known"),
    Happening.TIDIED: N_("the program itself"),
}
"""Who did what without an account; everything else was a command on the server."""
KINDS = {
    "scan": N_("scan %(id)s"),
    "municipality": N_("municipality"),
    "account": N_("account %(id)s"),
    "page": N_("page %(id)s"),
    "evidence": N_("evidence %(id)s"),
    "file": N_("a file with evidence"),
    "action": N_("an action"),
    "workshop": N_("a workshop"),
}


def function_word(function: str) -> str:
    """Return what a function is called; nothing when none was chosen."""
    role = parts().library.roles_by_id.get(function)
    return visit.words().text(role.label) if role else ""


def called(person: Person) -> str:
    """Return how colleagues call somebody, with the function; the number of who has no name."""
    words = visit.words()
    name = person.name or words("account %(number)s", number=person.number)
    function = function_word(person.function)
    return f"{name} ({function})" if function else name


def log_rows(log: Log) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield each line of a log as when, who, did what, to what, and how it ended."""
    words = visit.words()
    for line in log.lines:
        what = next(
            (words(said) for name, said in HAPPENED.items() if name == line.what), line.what
        )
        kind = KINDS.get(line.about.kind, "")
        yield (
            f"{line.at.astimezone(HERE):%Y-%m-%d %H:%M}",
            _who(line, log),
            what,
            words(kind, id=line.about.id[:40]) if kind else "",
            words("refused") if line.result == "refused" else words("done"),
        )


def _who(line: Line, log: Log) -> str:
    """Return who did it: an account with what it is, the server, the program, or nobody known."""
    words = visit.words()
    if not line.account:
        return words(NO_ACCOUNT.get(line.what, ON_THE_SERVER))
    who = words("account %(number)s", number=line.account)
    runs = words("operator") if line.account in log.operators else ""
    what = function_word(log.functions.get(line.account, "")) or runs
    return f"{who} ({what})" if what else who


def log_table(log: Log) -> Table:
    """Return a log as a table."""
    words = visit.words()
    head = (words("When"), words("Who"), words("What"), words("About"), words("Result"))
    return head, iter(log_rows(log))


def review_list(people: Iterable[Person]) -> Table:
    """Return the accounts of a municipality as a table to go through."""
    words = visit.words()
    head = ("Account", "Name", "Role", "Function", "Since", "Last seen", "Second step")
    rows = (
        (
            str(one.number),
            one.name,
            words(ROLE[one.role]) if one.role else "",
            function_word(one.function),
            day_of(one.since).isoformat(),
            day_of(one.last_seen).isoformat() if one.last_seen else words("never"),
            words("yes") if one.second_step else words("no"),
        )
        for one in people
    )
    return tuple(words(_HEADS[name]) for name in head), rows


def account_list(accounts: Iterable[Account]) -> Table:
    """Return every account of the installation as a table; no names, those are of municipalities."""
    words = visit.words()
    head = ("Account", "E-mail", "Role", "Since", "Last seen", "Second step")
    rows = (
        (
            str(one.person.number),
            one.person.email,
            ", ".join(words(ROLE[role]) for role in one.roles),
            day_of(one.person.since).isoformat(),
            day_of(one.person.last_seen).isoformat() if one.person.last_seen else words("never"),
            words("yes") if one.person.second_step else words("no"),
        )
        for one in accounts
    )
    return tuple(words(_HEADS[name]) for name in head), rows


_HEADS = {
    "Account": N_("Account"),
    "E-mail": N_("E-mail"),
    "Name": N_("Name"),
    "Role": N_("Role"),
    "Function": N_("Function"),
    "Since": N_("Since"),
    "Last seen": N_("Last seen"),
    "Second step": N_("Second step"),
}
