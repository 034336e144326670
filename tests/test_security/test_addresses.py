"""Whose attempts count together."""

import pytest

from security.addresses import client_network


def network(rf, settings, proxies, remote, forwarded=None):
    settings.TRUSTED_PROXIES = proxies
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return client_network(rf.get("/", REMOTE_ADDR=remote, **headers))


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "expected"),
    [
        pytest.param(0, "192.0.2.7", None, "192.0.2.7", id="direct"),
        pytest.param(0, "192.0.2.7", "203.0.113.1", "192.0.2.7", id="header without proxy"),
        pytest.param(1, "10.0.0.1", "192.0.2.7", "192.0.2.7", id="one proxy"),
        pytest.param(1, "10.0.0.1", "1.1.1.1, 192.0.2.7", "192.0.2.7", id="invented part"),
        pytest.param(2, "10.0.0.1", "1.1.1.1, 192.0.2.7, 10.0.0.2", "192.0.2.7", id="two"),
        pytest.param(2, "10.0.0.1", "192.0.2.7", "10.0.0.1", id="past one of two proxies"),
        pytest.param(1, "10.0.0.1", None, "10.0.0.1", id="past the proxy"),
        pytest.param(1, "10.0.0.1", "", "10.0.0.1", id="empty header"),
        pytest.param(1, "10.0.0.1", "<script>", "unknown", id="nonsense"),
        pytest.param(0, "", None, "unknown", id="socket"),
        pytest.param(0, "2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::/64", id="ipv6"),
        pytest.param(0, "::ffff:192.0.2.7", None, "192.0.2.7", id="ipv4 in ipv6"),
    ],
)
def test_network(rf, settings, proxies, remote, forwarded, expected):
    assert network(rf, settings, proxies, remote, forwarded) == expected
