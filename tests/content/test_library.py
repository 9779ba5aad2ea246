"""Things are found in the library by name, also when nobody described them."""

from tests.content.shipped import library


def test_a_norm_is_found_by_the_article_an_item_names() -> None:
    found = library().norms_of(["EU2011/36-18b", "VNG-2"])

    assert [norm.code for norm in found] == ["EU2011/36", "EU2024/1712", "VNG-1..5"]


def test_the_norms_behind_several_codes_come_once_without_the_unknown() -> None:
    found = library().norms_of(["NR", "GC5", "GC14", "nobody-knows"])

    assert [norm.code for norm in found] == ["NR-10", "NR-SM", "GC"]


def test_articles_that_do_not_exist_are_left_out() -> None:
    assert [article.number for article in library().articles_of([3, 99, 12])] == [3, 12]


def test_a_norm_is_known_by_its_row_or_its_family() -> None:
    assert library().knows_norm("NR-10")
    assert library().knows_norm("VNG-2")
    assert not library().knows_norm("nobody-knows")


def test_a_role_nobody_described_goes_by_its_id() -> None:
    assert library().role("mayor").label.within("en") == "mayor"
    assert library().role("dike_reeve").label.within("en") == "dike_reeve"


def test_facts_are_said_in_the_language_asked() -> None:
    assert library().fact("figure", "minors_share_estimated", "nl") == "een derde"
    assert library().fact("figure", "minors_share_estimated", "en") == "one third"
    assert library().fact("contact", "emergency", "nl") == library().contact("emergency").number
    assert library().fact("weather", "tomorrow", "nl") is None


def test_a_contact_without_a_number_gives_no_fact() -> None:
    assert library().contact("chat_fier").number is None
    assert library().fact("contact", "chat_fier", "nl") is None
