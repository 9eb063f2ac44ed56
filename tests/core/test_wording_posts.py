"""A post and the body that holds it, in one phrase."""

import pytest

from guong.core.wording import post_in_body


@pytest.mark.parametrize(
    ("post", "body", "phrase"),
    [
        ("Bí thư Đảng uỷ phường", "Đảng uỷ phường Núi Voi", "Bí thư Đảng uỷ phường Núi Voi"),
        ("Trưởng Ban", "Ban Tuyên giáo Quận uỷ", "Trưởng Ban Tuyên giáo Quận uỷ"),
        ("Phó Trưởng phòng", "Phòng Nội vụ", "Phó Trưởng phòng Nội vụ"),
        ("Chuyên viên", "Ban Tổ chức Quận uỷ", "Chuyên viên, Ban Tổ chức Quận uỷ"),
        ("", "Phòng Nội vụ", "Phòng Nội vụ"),
    ],
)
def test_words_that_end_the_post_and_begin_the_body_are_said_once(post: str, body: str, phrase: str) -> None:
    assert post_in_body(post, body) == phrase
