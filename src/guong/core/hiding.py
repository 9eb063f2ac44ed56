"""Characters that nobody sees but that turn or hide the words around them: no paper prints them (security.md §2 no. 66).

Marks of direction let a name be read backwards on paper; characters without width let two different names look alike.
Vietnamese needs none of them.
"""

_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NO_WIDTH = (0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)

# For `str.translate`: each of them is left out.
HIDING: dict[int, None] = dict.fromkeys((*_DIRECTION, *_NO_WIDTH))
