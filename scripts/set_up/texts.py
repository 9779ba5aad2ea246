"""What set-up says, in Dutch or in English."""

from collections.abc import Mapping
from typing import NamedTuple


class Text(NamedTuple):
    """One sentence in both languages; values stand between braces."""

    nl: str
    en: str


def language(environ: Mapping[str, str]) -> str:
    """Return ``nl`` when that is asked for or on a Dutch system, otherwise ``en``."""
    names = ("KRS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environ[name] for name in names if environ.get(name)), "")
    return "nl" if chosen.startswith("nl") else "en"


FOUND = Text("gevonden", "found")
MISSING = Text("ontbreekt", "missing")
FAILED = Text("mislukt", "failed")
INSTALLED = Text("geïnstalleerd", "installed")
READY_FIRST = Text(
    "klaar   ({seconds} s, alleen de eerste keer)", "ready   ({seconds} s, first time only)"
)
READY_AGAIN = Text("bijgewerkt   ({seconds} s)", "updated   ({seconds} s)")

HEADING = Text("Kinderrechtenscan {version}\n", "Child Rights Scan {version}\n")
MAKING = Text("Omgeving maken", "Making the environment")
PANGO = Text("Pango, nodig voor PDF", "Pango, needed for PDF")
TEST_PACKAGES = Text("Programma's voor de tests", "Programs for the tests")
VALIDATOR = Text("Controle van HTML (vnu)", "Validator of HTML (vnu)")
NO_NPM = Text(
    "    Zonder npm kan één test niet slagen: die van de opmaak van de pagina's.",
    "    Without npm one test cannot pass: that of the markup of the pages.",
)
WAITING = Text(
    "Een ander venster is de omgeving al aan het maken. Even wachten.",
    "Another window is already making the environment. One moment.",
)

PANGO_ADVICE = Text(
    "    De scan werkt, alleen PDF nog niet. Zo lost u het op:\n    {command}",
    "    The scan works, only PDF does not yet. To solve it:\n    {command}",
)
PANGO_UNKNOWN = Text(
    "    De scan werkt, alleen PDF nog niet. Installeer Pango op de manier van uw systeem.",
    "    The scan works, only PDF does not yet. Install Pango the way your system does it.",
)
SHALL_I = Text("    Zal ik dit nu doen? [j/N] ", "    Shall I do this now? [y/N] ")
LATER = Text("    Later kan ook: ./run doctor", "    Later is fine too: ./run doctor")
INSTALLED_NOW = Text("    Gelukt.", "    Done.")
INSTALL_FAILED = Text(
    "    Dat lukte niet. Er is niets kapot; u kunt het later zelf doen.",
    "    That did not work. Nothing is broken; you can do it yourself later.",
)
TEST_PACKAGES_ADVICE = Text(
    "    Een deel van de tests kan zo niet slagen. Zo lost u het op:\n    {command}",
    "    Some tests cannot pass this way. To solve it:\n    {command}",
)

READ_ONLY = Text(
    "In deze map mag niet geschreven worden: {place}\n"
    "Er is niets veranderd. Zet de map ergens waar u mag schrijven, en start daar opnieuw.",
    "This folder cannot be written to: {place}\n"
    "Nothing has changed. Put the folder where you may write, then start again there.",
)
NO_VENV = Text(
    "Bij deze Python hoort een onderdeel dat hier ontbreekt: venv.\n"
    "Er is niets veranderd. Installeer het en start opnieuw:  {command}",
    "This Python lacks a part that belongs to it: venv.\n"
    "Nothing has changed. Install it, then start again:  {command}",
)
NO_NETWORK = Text(
    "De onderdelen konden niet worden opgehaald: er is geen verbinding met internet.\n"
    "Uw gegevens zijn niet aangeraakt. Maak verbinding en start opnieuw.",
    "The parts could not be fetched: there is no connection to the internet.\n"
    "Your data was not touched. Connect, then start again.",
)
NOT_THE_SAME = Text(
    "Een opgehaald onderdeel is niet het onderdeel dat wij kennen, en is geweigerd.\n"
    "Uw gegevens zijn niet aangeraakt. Probeer het op een ander netwerk; blijft het zo, meld het dan.",
    "A part that was fetched is not the part we know, so it was refused.\n"
    "Your data was not touched. Try another network; if it stays so, report it.",
)
BROKEN_PART = Text(
    "Een opgehaald onderdeel is beschadigd of past niet op deze computer.\n"
    "Uw gegevens zijn niet aangeraakt. Start opnieuw; blijft het zo, dan staat de reden in {log}",
    "A part that was fetched is damaged or does not fit this computer.\n"
    "Your data was not touched. Start again; if it stays so, the reason is in {log}",
)
DISK_FULL = Text(
    "De schijf is vol. Uw gegevens zijn niet aangeraakt.\n"
    "Maak ongeveer 300 MB vrij en start opnieuw.",
    "The disk is full. Your data was not touched.\nFree about 300 MB, then start again.",
)
INTERRUPTED = Text(
    "Onderbroken. Uw gegevens zijn niet aangeraakt; de volgende keer begint dit opnieuw.",
    "Interrupted. Your data was not touched; next time this starts anew.",
)
