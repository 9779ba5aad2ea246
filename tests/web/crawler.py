"""Walks through the pages as somebody would: along every link, into every form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import quote, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.neighbours import Neighbours
from tests.web.pages import Element, Page, looked_over

TEXTS = frozenset(("", "text", "search"))
LINK = "https://example.nl/"


@dataclass(frozen=True, slots=True)
class Typist:
    """Somebody who types something everywhere: of ``lines`` one a line, ``text`` elsewhere."""

    lines: Sequence[str]
    text: str

    def typed(self, form: Form) -> dict[str, str]:
        """Return what ends up in the form; an address stays one."""
        lines = dict(zip(form.lines, cycle(self.lines), strict=False))
        texts = dict.fromkeys(form.texts, self.text)
        links = {name: LINK + quote(lines[name]) for name in lines if name.endswith("link")}
        return {**lines, **texts, **links}


@dataclass
class Form:
    """A form as a page shows it: what it sends when nobody touches it, and where one can type."""

    action: str
    endpoint: str
    values: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)

    def asks(self) -> bool:
        """Return whether there is somewhere to type."""
        return bool(self.lines or self.texts)

    def take(self, element: Element) -> None:
        """Take a control in."""
        given = element.attributes
        name, kind = given.get("name", ""), given.get("type", "")
        if not name:
            return  # It is there to be copied from.
        if element.name == "textarea":
            self.texts.append(name)
        elif element.name == "input" and kind in TEXTS:
            self.lines.append(name)
        elif element.name == "input" and kind in ("radio", "checkbox"):
            self.choices.setdefault(name, []).append(given.get("value", ""))
        if "checked" in given or (element.name == "input" and kind not in ("radio", "checkbox")):
            self.values.setdefault(name, given.get("value", ""))

    def choose(self, name: str, option: Element) -> None:
        """Take an option of a list in: the one that is selected, or else the first."""
        value = option.attributes.get("value", "")
        self.choices.setdefault(name, []).append(value)
        if "selected" in option.attributes or name not in self.values:
            self.values[name] = value


# With the same text in every form the name that has to be written out is right.
ENDS_THE_WALK = frozenset(("own_data.erase_everything",))


@dataclass(frozen=True)
class Walk:
    """Somebody who walks; at most a few pages of one kind."""

    client: FlaskClient
    endpoint_of: Callable[[str, str], str]
    most: int = 5

    @classmethod
    def of(cls, both: Neighbours, most: int = 5) -> Walk:
        """Return a walk of the coordinator of our municipality."""
        adapter = both.site.app.url_map.bind("localhost")
        return cls(
            both.site.signed_in().client, lambda path, how: adapter.match(path, how)[0], most
        )

    def pages(self, start: str = "/") -> Mapping[str, Page]:
        """Return every page that can be reached, by its address."""
        found: dict[str, Page] = {}
        kinds: Counter[str] = Counter()
        waiting = [start]
        while waiting:
            address = waiting.pop(0)
            if address in found or self._enough(address, kinds):
                continue
            answer = self.client.get(address, follow_redirects=True)
            assert answer.status_code == 200, (address, answer.status_code)
            if answer.mimetype == "text/html":
                found[address] = looked_over(answer.text)
                waiting += sorted(self._own(found[address]))
        return found

    def fill_all(self, typist: Typist) -> Mapping[str, Counter[int]]:
        """Type in every place on every page; return what came of it, by endpoint."""
        came: dict[str, Counter[int]] = {}
        for address in self.pages():
            page = looked_over(self.client.get(address, follow_redirects=True).text)
            for form in filter(Form.asks, self.forms(page)):
                answer = self.send(form, typist.typed(form))
                came.setdefault(form.endpoint, Counter())[answer.status_code] += 1
                if answer.status_code != 303:
                    looked_over(answer.text)
        return came

    def forms(self, page: Page) -> tuple[Form, ...]:
        """Return the forms of a page; every control belongs to the form that opened last."""
        forms: list[Form] = []
        chosen = ""
        for element in page.elements:
            if element.name == "form":
                action = element.attributes["action"]
                forms.append(Form(action, self.endpoint_of(urlsplit(action).path, "POST")))
            elif element.name in ("input", "textarea"):
                forms[-1].take(element)
            elif element.name == "select":
                chosen = element.attributes["name"]
            elif element.name == "option":
                forms[-1].choose(chosen, element)
        return tuple(form for form in forms if form.endpoint not in ENDS_THE_WALK)

    def send(self, form: Form, typed: Mapping[str, str]) -> TestResponse:
        """Send a form with what was typed in it."""
        return self.client.post(form.action, data={**form.values, **typed})

    def _own(self, page: Page) -> set[str]:
        links = {link.partition("#")[0] for link in page.links()}
        return {link for link in links if link.startswith("/") and "/assets/" not in link}

    def _enough(self, address: str, kinds: Counter[str]) -> bool:
        kind = self.endpoint_of(urlsplit(address).path, "GET")
        kinds[kind] += 1
        return kinds[kind] > self.most
