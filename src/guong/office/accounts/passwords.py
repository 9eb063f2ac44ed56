"""Django's rules for passwords with sentences in Vietnamese."""

from django.contrib.auth import password_validation as rules


class LongEnough(rules.MinimumLengthValidator):
    """A password of at least ``min_length`` characters; length beats signs and digits."""

    def get_error_message(self) -> str:
        """Say what is wrong and what to do."""
        return f"Mật khẩu cần ít nhất {self.min_length} ký tự. Đồng chí dùng một câu dễ nhớ."


class UnlikeTheName(rules.UserAttributeSimilarityValidator):
    """A password unlike the officer's names."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("username", "full_name"))

    def get_error_message(self) -> str:
        """Say what is wrong and what to do."""
        return "Mật khẩu quá giống tên của đồng chí. Đồng chí chọn mật khẩu khác."


class HardToGuess(rules.CommonPasswordValidator):
    """A password that is on no list of common ones."""

    def get_error_message(self) -> str:
        """Say what is wrong and what to do."""
        return "Mật khẩu này nhiều người dùng, dễ bị đoán. Đồng chí chọn mật khẩu khác."
