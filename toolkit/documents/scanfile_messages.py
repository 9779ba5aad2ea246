"""Words what can be wrong in a scan file, for those who filled it in."""

from collections.abc import Mapping

from toolkit.wording import N_

MESSAGES: Mapping[str, str] = {
    "not_a_scan": N_(
        "This is not a scan file. It begins with keys such as questionnaire, edition and answers."
    ),
    "questionnaire_unknown": N_("There is no questionnaire “%(name)s”. Choose from: %(known)s."),
    "edition_unknown": N_(
        "There is no edition “%(name)s” of this questionnaire. Choose from: %(known)s."
    ),
    "selection_unknown": N_("There is no short round “%(name)s”. Choose from: %(known)s."),
    "respondent_unknown": N_(
        "There is no function “%(name)s” that can answer. Choose from: %(known)s."
    ),
    "theme_unknown": N_("There is no theme “%(name)s”. Choose from: %(known)s."),
    "item_unknown": N_(
        "The questionnaire has no question “%(name)s”. Correct the id, or remove the answer."
    ),
    "item_renamed": N_("The question “%(name)s” is called “%(now)s” in this edition. Use that id."),
    "item_retired": N_(
        "The question “%(name)s” is not asked any more in this edition. Remove the answer."
    ),
    "not_intake": N_("“%(name)s” is not an intake question. Put it under “answers”."),
    "answer_shape": N_(
        "“%(given)s” is not an answer. Write “value: …” on a line below the question, or the word unknown."
    ),
    "answer_list": N_(
        "A list stands here. Write “value: …” on a line below the question, or the word unknown."
    ),
    "answer_twice": N_("This question has more than one answer: %(names)s. Keep one of them."),
    "two_views": N_("A disagreement has exactly two sides, each with value, function and reason."),
    "always_applies": N_(
        "The question “%(name)s” always applies. Give a value, or the word unknown."
    ),
    "reason_missing": N_("Say in a few words why this question does not apply."),
    "left_open_answered": N_("What was left open has no answer. Remove left_open, or the answer."),
    "views_same": N_(
        "Both sides give the same answer. Give it as value, or correct one of the two."
    ),
    "answer_one_value": N_(
        "The question “%(name)s” takes one answer, not a list. Keep one of: %(given)s."
    ),
    "answer_unknown_option": N_(
        "“%(given)s” is not an answer to “%(name)s”. Choose from: %(allowed)s."
    ),
    "answer_not_a_level": N_("“%(given)s” is not a level of “%(name)s”. Choose from: %(allowed)s."),
    "answer_not_a_number": N_(
        "“%(given)s” cannot be the answer to “%(name)s”. Write a number in digits, like 48000 or 2.5: "
        "zero or more, at most twelve digits, at most two behind the point."
    ),
    "answer_thousands": N_(
        "“%(given)s” can be read in two ways. If you mean %(allowed)s, write it without points and commas. "
        "Behind a point stand at most two digits."
    ),
    "answer_too_low": N_(
        "“%(given)s” is too low for “%(name)s”. Write a number of at least %(allowed)s."
    ),
    "answer_too_high": N_(
        "“%(given)s” is too high for “%(name)s”. Write a number of at most %(allowed)s."
    ),
    "answer_not_a_day": N_(
        "“%(given)s” is not an existing date from 1900 to 2100. Answer “%(name)s” like 2026-12-31."
    ),
    "answer_stands_alone": N_(
        "“%(allowed)s” stands alone: it cannot be chosen together with other answers. Keep one of the two."
    ),
    "answer_repeated": N_(
        "Among the answers to “%(name)s” this stands more than once: %(allowed)s. Keep it once."
    ),
    "answer_empty": N_("The answer to “%(name)s” is empty. Fill it in, or remove the question."),
    "answer_too_long": N_(
        "The answer to “%(name)s” is longer than %(allowed)s characters. Shorten it."
    ),
    "evidence_twice": N_(
        "Two pieces of evidence have the id “%(name)s”. Give one of them another id."
    ),
    "register_id": N_(
        "“%(given)s” cannot be the id of evidence. Use letters, digits, points and dashes, like plan-2024."
    ),
    "one_person": N_(
        "These are the answers of one person to a questionnaire with safeguards. We make no outcome of "
        "them: that takes five people or more, so that nobody can be recognised. "
        "Bring the answers of at least five together, without names, and discuss those."
    ),
    "text_shape": N_("Here one text is expected, not a list and not keys."),
    "text_empty": N_("Nothing can be read here. Write a text, or remove the part it belongs to."),
    "line_long": N_("This text is longer than 300 characters. Shorten it."),
    "words_long": N_("This text is longer than 10,000 characters. Shorten it."),
    "link": N_("“%(given)s” is not a link. It begins with https:// or mailto:."),
    "pdf_large": N_(
        "This PDF is larger than %(most)s MB, so nobody looks into it. Ask its maker for the scan file."
    ),
    "pdf_damaged": N_("This PDF is not whole. Download it again, or have it sent again."),
    "pdf_locked": N_(
        "This PDF has a password. Ask its maker for one without, or for the scan file."
    ),
    "pdf_foreign": N_(
        "This PDF does not come from this program, or another program saved it anew. Choose the report "
        "as it was downloaded here, or a scan file."
    ),
    "pdf_without_scan": N_(
        "There is no scan inside this PDF. Only a working version with the answers inside has one. "
        "Choose that one, or a scan file."
    ),
    "pdf_more_files": N_(
        "There is more than one file inside this PDF, and a working version has only its scan. Ask its "
        "maker for a new one."
    ),
    "pdf_altered": N_(
        "The scan inside this PDF is not as it was made. Ask its maker for a new PDF, or for the scan "
        "file."
    ),
    "pdf_too_much": N_(
        "There is too much inside this PDF to look through. Ask its maker for the scan file."
    ),
    "pdf_unlooked": N_(
        "Nobody could look into this PDF now. Nothing was taken in; try again later."
    ),
}
