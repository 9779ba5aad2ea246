"""What a cue is, and the lists of words that cues share.

A cue is words in a row, in Dutch or English, small letters. ``a/b`` is either word, ``{list}`` one
entry of a list, ``.`` at most two words between, ``..`` at most six, ``...`` at most twelve,
``~`` at most six of which none begins another clause, ``*laan`` any word with that end.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Cues = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A text tells of somebody when it has all cues of ``needs`` and none of ``without``."""

    needs: frozenset[str]
    without: frozenset[str]


def row(needs: str, *, without: str = "") -> Row:
    """Return a row of cues, named with spaces between."""
    return Row(frozenset(needs.split()), frozenset(without.split()))


INVENTED: Cues = (
    "stel",
    "stel dat",
    "stelt/stel u/je voor",
    "verzonnen/fictief/fictieve/denkbeeldig/denkbeeldige/bedacht/bedachte/rollenspel/scenario",
    "suppose/imagine/fictional/fictitious/invented",
)

LISTS: Mapping[str, Cues] = {
    "harmed": (
        "gedwongen/bedreigd/gechanteerd/geslagen/mishandeld/misbruikt/verkracht/verkocht/uitgebuit",
        "opgesloten/uitgehuwelijkt/afgeperst/aangerand/gestalkt/geronseld/opgehaald/meegenomen",
        "aangeraakt/betast/besneden/geschopt/gedrogeerd/opgewacht/achtervolgd/vastgehouden/ontvoerd",
        "gebruikt om/als/voor",
    ),
    "harmed_en": (
        "threatened/blackmailed/beaten/hit/abused/raped/sold/exploited/trafficked/assaulted",
        "locked up",
        "touched/stalked/kidnapped/followed/drugged",
    ),
    "me": ("mij/me/mijn/m'n",),
    "kin": (
        "vriend/vriendje/vader/papa/moeder/mama/stiefvader/stiefmoeder/pleegvader/oom/tante/broer",
        "zus/neef/ouders/opa/oma/man/familie/ex/schoonmoeder/schoonfamilie/baas/trainer/coach/leraar",
    ),
    "kin_en": (
        "father/dad/mother/mum/mom/stepfather/uncle/aunt/brother/boyfriend/parents/cousin/ex",
    ),
    "they": (
        "hij/ze/zij/iemand/ie",
        "een/die/de . man/jongen/jongens/vrouw",
        "mijn/m'n {kin}",
    ),
    "they_en": (
        "he/she/they/someone/somebody",
        "a/the/that/this . man/boy/woman/guy",
        "my {kin_en}",
    ),
    "friend": (
        "mijn/m'n . vriend/vriendin/vriendinnetje/zus/zusje/broer/broertje/klasgenoot/klasgenote",
        "een vriend/vriendin/klasgenoot/klasgenote van mij/me",
    ),
    "friend_en": (
        "my . friend/girlfriend/sister/brother/classmate",
        "a friend/classmate of mine",
    ),
    "acts": (
        "seks/pakketjes/pakketje/drugs/naaktfoto's/stelen/dealen/trouwen/terugbetalen/webcam/wiet",
        "bedelen/zakkenrollen/inbreken/uitkleden/besneden/coke/wapen/wapens/bankpas/pinpas",
        "naar bed",
        "met . . mannen",
        "geld . verdienen/afgeven/halen/geven/pinnen",
        "dingen doen",
    ),
    "acts_en": (
        "sex/steal/nudes/marry",
        "sleep/sleeping with",
        "sell/deliver/deal drugs/packages",
        "work every/all night/day",
        "pay/earn . money/back",
    ),
    "child": (
        "jongen/jongetje/meisje/kind/kindje/leerling/leerlinge/scholier/tiener/puber/jongere/cliënt/client",
        "pupil/baby/peuter/kleuter/minderjarige",
    ),
    "child_en": ("boy/girl/child/kid/pupil/student/teenager/baby",),
    "children": ("leerlingen/cliënten/kinderen/jongeren/pupillen/meisjes/jongens/jeugdleden",),
    "own": (
        "{child}",
        "dochter/dochtertje/zoon/zoontje/zusje/broertje/nichtje/neefje/kleindochter/kleinzoon",
        "pleegkind/pleegdochter/pleegzoon/stiefdochter/stiefzoon/buurmeisje/buurjongen",
    ),
    "own_en": ("{child_en}", "daughter/son/sister/brother/niece/nephew/granddaughter/grandson"),
    "one": (
        "een/één/eén/'n/het/de/dit/dat/deze/die/mijn/haar/zijn/hun/ons/onze . {own}",
        "een/de/die . * van {age}",
    ),
    "one_en": ("a/the/this/that/my/our/her/his . {own_en}",),
    "age": (
        "8/9/10/11/12/13/14/15/16/17",
        "acht/negen/tien/elf/twaalf/dertien/veertien/vijftien/zestien",
    ),
    "done": (
        "stelen/dealen/pinnen/bedelen/rondbrengen/wegbrengen/bezorgen/smokkelen/bewaren/verkopen",
        "terugbetalen/afbetalen/terugverdienen/trouwen/knippen/afspreken/rond te brengen",
    ),
    "place": ("klas/groep/school/straat/buurt/dorp/team/opvang/club/wijk/flat/portiek/woongroep",),
    "place_en": ("class/group/school/street/neighbourhood/village/team/shelter/club",),
}
