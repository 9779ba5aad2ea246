"""Words the problems that any file can have, for authors who are not programmers."""

from collections.abc import Mapping

from toolkit.domain.problems import Problem
from toolkit.wording import N_, Wording

MESSAGES: Mapping[str, str] = {
    "file_missing": N_("This file does not exist. Check the name and the folder."),
    "file_is_folder": N_("This is a folder, not a file. Give the name of the file in it."),
    "file_closed": N_("This file cannot be opened. Check that you may read it."),
    "file_odd": N_("This is not an ordinary file. Give the name of a file with text in it."),
    "file_large": N_("This file is larger than 1 MB. Split it, or remove what does not belong."),
    "file_not_utf8": N_("This file is not saved as UTF-8. Save it again with UTF-8 as encoding."),
    "yaml_empty": N_("There is nothing in this file. Did something go wrong while saving?"),
    "yaml_directive": N_("A line may not begin with a percent sign. Put the text in quotes."),
    "yaml_documents": N_("Three dashes begin a second document here. Keep one document a file."),
    "yaml_alias": N_("References with & and * are not used here. Write the text out in full."),
    "yaml_tag": N_(
        "Types with an exclamation mark are not used here. Leave it out, or use quotes."
    ),
    "yaml_merge": N_("The key << is not used here. Write the keys out in full."),
    "yaml_key": N_("Here a key is expected: one word, followed by a colon."),
    "yaml_duplicate": N_("The key “%(name)s” stands here twice. Keep one of the two."),
    "yaml_deep": N_("This goes deeper than 20 levels. Check the indentation and the brackets."),
    "yaml_many": N_("This file holds more than 20,000 values. Split it."),
    "yaml_control": N_(
        "There is a character in this file that cannot be seen. Type the text again."
    ),
    "yaml_colon": N_("A colon stands in the middle of a text. Put that whole text in quotes."),
    "yaml_quote": N_("A text begins with a quote here, but the closing quote is missing."),
    "yaml_bracket": N_("A bracket is opened here that is not closed, or a comma is missing."),
    "yaml_escape": N_("A backslash in double quotes is not understood. Use single quotes."),
    "yaml_indent": N_(
        "This line does not stand as far in as those above it, or its colon is missing."
    ),
    "yaml_tab": N_("There is a tab at the start of this line. Use spaces."),
    "yaml_quotes_needed": N_("A text may not begin with this character. Put the text in quotes."),
    "yaml_broken": N_("This line cannot be understood. Compare it with the lines above it."),
    "and_more": N_("There may be more to correct. Correct what is named here, then try again."),
    "empty_value": N_("Nothing stands behind this key. Fill it in, or remove the key."),
    "key_missing": N_("The key “%(name)s” is missing. Add it."),
    "key_unknown": N_("The key “%(name)s” does not belong here. Remove it, or check its spelling."),
    "not_allowed": N_("“%(given)s” cannot stand here. Choose from: %(allowed)s."),
    "not_keys": N_("Here keys are expected, each on a line of its own: “key: value”."),
    "not_languages": N_("Write this text by language: “nl: …” and below it “en: …”."),
    "not_a_list": N_("Here a list is expected: each part on a line that begins with a dash."),
    "list_long": N_("This list has more parts than we can handle. Make it shorter."),
    "list_empty": N_("This list is empty. Add at least one part, or remove the key."),
    "prose_shape": N_("Here one text is expected, not a list and not keys."),
    "prose_empty": N_("This text is empty. Write it, or remove the key."),
    "prose_long": N_("This text is longer than 10,000 characters. Shorten it."),
    "points": N_(
        "“%(given)s” is not a number here. Write it like 2 or 2.5: zero or more, up to six digits, with a point."
    ),
    "whole": N_("“%(given)s” is not a whole number. Write it in digits only, like 12."),
    "flag": N_("“%(given)s” is not an answer here. Write true or false."),
    "day": N_("“%(given)s” is not an existing date from 1900 to 2100. Write it like 2026-12-31."),
    "name": N_(
        "“%(given)s” cannot be a name here. Use lower case letters, digits and _, letter first."
    ),
    "item_id": N_(
        "“%(given)s” cannot be an id. Use lower case words with a point, like theme.question."
    ),
    "kebab": N_(
        "“%(given)s” cannot be a name here. Use lower case words with dashes, like my-questionnaire."
    ),
    "edition": N_(
        "“%(given)s” cannot be an edition. Use digits, letters, points and dashes, like 2026.1."
    ),
    "language": N_("“%(given)s” is not a language. Use two small letters, like nl or en."),
    "headings_none": N_("There are no headings in this file. Start from the file with ours."),
    "headings_large": N_("This file is larger than 20 kB. Keep only the headings in it."),
    "heading_missing": N_("The heading “%(name)s” is missing. Add it; what stands under it stays."),
    "heading_long": N_(
        "A heading has one to %(longest)s characters. Make it shorter, or write it."
    ),
    "advice_id": N_(
        "Write an advice here (text, owner, term, effort), or name another one like theme.question.low."
    ),
}
DID_YOU_MEAN = N_("Did you mean “%(nearest)s”?")
UNWORDED = N_("Something is wrong here (%(code)s). Compare it with the description of the format.")


def sentence(problem: Problem, messages: Mapping[str, str], wording: Wording) -> str:
    """Return what is wrong, with what would be right, in words."""
    message = messages.get(problem.code, UNWORDED)
    said = wording(message, **{"code": problem.code, **problem.details})
    if problem.details.get("nearest"):
        return f"{said} {wording(DID_YOU_MEAN, **problem.details)}"
    return said
