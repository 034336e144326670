"""The counting itself."""

import pytest

from security.models import RateLimit
from security.throttling import Attempt, Limit, TooManyAttemptsError

TWO = Limit("two", 2, 15 * 60)
FIVE = Limit("five", 5, 60 * 60)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def allowed(subjects):
    try:
        return Attempt(subjects)
    except TooManyAttemptsError:
        return None


def test_attempts_pass_until_the_limit():
    assert allowed({TWO: "a"})
    assert allowed({TWO: "a"})
    assert not allowed({TWO: "a"})
    assert allowed({TWO: "b"})


def test_refusal_says_how_long_to_wait():
    Attempt({TWO: "a"}), Attempt({TWO: "a"})
    with pytest.raises(TooManyAttemptsError) as refusal:
        Attempt({TWO: "a"})
    assert refusal.value.seconds == 10 * 60  # it is 9:05
    assert "10 minutes" in refusal.value.message


def test_longest_wait_counts():
    for _ in range(5):
        Attempt({FIVE: "a"})
    Attempt({TWO: "a"}), Attempt({TWO: "a"})
    with pytest.raises(TooManyAttemptsError) as refusal:
        Attempt({TWO: "a", FIVE: "a"})
    assert refusal.value.seconds == 55 * 60


def test_refused_attempts_do_not_count():
    Attempt({TWO: "a"}), Attempt({TWO: "a"})
    for _ in range(9):
        assert not allowed({TWO: "a", FIVE: "b"})
    assert all(allowed({FIVE: "b"}) for _ in range(5))


def test_next_window_starts_from_nothing(now):
    Attempt({TWO: "a"}), Attempt({TWO: "a"})
    now(14.9)
    assert not allowed({TWO: "a"})
    now(15)
    assert allowed({TWO: "a"})


def test_success_forgets_one_limit_and_gives_back_to_the_others():
    Attempt({FIVE: "a"})
    Attempt({TWO: "a"})
    Attempt({TWO: "a", FIVE: "a"}).succeeded(clear=TWO)
    assert sorted(RateLimit.objects.values_list("attempts", flat=True)) == [0, 1]


def test_keys_tell_nothing_and_cannot_be_connected(now):
    Attempt({TWO: "maya@example.org\n192.0.2.7"})
    now(15.5)
    Attempt({TWO: "maya@example.org\n192.0.2.7"})
    first, second = RateLimit.objects.values_list("key", flat=True)
    assert first != second
    assert all(len(key) == 64 and int(key, 16) for key in (first, second))


def test_key_depends_on_the_secret(settings):
    Attempt({TWO: "a"})
    settings.SECRET_KEY = "another"
    Attempt({TWO: "a"})
    assert RateLimit.objects.count() == 2


def test_rows_go_when_their_window_has_ended(now):
    Attempt({TWO: "a"})
    now(20)
    Attempt({FIVE: "b"})
    assert RateLimit.objects.count() == 1
