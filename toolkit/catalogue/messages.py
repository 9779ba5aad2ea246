"""Words what can be wrong in a questionnaire, for authors who are not programmers."""

from collections.abc import Mapping

from toolkit.wording import N_

MESSAGES: Mapping[str, str] = {
    # files
    "no_edition": N_(
        "There is no questionnaire here. Name a folder with a questionnaire.yaml in it."
    ),
    "not_an_edition": N_(
        "This is not a questionnaire. It begins with keys such as id, edition and themes."
    ),
    "not_a_scenario": N_(
        "This is not a scenario. It begins with keys such as id, title and phases."
    ),
    "file_outside": N_(
        "This leads outside the folder of the questionnaire. Put the file itself in its place."
    ),
    "not_a_file": N_("This is not a file with text. Put one in its place, or remove it."),
    "edition_large": N_(
        "All files together are more than 2 MB, or 50,000 values. Split the questionnaire."
    ),
    "items_many": N_("There are more than 1,000 questions here. Split the questionnaire."),
    "include_missing": N_(
        "The file “%(name)s” does not exist. Check its name; it starts from questionnaire.yaml."
    ),
    "include_outside": N_(
        "“%(name)s” lies outside the questionnaire. Name a file in its own folder, like themes/01.yaml."
    ),
    "include_twice": N_("The file “%(name)s” is used already. Name another file."),
    "include_not_list": N_(
        "This file must be a list of questions: each begins with a dash and its id."
    ),
    "file_unused": N_("No theme uses this file. Name it under a theme, or remove it."),
    "folder_differs": N_(
        "This says “%(name)s”, but the folder is called “%(other)s”. Make them the same."
    ),
    "published_changed": N_(
        "Edition %(name)s changed after it was released. Undo that, or make a new edition."
    ),
    "published_line": N_(
        "“%(name)s” is not an edition. Begin the line with its name, as check --fingerprint prints it."
    ),
    "published_gone": N_("Edition %(name)s was released, but its folder is gone. Put it back."),
    "fact_stale": N_(
        "The fact “%(name)s” was to be checked again by %(day)s. Check it, then change its date."
    ),
    "file_stale": N_(
        "Everything in this file was to be checked again by %(day)s. Check it, then change its date."
    ),
    # names
    "id_twice": N_("The id “%(name)s” is used already, at %(other)s. Give this one another id."),
    "name_twice": N_("“%(name)s” stands here twice, also at %(other)s. Keep one of the two."),
    "id_alike": N_("“%(name)s” looks just like “%(other)s”. Choose an id that nobody can mix up."),
    "dimension_not_there": N_("There is no dimension “%(name)s”. Choose from: %(known)s."),
    "scale_not_there": N_("There is no scale “%(name)s”. Choose from: %(known)s."),
    "level_not_there": N_("There is no level “%(name)s”. Choose from: %(known)s."),
    "band_not_there": N_("There is no band “%(name)s”. Choose from: %(known)s."),
    "phrase_not_there": N_("There is no phrase “%(name)s”. Choose from: %(known)s."),
    "gap_with_itself": N_("“%(name)s” cannot lie above itself. Name another dimension."),
    "renamed_in_use": N_(
        "“%(name)s” is the id of another question still. An old id may not be in use."
    ),
    "renamed_twice": N_(
        "The old id “%(name)s” was taken over already, at %(other)s. Keep one of the two."
    ),
    "informs_itself": N_(
        "A question cannot inform itself. Name a question of another questionnaire."
    ),
    "informs_unknown": N_(
        "No questionnaire has a question “%(name)s”. Correct the id, or remove it."
    ),
    "role_unknown": N_("The library has no role “%(name)s”. Choose one from library/roles.yaml."),
    "article_unknown": N_(
        "The library has no article %(name)s. Choose one from library/uncrc.yaml."
    ),
    "norm_unknown": N_("The library has no norm “%(name)s”. Choose one from library/norms.yaml."),
    # questions
    "weight_zero": N_(
        "A weight of 0 leaves this out without a word. Make it more than 0, or remove the question."
    ),
    "scale_misplaced": N_(
        "A scale belongs only to type scale, and this is type %(type)s. Remove the key."
    ),
    "anchors_misplaced": N_(
        "Anchors belong only to type scale, and this is type %(type)s. Remove them."
    ),
    "scale_missing": N_("“%(name)s” has no scale. Give it a dimension, or the name of a scale."),
    "anchors_count": N_(
        "There are %(given)s anchors, but the scale has %(wanted)s levels. Write one for each level."
    ),
    "options_misplaced": N_(
        "Options belong to type choice or multi_choice, and this is type %(type)s. Remove them."
    ),
    "options_few": N_("“%(name)s” needs at least two options to choose from. Add them."),
    "exclusive_misplaced": N_(
        "With type choice every option stands alone already. Remove “exclusive”."
    ),
    "points_on_some": N_(
        "Option “%(name)s” has no points, others do. Give all options points, or none."
    ),
    "intake_scored": N_(
        "“%(name)s” is an intake question, and those are never scored. Remove dimension, points and advice."
    ),
    "dimension_missing": N_("“%(name)s” is scored, but has no dimension. Add one."),
    "points_missing": N_(
        "“%(name)s” has a dimension, but its options have no points. Add points, or remove the dimension."
    ),
    "dimension_misplaced": N_("A question of type %(type)s is never scored. Remove the dimension."),
    "minimum_misplaced": N_(
        "A minimum belongs only to type number, and this is type %(type)s. Remove it."
    ),
    "maximum_misplaced": N_(
        "A maximum belongs to type number or multi_choice, and this is type %(type)s. Remove it."
    ),
    "bounds_crossed": N_("The minimum is higher than the maximum. Exchange them."),
    "nothing_to_earn": N_(
        "Nobody can earn a point with “%(name)s”. Give at least one answer more than 0 points."
    ),
    "maximum_high": N_(
        "The answers to “%(name)s” never earn %(given)s points, at most %(most)s. "
        "Make the maximum %(most)s."
    ),
    "groups_or_items": N_("A theme has either groups or items. Give exactly one of the two."),
    # scoring
    "scale_short": N_("Scale “%(name)s” needs at least two levels. Add them."),
    "scale_rising": N_(
        "The values of scale “%(name)s” must rise, each level higher than the one before."
    ),
    "bands_rising": N_("The bands must rise: each begins higher than the one before."),
    "band_high": N_("A band begins at 0 to 100. Make this number lower."),
    "bands_gap": N_(
        "The first band does not begin at 0, so the lowest results have no word. Begin at 0."
    ),
    "coverage_high": N_("Coverage is a part of the whole: a number from 0 to 1, like 0.5."),
    "digits_many": N_("Figures are rounded to at most 6 digits. Choose a lower number."),
    "gate_crossed": N_(
        "“pass” is higher than “in_order”. Make “pass” lower, or “in_order” higher."
    ),
    "gate_high": N_(
        "“%(name)s” can earn at most %(most)s points, so it never gets this far. "
        "Make this number lower, or give the question another level."
    ),
    "levels_none": N_("There must be at least one level. Add one, or remove the key."),
    "target_high": N_(
        "Not applicable would count for more than “%(name)s” can earn, which is %(most)s. Make it lower."
    ),
    "selection_empty": N_(
        "The short round “%(name)s” asks no question at all. Lower its weight, or change its level."
    ),
    # advice
    "advice_unknown": N_("There is no advice “%(name)s”. Write one here, or name an existing one."),
    "advice_circle": N_(
        "This advice leads back to itself by way of “%(name)s”. Write the text here."
    ),
    "advice_long": N_(
        "“%(name)s” names an advice that names another, more than %(most)s in a row. "
        "Name the written one."
    ),
    "advice_missing": N_(
        "“%(name)s” has no advice for “%(step)s”. Write it, or name that of another question."
    ),
    "advice_unused": N_("“%(name)s” is not scored, so its advice is never given. Remove it."),
    # conditions
    "one_comparison": N_(
        "A condition compares once: give exactly one of equals, in, at_least and at_most."
    ),
    "condition_item": N_(
        "The condition names a question “%(name)s” that does not exist. Correct the id."
    ),
    "condition_retired": N_(
        "The condition looks at “%(name)s”, which is not asked any more. Choose another."
    ),
    "not_a_size": N_("Answers to “%(name)s” have no size. Use equals or in."),
    "value_impossible": N_(
        "“%(given)s” is never the answer to “%(name)s”. Possible is: %(allowed)s."
    ),
    "value_no_number": N_("“%(given)s” is never the answer to “%(name)s”, which is a number."),
    "value_no_text": N_(
        "“%(given)s” is never the answer to “%(name)s”. Write it without spaces around it."
    ),
    "value_no_date": N_(
        "“%(given)s” is never the answer to “%(name)s”, which is a date like 2026-12-31."
    ),
    "show_if_scored": N_(
        "“%(name)s” is scored, so it may be hidden by intake questions only, not by “%(other)s”: not having something may never score better than having it badly. Use “when_hidden: zero”, or an intake question."
    ),
    "show_if_intake": N_(
        "“%(name)s” is an intake question, so it may look at intake questions only, not at “%(other)s”."
    ),
    "show_if_falls": N_(
        "A better answer to “%(other)s” can hide “%(name)s”, which then counts as 0: "
        "the better answer lowers the score. Turn the condition around."
    ),
    "show_if_circle": N_("“%(name)s” waits for itself: %(path)s. Remove one of these conditions."),
    "show_if_long": N_(
        "“%(name)s” waits for a question that waits for another, more than %(most)s in a row. "
        "Make the chain shorter."
    ),
    "unreachable": N_(
        "No answer can make “%(name)s” appear. Change its condition, or remove the question."
    ),
    "never_contradicts": N_(
        "No answers can make the contradiction “%(name)s” true. Change its condition."
    ),
    "never_hidden": N_(
        "“%(name)s” is never hidden, so “when_hidden” does nothing. Add “show_if”, or remove it."
    ),
    # texts
    "text_first_language": N_("This text is missing in the first language. Add “%(language)s: …”."),
    "text_translation": N_("This text has no translation. Add “%(language)s: …”."),
    "text_extra": N_(
        "The language %(language)s is not among the languages of this questionnaire. Add it there, or remove this."
    ),
    "text_markup": N_(
        "“%(given)s” holds markup. Write plain text, without < and > or codes with &."
    ),
    "text_unseen": N_(
        "This text holds a character that cannot be seen (%(code)s). Type the text again."
    ),
    "text_braces": N_("“%(given)s” holds braces. They are only for {contact.…} and {figure.…}."),
    "placeholder_unknown": N_(
        "The library does not know “%(name)s”. Choose from contacts.yaml or figures.csv."
    ),
    # the rest
    "safeguards_missing": N_(
        "A questionnaire for young people needs safeguards. Say what a named person confirms first."
    ),
    "passport_missing": N_(
        "The passport is missing. Say who owns this questionnaire, its date, its status."
    ),
    "scenario_name": N_(
        "The scenario is called “%(name)s”, but its file “%(other)s”. Make them the same."
    ),
    "scenario_item": N_(
        "This questionnaire has no question “%(name)s”. Correct the id, or remove it."
    ),
    "scenario_phases": N_("A scenario has these phases, in this order: %(known)s."),
}
