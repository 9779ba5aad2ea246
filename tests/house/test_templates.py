"""Templates are short, escape what they print, say nothing of content."""

import re

from tests.house.source import files, modules, name_of
from toolkit.documents.html import environment

# A script comes from a file of ours; nothing is written inside a page, style neither.
TRUSTS = re.compile(
    r"\|\s*safe\b|\bautoescape\b|\bMarkup\b|\son\w+=|\sstyle=|<style"
    r'|<script(?! type="module" src="\{\{ asset\("[^"]+"\) \}\}"></script>)',
    re.IGNORECASE,
)


def test_a_template_has_at_most_a_hundred_and_twenty_lines() -> None:
    found = files("templates", suffix=".html")

    assert found
    assert [name_of(path) for path in found if path.read_text().count("\n") > 120] == []


def test_no_template_trusts_what_it_prints() -> None:
    found = files("templates", suffix=".html")

    assert found
    assert [name_of(path) for path in found if TRUSTS.search(path.read_text())] == []


def test_no_code_makes_markup_of_text() -> None:
    found = modules("toolkit")
    words = ("Markup(", "render_template_string", "from_string(", "autoescape=False")

    assert found
    assert [module.path for module in found if any(word in module.text for word in words)] == []


def test_every_template_compiles_with_escaping_on() -> None:
    templates = environment("nl")
    names = templates.list_templates(extensions=["html"])

    compiled = [templates.get_template(name) for name in names]

    assert compiled
    assert [one.name for one in compiled if one.environment.autoescape is not True] == []
