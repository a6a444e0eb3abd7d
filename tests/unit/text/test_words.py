"""Splitting and casing words, in all scripts."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sdkwright.text.casing import ascii_only, constant, number_words, pascal, pascal_inside, snake, upper_snake, words
from sdkwright.text.romanise import spell

CASES = [
    # text, PascalCase, snake_case, UPPER_SNAKE
    ("getHTTPServer", "GetHTTPServer", "get_http_server", "GET_HTTP_SERVER"),
    ("HTTPServer", "HTTPServer", "http_server", "HTTP_SERVER"),
    ("URLs", "URLs", "ur_ls", "UR_LS"),
    ("userIDs", "UserIDs", "user_i_ds", "USER_I_DS"),
    ("v1Beta2", "V1Beta2", "v1_beta2", "V1_BETA2"),
    ("2fa", "Twofa", "twofa", "TWOFA"),
    ("17", "Seventeen", "seventeen", "SEVENTEEN"),
    ("256x256", "TwoHundredAndFiftySixx256", "two_hundred_and_fifty_sixx256", "TWO_HUNDRED_AND_FIFTY_SIXX256"),
    ("007", "ZeroZeroSeven", "zero_zero_seven", "ZERO_ZERO_SEVEN"),
    ("_id", "ID", "id", "ID"),
    ("$ref", "Ref", "ref", "REF"),
    ("@type", "Type", "type", "TYPE"),
    ("x-api-key", "XAPIKey", "x_api_key", "X_API_KEY"),
    ("image_url", "ImageURL", "image_url", "IMAGE_URL"),
    ("json_schema", "JSONSchema", "json_schema", "JSON_SCHEMA"),
    ("HonoApiError", "HonoAPIError", "hono_api_error", "HONO_API_ERROR"),
    ("FOO_BAR", "FooBar", "foo_bar", "FOO_BAR"),
    ("FAQ", "FAQ", "faq", "FAQ"),
    ("OAuth2Token", "OAuth2Token", "o_auth2_token", "O_AUTH2_TOKEN"),
    ("S3Key", "S3Key", "s3_key", "S3_KEY"),
    ("post_/v2/traces/sessions/count", "PostV2TracesSessionsCount", "post_v2_traces_sessions_count", None),
    ("gpt-4o", "Gpt4o", "gpt_4o", "GPT_4O"),
    ("Translation (document)", "TranslationDocument", "translation_document", "TRANSLATION_DOCUMENT_"),
    ("-1", "One", "one", "MINUS_1"),
    ("+1", "One", "one", "PLUS_1"),
    ("<=", "LessThanOrEqualTo", "less_than_or_equal_to", "LESS_THAN_OR_EQUAL_TO"),
    ("*", "Star", "star", "STAR"),
    ("", "", "", ""),
    (" ", "Space", "space", "SPACE"),
    ("été", "Ete", "ete", "ETE"),
    ("Straße", "Strasse", "strasse", "STRASSE"),
    ("İstanbul", "Istanbul", "istanbul", "ISTANBUL"),
    ("Ключ API", "KlyuchAPI", "klyuch_api", "KLYUCH_API"),
    ("Ελληνικά", "Ellinika", "ellinika", "ELLINIKA"),
    ("מפתח", "Mptch", "mptch", "MPTCH"),
    ("مفتاح", "Mftah", "mftah", "MFTAH"),
    ("हिन्दी", "Hindii", "hindii", "HINDII"),
    ("ภาษา", "Phaasaa", "phaasaa", "PHAASAA"),
    ("データ", "Deta", "deta", "DETA"),
    ("ひらがな", "Hiragana", "hiragana", "HIRAGANA"),
    ("한국어", "Hangugeo", "hangugeo", "HANGUGEO"),
    ("名前", "名前", "名前", "名前"),
    ("用户ID", "用户ID", "用户_id", "用户_ID"),
    ("ﬁne", "Fine", "fine", "FINE"),
    ("\uff26\uff55\uff4c\uff4c", "Full", "full", "FULL"),
    ("\U0001f600", "U1f600", "u1f600", "U1F600"),
    ("a\U0001f600b", "AB", "a_b", "A_B"),
    ("\ud800", "Ud800", "ud800", "UD800"),
    ("a\nb", "AB", "a_b", "A_B"),
    ("../../etc/passwd", "EtcPasswd", "etc_passwd", "ETC_PASSWD"),
]


@pytest.mark.parametrize(("text", "in_pascal", "in_snake", "in_upper"), CASES, ids=[ascii(c[0]) for c in CASES])
def test_cases(text: str, in_pascal: str, in_snake: str, in_upper: str | None) -> None:
    assert pascal(text) == in_pascal
    assert snake(text) == in_snake
    assert in_upper is None or upper_snake(text) == in_upper


def test_a_number_may_stay_for_later() -> None:
    assert pascal_inside("2ImageUrl") == "2ImageURL"


@pytest.mark.parametrize(
    ("number", "name"),
    [(0, "Zero"), (10, "Ten"), (21, "TwentyOne"), (100, "OneHundred"), (1024, "OneThousandAndTwentyFour")],
)
def test_numbers(number: int, name: str) -> None:
    assert "".join(number_words(number)) == name


def test_words_keep_their_case() -> None:
    assert words("getHTTPServer_v1Beta2") == ("get", "HTTP", "Server", "v1", "Beta2")


def test_files_and_environments_are_ascii() -> None:
    assert ascii_only("名前_id") == "u540du524d_id"
    assert constant("名前 key") == "名前_KEY"


@given(st.text())
@example("ß")
@example("\u0345")
@example("ᏣᎳᎩ")
@example("½")
def test_any_text_makes_an_identifier_or_nothing(text: str) -> None:
    for case in (pascal, snake, upper_snake):
        name = case(text)
        assert name == "" or name.isidentifier(), ascii(name)
        assert (name == "") == (text == "")
        assert not name.startswith("_")


@given(st.text())
@example("a_p_i")
@example("x_URLs")
@example("APIs")
def test_casing_its_own_result_changes_nothing(text: str) -> None:
    for case in (pascal, snake):
        assert case(case(text)) == case(text)


@given(st.text())
def test_snake_is_lower_and_upper_is_upper(text: str) -> None:
    assert snake(text) == snake(text).lower()
    assert upper_snake(text) == upper_snake(text).upper()


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
def test_spelling_is_ascii_but_for_chinese(text: str) -> None:
    odd = [c for c in spell(text) if not c.isascii()]
    assert all("\u3400" <= c <= "\U0002a6df" for c in odd), odd


@given(st.text(alphabet="aX1می्क👩-\u200c\u200d"))
@example("क्\u200cष")
def test_joiners_are_no_part_of_names(text: str) -> None:
    assert spell(text) == spell("".join(c for c in text if c not in "\u200c\u200d"))


@given(st.text(alphabet="abcXYZ019_-. "))
def test_the_letters_of_a_text_stay_in_order(text: str) -> None:
    letters = "".join(c for c in text if c.isalnum())
    if letters and not letters[0].isdigit():
        assert "".join(words(text)) == letters


def test_keywords_are_not_the_business_of_words() -> None:
    assert keyword.iskeyword(snake("From"))
