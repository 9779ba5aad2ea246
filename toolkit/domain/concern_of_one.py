"""How a sentence tells what happens to one child, with nothing else that says it is real.

Policy speaks of children, of "every child", of "a child that is beaten" or "if a child is beaten".
A sentence in which one child is the subject of the main clause, or of which there "is" one, seldom
is policy. A first name counts as such a child only beside the plainest harm.
"""

from collections.abc import Mapping

from toolkit.domain.concern_cues import Cues, row

A_NAME = "_naam_"
NAMED_WITH_AGE = "dit kind"

_HAPPENS = ("event", "ordeal", "made_to")
ROWS = (
    *(row(f"{who} {what}", without="supposed") for who in ("actual", "there") for what in _HAPPENS),
    *(row(f"reported {what}") for what in _HAPPENS),
    *(row(f"aged {what}", without="supposed") for what in ("befallen", "ordeal", "made_to")),
    row("named befallen", without="supposed"),
)

_FINITE = (
    "is/wordt/werd/was/moet/moest/heeft/had/krijgt/kreeg/zit/zat/slaapt/sliep/woont/woonde/werkt/werkte"
    "/durft/durfde/stuurt/stuurde/verkoopt/verkocht/rijdt/reed/loopt/liep/staat/stond/gaat/ging/komt/kwam"
    "/zegt/zei/vertelt/vertelde/meldt/meldde/blijft/bleef/draagt/droeg/brengt/bracht/haalt/haalde/steelt"
)
_TURNED = "is/wordt/werd/was/moet/moest/heeft/had/krijgt/kreeg/durft/durfde"
_PRESENT = "zit/zat/loopt/liep/woont/woonde/staat/stond/komt/kwam/werkt/werkte/slaapt/sliep/verblijft/verbleef"
_TOLD = "zei/zeggen/zegt/vertelde/vertelden/vertelt/belde/belden/belt/meldde/meldden/meldt/hoorde/hoorden/zag/zagen/ontdekte"

CUES: Mapping[str, Cues] = {
    "actual": (
        f"{{one}} ~ {_FINITE}",
        f"* {_TURNED} {{one}}",
        "{one_en} ~ is/was/has/had/must/got/gets/sleeps/lives/works/told/said",
    ),
    "there": (
        "er is/was . een/één/eén . {own}",
        f"er {_PRESENT} ~ een/één/eén . {{own}}",
        f"{_PRESENT} een/één/eén . {{own}}",
        "gaat/ging om een . {own}",
        "ken/kennen/kende/kenden/sprak/spraken/zag/zagen/troffen/begeleid/begeleiden een . {own}",
        "there is/was a . {own_en}",
    ),
    "reported": (
        f"{_TOLD} .. dat/hoe mijn/haar/zijn/hun/het/de/deze/die/dit . {{own}}",
        f"{_TOLD} .. dat {A_NAME}",
    ),
    "named": (f"{A_NAME} ~ {_FINITE}", f"* {_TURNED} {A_NAME}"),
    "aged": (NAMED_WITH_AGE,),
    "befallen": (
        "{harmed}",
        "gefilmd/weggelopen/verdwenen/vermist/spoorloos/zwanger/verwaarloosd",
        "is/was/werd ~ gevonden/teruggevonden/aangetroffen",
        "blauwe plekken",
        "{harmed_en}",
    ),
    "ordeal": (
        "gefilmd/spoorloos/prostitutie/geronseld/gestoken",
        "is/was/werd ~ gevonden/teruggevonden/aangetroffen",
        "schulden/schuld . bij",
        "cadeau/cadeaus/geld/drugs/bericht/berichten/kleren/telefoon van een/die/hem/haar/oudere",
        "man/vriend/jongen .. haar/hem . cadeaus/geld/drugs geeft/gaf/stuurt",
        "slaapt/sliep/slapen/zit/zat/woont/woonde/verblijft . . bij/met . . man/mannen/vriend/jongens/dealer",
        "in een/het . hotel/hotelkamer/drugspand",
        "krijgt/kreeg . . geen . loon/geld",
        "niet/niks/niets . betaald",
        "bang om/voor/dat/van",
        "met een mes",
        "drugs/coke/cocaïne/wiet/pakketjes vervoerd/vervoert/gesmokkeld/verkocht/verkoopt/rondgebracht",
        "geld . . seks/af",
        "haar/hem filmt/gefilmd/benaderd",
        "filmt haar/hem",
        "benaderd door",
        "foto's/filmpjes . gestuurd",
        "hele/iedere/elke/tot nacht",
        "tegen haar/zijn wil",
    ),
    "made_to": (
        "moet/moest/moeten/moesten ~ {acts}",
        "moet/moest/moeten/moesten ~ {done}",
        "{done} . moet/moest",
        "{acts} . moet/moest",
        "moet/moest . . met hem/haar/hen/ze mee",
    ),
    "supposed": (
        "als/wanneer/indien/zodra/of/hoe/dat/waar/waarin/waarbij/wat/voordat/totdat/tot/mocht een . {own}",
        "als/wanneer/indien/zodra/of/hoe/dat/waarin/waarbij/voordat/totdat/mocht/tot {one}",
        "wordt/krijgt/heeft/moet {one} dat/die",
        "les/lessen over",
        "elk/elke/ieder/iedere/geen {child}",
        "elk/ieder kind",
        "altijd/nooit/soms/bijvoorbeeld/meestal/bedoeld/meldplicht",
        "vermoeden/vermoedens/signaal/kans/risico/vraag .. {one}",
        "training/trainingen/folder/protocol/draaiboek/werkinstructie/actrice/acteur/poster",
        "voorstelling/toneelstuk/theater/voorbeeld/lesmateriaal/onderzoek",
        "if/when/whether/how/every/any/suppose . {child_en}",
    ),
}
