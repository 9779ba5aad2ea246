"""Writes the content of a report as Typst, simply laid out."""

import re
from collections.abc import Callable, Iterable, Mapping
from xml.sax.saxutils import quoteattr

from benchmarks.html_tree import Element, tree

HEADINGS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3}
WRAPPED = {"p": "par", "strong": "strong", "b": "strong", "em": "emph", "i": "emph", "cite": "emph"}
_SETUP = """#set document(title: {title})
#set page(paper: "a4", margin: (x: 20mm, top: 24mm, bottom: 27mm), numbering: "1",
  header: text(size: 8.5pt)[{head}],
  footer: context text(size: 7.5pt)[{foot} #h(1fr) #counter(page).display()])
#set text(font: "Source Sans 3", size: 10pt, lang: "{language}", hyphenate: false)
#set par(leading: 0.6em)
#set table(stroke: (bottom: 0.4pt), inset: (x: 2mm, y: 1.5mm))
#show table: set text(size: 9pt)
#show figure: set block(breakable: true)
"""


def typst(html: str) -> str:
    """Return the same words, tables, drawings, notes and links as Typst markup."""
    document = tree(html)
    (page,) = document.all("html")
    (body,) = document.all("body")
    (title,) = document.all("title")
    names = {name for section in body.all("section") if (name := section.attributes.get("id"))}
    writer = _Writer(frozenset(names & _titled(body)))
    running = {name: child for child in body.children for name in _classes(child)}
    setup = _SETUP.format(
        title=_string(title.text()),
        language=page.attributes["lang"],
        head=_text(_words(running, "page-head")),
        foot=_text(_words(running, "page-foot")),
    )
    rest = [child for child in body.children if not {"page-head", "page-foot"} & _classes(child)]
    return setup + writer.all(rest)


class _Writer:
    def __init__(self, targets: frozenset[str]) -> None:
        self._targets = targets
        self._label = ""
        self._ways: Mapping[str, Callable[[Element], str]] = {
            "section": self._section,
            "nav": lambda _: "#outline(title: none, depth: 2)\n",
            "br": lambda _: "#linebreak()",
            "svg": _drawing,
            "a": self._link,
            "ul": self._list,
            "ol": self._list,
            "dl": self._terms,
            "table": self._table,
        }

    def all(self, parts: Iterable[Element | str]) -> str:
        return "".join(self._one(part) for part in parts)

    def _one(self, part: Element | str) -> str:
        if isinstance(part, str):
            return _text(part)
        if "footnote" in part.classes:
            return f"#footnote[{self.all(part.children)}]"
        if part.name in HEADINGS:
            return self._heading(part)
        if part.name in WRAPPED:
            return f"#{WRAPPED[part.name]}[{self.all(part.children)}]"
        way = self._ways.get(part.name)
        return way(part) if way else self.all(part.children)

    def _section(self, part: Element) -> str:
        self._label = part.attributes.get("id", "")
        flows = "chapter" not in part.classes or "flowing" in part.classes
        return ("" if flows else "#pagebreak(weak: true)\n") + self.all(part.children)

    def _heading(self, part: Element) -> str:
        label = f" <{self._label}>" if self._label in self._targets else ""
        self._label = ""
        return f"\n#heading(level: {HEADINGS[part.name]})[{self.all(part.children)}]{label}\n"

    def _link(self, part: Element) -> str:
        words, target = self.all(part.children), part.attributes.get("href", "")[1:]
        return f"#link(label({_string(target)}))[{words}]" if target in self._targets else words

    def _list(self, part: Element) -> str:
        kind = "enum" if part.name == "ol" else "list"
        items = (f"[{self.all(item.children)}]" for item in _children(part, "li"))
        return f"\n#{kind}({', '.join(items)})\n"

    def _terms(self, part: Element) -> str:
        pairs = zip(part.all("dt"), part.all("dd"), strict=False)
        items = (f"terms.item[{self.all(t.children)}][{self.all(d.children)}]" for t, d in pairs)
        return f"\n#terms({', '.join(items)})\n"

    def _table(self, part: Element) -> str:
        captions = "".join(
            f"#strong[{self.all(found.children)}]\n" for found in part.all("caption")
        )
        rows = part.all("tr")
        columns = max(sum(_span(cell) for cell in _cells(row)) for row in rows)
        head = [row for found in part.all("thead") for row in found.all("tr")]
        cells = [self._cell(cell) for row in rows if row not in head for cell in _cells(row)]
        header = ", ".join(self._cell(cell) for row in head for cell in _cells(row))
        parts = (
            f"columns: (1fr,) * {columns}",
            f"table.header({header})" if header else "",
            *cells,
        )
        return f"\n{captions}#table({', '.join(part for part in parts if part)})\n"

    def _cell(self, cell: Element) -> str:
        words = f"[{self.all(cell.children)}]"
        return words if _span(cell) == 1 else f"table.cell(colspan: {_span(cell)}){words}"


def _drawing(part: Element) -> str:
    words = part.attributes.get("aria-label", "")
    source = part.raw.replace("<svg ", f"<svg xmlns={quoteattr('http://www.w3.org/2000/svg')} ", 1)
    width = "24mm" if "bar" in part.classes else "96mm" if "<circle" in source else "166mm"
    image = f'image(bytes({_string(source)}), format: "svg", width: {width}, alt: {_string(words)})'
    return f"#box({image})"


def _cells(row: Element) -> tuple[Element, ...]:
    return tuple(c for c in row.children if isinstance(c, Element) and c.name in ("th", "td"))


def _children(part: Element, name: str) -> tuple[Element, ...]:
    return tuple(c for c in part.children if isinstance(c, Element) and c.name == name)


def _span(cell: Element) -> int:
    return int(cell.attributes.get("colspan", "1"))


def _titled(body: Element) -> set[str]:
    """Return the names of the sections that begin with a heading."""
    return {
        section.attributes.get("id", "")
        for section in body.all("section")
        if any(section.all(name) for name in HEADINGS)
    }


def _classes(part: Element | str) -> frozenset[str]:
    return part.classes if isinstance(part, Element) else frozenset()


def _words(running: Mapping[str, Element | str], name: str) -> str:
    part = running.get(name)
    return part.text() if isinstance(part, Element) else ""


def _text(words: str) -> str:
    plain = re.sub(r"\s+", " ", words)
    return f"#{_string(plain)};" if plain.strip() else plain


def _string(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
