"""The parts that pages are built of work without scripts and say what they are."""

import re

from toolkit.documents.html import environment
from toolkit.domain.fields import Text

ANSWERS = [("0", "No."), ("2", "Yes, and everybody knows the way.")]
APART = [("unknown", "I do not know"), ("na", "Does not apply here", "For instance: no shelter.")]


def part(file: str, macro: str, *given: object, **named: object) -> str:
    """Return what a macro makes, in English, with one space between words."""
    module = environment("en").get_template(f"components/screen/{file}.html").module
    made = getattr(module, macro)(*given, **named)
    return re.sub(r"\s+", " ", str(made))


def test_a_question_is_the_heading_and_the_name_of_its_answers() -> None:
    html = part("choices", "radio_group", "q", "Is it arranged?", ANSWERS, apart=APART, level=1)

    assert '<legend class="legend' in html
    assert "<h1>Is it arranged?</h1></legend>" in html
    assert 'role="radiogroup" aria-labelledby="q-legend" aria-required="true"' in html


def test_an_answer_is_required_of_the_group_and_never_of_one_radio() -> None:
    html = part("choices", "radio_group", "q", "Is it arranged?", ANSWERS, apart=APART)

    assert html.count('type="radio"') == len(ANSWERS) + len(APART)
    assert " required" not in html
    assert html.count("aria-required") == 1


def test_only_the_chosen_answer_is_checked() -> None:
    none = part("choices", "radio_group", "q", "Is it arranged?", ANSWERS, None, APART)
    number = part("choices", "radio_group", "q", "Is it arranged?", ANSWERS, 2, APART)

    assert " checked" not in none
    assert re.findall(r'value="(\w+)" checked', number) == ["2"]


def test_a_mistake_is_tied_to_its_field() -> None:
    html = part(
        "fields",
        "text_input",
        "name",
        "Name",
        description="As it is written.",
        errors=["Fill in a name."],
    )

    assert 'aria-describedby="name-description name-error" aria-invalid="true"' in html
    assert 'id="name-error"' in html
    assert "Fill in a name." in html


def test_what_somebody_typed_stays_text() -> None:
    html = part("fields", "textarea", "note", "Note", "</textarea><script>")

    assert "&lt;/textarea&gt;&lt;script&gt;" in html


def test_a_square_of_the_strip_is_a_link_that_says_its_word_and_question() -> None:
    html = part("outcome", "strip_of_links", [("unknown", "Who hears the child?", "/items/a")])

    assert '<a href="/items/a">' in html
    assert "Nobody knows: Who hears the child?" in html


def test_a_number_to_call_can_be_called() -> None:
    name, hours = Text({"nl": "Veilig Thuis"}), Text({"en": "day and night"})
    contact = {"name": name, "number": "0800-2000", "hours": hours}
    html = part("help", "help_numbers", [contact])

    assert '<a href="tel:08002000">0800-2000</a>' in html


def test_the_first_step_that_is_not_done_is_the_next() -> None:
    steps = [("Begin", True, "15 minutes", "/a"), ("Ask", False, "", ""), ("Check", False, "", "")]

    html = part("progress", "checklist", steps)

    assert html.count('<li class="now">') == 1
    assert html.index("(done)") < html.index('<li class="now">') < html.index("Ask")


def test_what_changes_something_is_posted_with_its_token() -> None:
    html = part("actions", "post_button", "Remove", "/remove", "token", danger=True)

    assert '<form method="post" action="/remove">' in html
    assert '<input type="hidden" name="csrf_token" value="token">' in html
