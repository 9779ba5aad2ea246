"""Finds a person in words: a name with an age, a date of birth."""

import re
from collections.abc import Iterator

from toolkit.domain.first_names import FIRST_NAMES, WORDS_TOO
from toolkit.domain.pattern import Pattern

_MONTH = (
    "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|january|february|march|may|june|july|august|october"
    r"|jan|feb|febr|mrt|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec)\b\.?"
)
_DAY_IN_WORDS = (
    "(?:een|één|eerste|twee|tweede|drie|derde|vier|vierde|vijf|vijfde|zes|zesde|zeven|zevende|acht"
    "|achtste|negen|negende|tien|tiende|elf|elfde|twaalf|twaalfde|dertien|dertiende|veertien"
    "|veertiende|vijftien|vijftiende|zestien|zestiende|zeventien|zeventiende|achttien|achttiende"
    "|negentien|negentiende|(?:[a-zë]{3,8}en)?twintig(?:ste)?|(?:eenen)?dertig(?:ste)?)"
)
_YEAR = r"(?:[12][0-9]{3}\b|['’][0-9]{2}\b|tweeduizend(?: ?(?:en )?[a-zë]{3,15})?)"
_DAY_FIRST = rf"[0-3]?[0-9](?:e|ste|de|st|nd|rd|th)? (?:van |of )?{_MONTH}(?:,? {_YEAR})?"
_IN_FIGURES = (
    r"(?:[12][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}\b"
    r"|[0-3]?[0-9] ?[-/.] ?[01]?[0-9] ?[-/.] ?['’]?(?:[12][0-9]{3}|[0-9]{2})\b"
    rf"|{_DAY_FIRST})"
)
_IN_WORDS = (
    rf"(?:{_DAY_IN_WORDS} (?:van )?{_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH} [0-3]?[0-9](?:st|nd|rd|th)?\b(?:,? {_YEAR})?)"
)
_BORN = (
    r"\b(?:geboren|geb\.? ?datum|geb\b\.?|geboorte ?datum|geboortedag|verjaardag|jarig|verjaart"
    r"|born|date of birth|birth ?date|birthday|dob)"
    r"(?: ?[:=]| (?:is|was|op|on|de|die|valt|the)\b){0,3} ?"
)
_AGE = (
    r"(?:(?:1[0-9]|2[0-3]|[2-9])(?![0-9])|(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    "|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|eenentwintig"
    r"|tweeëntwintig)(?![\w]))"
)
_TURNS = r"(?:wordt|werd|is|word) (?:hij|zij|ze|het|[A-Z]\w{1,20})"
_BIRTH_DATES = (
    Pattern(rf"{_BORN}(?:{_IN_FIGURES}|{_IN_WORDS})", re.IGNORECASE),
    Pattern(
        rf"\b{_IN_FIGURES}(?:(?: (?!en\b|tot\b)\w{{1,15}}){{0,3}} (?:geboren|born)\b"
        rf"|,? {_TURNS} (?:al |pas |dan )?{_AGE})",
        re.IGNORECASE,
    ),
    Pattern(rf"\b{_TURNS} op {_IN_FIGURES} {_AGE}", re.IGNORECASE),
    Pattern(rf"\b(?:geboortedatum|date of birth)\b[^!?\n]{{0,40}}? {_IN_FIGURES}", re.IGNORECASE),
)

_WORD = r"[^\W\d_](?:[^\W\d_]|['’-]){1,20}"
_WORDS = Pattern(rf"(?<![\w-]){_WORD}")
_INITIALS = Pattern(r"(?<![\w.])(?:[A-Z]\.){1,3}")
_SURNAME = rf"(?: (?:van|de|der|den|el|al|ter|ten|v\.d\.)){{0,2}} (?=[A-ZÀ-Þ]){_WORD}"
_CHILD = (
    "(?:jongen|jongetje|meisje|kind|leerling|jongere|tiener|puber|scholier|dochter|zoon|zoontje"
    "|dochtertje|zus|zusje|broer|broertje|nichtje|neefje|cliënt|cliënte|client|slachtoffer|pupil"
    "|pleegkind|vriendin|vriendje|baby|peuter|kleuter|boy|girl|child|pupil|daughter|son|sister|brother)"
)
_JUST = (
    "(?:nu |pas |nog |nog maar |net |al |bijna |toen |dan |ongeveer |binnenkort "
    "|volgende maand |volgende week |only |almost |now )?"
)
_YEARS = r"(?: ?(?:jaar(?: oud)?|jr\b\.?|years old|jaren))"
_NO_AGE = (
    r"(?! ?(?:%|procent|tot|t/m|t\.e\.m|uur|uren|dagen|weken|maanden|minuten|keer|euro|fte|leden"
    rf"|personen|plekken|medewerkers|gemeenten|kinderen|jongeren|punten|{_MONTH})|[-/.:,]?[0-9])"
)
_NO_SPELL = r"(?! (?:geleden|in dienst|actief|bezig|werkzaam|ervaring|lang|bij de|bij het|voor de))"
_OLD = rf"{_JUST}{_AGE}{_NO_AGE}"
_IN_YEARS = rf"{_OLD}{_YEARS}{_NO_SPELL}"
_ENDS = r"(?=[,.;)]|$)"
_SCHOOL = (
    r"(?:(?:groep|klas) ?[1-8]\b|[1-6](?:e klas|de klas| ?(?:vmbo|havo|vwo|mavo|mbo))"
    "|(?:year|grade) [1-9])"
)
_INTRODUCED = Pattern(rf"\b{_CHILD},? (?P<name>[A-ZÀ-Þ]\w{{1,20}})")
_AFTER_A_NAME = (
    rf" ?\((?:[VMX], ?|vrouw, ?|man, ?)?{_JUST}{_AGE}{_YEARS}?\)",
    rf" ?\({_SCHOOL}\)",
    rf",? (?:uit|zit in|in|from) {_SCHOOL}",
    rf",? (?:van|is|was|wordt|werd|aged|leeftijd|of|is now) (?:{_IN_YEARS}|{_OLD}(?! ?jaar))",
    rf",? (?:een |the |a |onze ){_CHILD} (?:van|of) {_OLD}",
    rf",? (?:{_IN_YEARS}|{_OLD}(?: was\b| is\b|{_ENDS}))",
    rf"[.,;]? (?:en |die |dat )?(?:[Hh]ij|[Zz]ij|[Zz]e|[Hh]e|[Ss]he) (?:is|was|wordt) {_OLD}",
    rf"[^.!?\n(]{{1,40}}? (?:is|was|wordt) {_JUST}{_AGE} jaar{_NO_SPELL}",
)
_AGED = Pattern(rf"(?:{_SURNAME})?(?:{'|'.join(_AFTER_A_NAME)})")
_NAME = r"(?P<name>[A-ZÀ-Þ]\w{1,20})"
_THEN_NAMED = (
    "(?:,? (?:genaamd|named|called|met de naam|met als naam|(?:hij|zij|ze|dat|die) heet)|,)"
)
_NAMED = tuple(
    Pattern(pattern)
    for pattern in (
        rf"\b{_CHILD} (?:van|of) {_JUST}{_AGE}{_YEARS}?[^.!?\n]{{0,30}}?{_THEN_NAMED} {_NAME}",
        rf"\b{_CHILD} van {_JUST}{_AGE}{_YEARS}? (?:dat|die) {_NAME} heet",
        rf"jarige?(?: [a-zë]{{2,20}}){{0,2}}(?:,| met de naam| genaamd)? {_NAME}",
        rf"\b{_AGE}{_YEARS}?(?: oud)? en heet {_NAME}",
        rf"\b{_NAME}(?:, {_AGE} jaar[,.]| \({_AGE} jaar\))",
        rf"\b[Hh]eet {_NAME}[^.!?\n]{{0,20}}? {_AGE}(?:{_YEARS}|{_ENDS})",
    )
)
_NOT_A_NAME = Pattern(
    r".{1,20}(?:se|en|ers|teit|heid|ing|schap|isch|ische|landers?)"
    r"|(?:fier|nidos|halt|veilig|unicef|moviera|vmbo|havo|vwo|mbo|artikel|actie|jeugd|iedereen|wie)",
    re.IGNORECASE,
)


def birth_dates(text: str) -> Iterator[tuple[int, int]]:
    """Find dates that are said to be of birth, in figures and in words."""
    for pattern in _BIRTH_DATES:
        yield from (found.span() for found in pattern.finditer(text))


def names_with_an_age(text: str) -> Iterator[tuple[int, int]]:
    """Find a first name or initials with an age or a school year beside it.

    A name that is not in the list counts only where the sentence says that it is one.
    """
    for start, end in _names(text):
        if aged := _AGED.match(text, end):
            yield start, aged.end()
    for pattern in _NAMED:
        for found in pattern.finditer(text):
            if _can_be_a_name(found["name"]):
                yield found.span()


def first_names(text: str) -> Iterator[tuple[int, int]]:
    """Find first names that children often have."""
    for word in _WORDS.finditer(text):
        if _is_listed(word[0]):
            yield word.span()


def _names(text: str) -> Iterator[tuple[int, int]]:
    yield from first_names(text)
    for initials in _INITIALS.finditer(text):
        yield initials.span()
    for person in _INTRODUCED.finditer(text):
        if _can_be_a_name(person["name"]):
            yield person.span("name")


def _is_listed(word: str) -> bool:
    name = word.casefold()
    return name.split("-")[0] in FIRST_NAMES and not (word == name and name in WORDS_TOO)


def _can_be_a_name(word: str) -> bool:
    return _is_listed(word) or (word[0].isupper() and not _NOT_A_NAME.fullmatch(word))
