"""Headers and cookies of a running server, for each kind of answer."""

import re

import pytest

pytestmark = pytest.mark.xdist_group("server")

PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
FILE_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)
PDF_POLICY = FILE_POLICY.replace("; sandbox", "")
PAGES = {
    "home": ("/en/", 200),
    "list": ("/en/letters/", 200),
    "letter": ("/en/letters/a-letter/", 200),
    "search": ("/en/search/?q=letter", 200),
    "entrance": ("/", 302),
    "not found": ("/en/nothing/", 404),
    "robots": ("/robots.txt", 200),
    "sitemap": ("/sitemap.xml", 200),
}
JUNK = (
    "sessionid=x; csrftoken=y; messages=z; django_language=../../etc",
    f"sessionid={'a' * 32}; csrftoken={'B' * 32}",
    f"sessionid={'a' * 32}; csrftoken={'é' * 32}",
    f"__Host-sessionid=x; __Host-csrftoken=y; sessionid={'a' * 5000}",
)

pages = pytest.mark.parametrize(("path", "status"), PAGES.values(), ids=PAGES)


def check_companions(answer, referrer="no-referrer", frame="DENY"):
    """What every answer carries beside the policy."""
    assert answer.headers["referrer-policy"] == referrer
    assert answer.headers["x-frame-options"] == frame
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    for feature in ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"):
        assert f"{feature}=()" in answer.headers["permissions-policy"].split(", ")


def check_public(answer, status, policy=PUBLIC_POLICY):
    assert answer.status == status
    assert answer.headers["content-security-policy"] == policy
    assert answer.cookies == []
    check_companions(answer)


@pages
def test_public_pages(visitor, path, status):
    answer = visitor.ask(path)
    check_public(answer, status)
    assert "cookie" not in answer.headers.get("vary", "").lower()


@pages
@pytest.mark.parametrize("cookie", JUNK, ids=["short", "well-formed", "unicode", "long"])
def test_no_cookie_whatever_the_visitor_sends(visitor, path, status, cookie):
    answer = visitor.ask(path, Cookie=cookie.encode())
    check_public(answer, status)


def test_errors(visitor):
    check_public(visitor.ask("/en/", Host="elsewhere.example"), 400)
    check_public(visitor.ask("/en/", "POST"), 403)
    check_public(visitor.ask("/en/search/", "DELETE"), 403)


def test_pages_are_compressed(visitor):
    answer = visitor.ask("/en/letters/a-letter/", Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()


def test_static_files(visitor):
    home = visitor.ask("/en/").body.decode()
    path = next(part for part in home.split('"') if part.startswith("/static/css/"))
    answer = visitor.ask(path, Accept_Encoding="br")
    check_public(answer, 200)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "br"
    assert "access-control-allow-origin" not in answer.headers


def test_pictures(visitor, server):
    answer = visitor.ask(server.paths["rendition"])
    check_public(answer, 200, policy=FILE_POLICY)
    assert answer.headers["content-type"] == "image/png"


def test_original_pictures_have_no_address(visitor, server):
    assert visitor.ask(server.paths["original"]).status in (302, 404)
    assert visitor.ask("/en" + server.paths["original"] + "/").status == 404


def test_documents_run_nothing(visitor, server):
    answer = visitor.ask(server.paths["document"])
    check_public(answer, 200, policy=PDF_POLICY)
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.body.startswith(b"%PDF")


def test_part_and_unchanged_document_have_the_policy_of_the_whole(visitor, server):
    path = server.paths["document"]
    tag = visitor.ask(path).headers["etag"]
    check_public(visitor.ask(path, Range="bytes=0-3"), 206, policy=PDF_POLICY)
    check_public(visitor.ask(path, If_None_Match=tag), 304, policy=PDF_POLICY)
    check_public(visitor.ask(path, method="HEAD"), 200, policy=PDF_POLICY)
    check_public(visitor.ask(path.replace("report", "other")), 404, policy=FILE_POLICY)


def test_admin(visitor):
    answer = visitor.ask("/admin/login/")
    policy = dict(
        part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; ")
    )
    assert answer.status == 200
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert re.fullmatch(r"'self' 'nonce-[\w+/]{22}=='", policy["style-src"])
    assert policy["frame-ancestors"] == policy["form-action"] == "'self'"
    assert "unsafe-eval" not in answer.headers["content-security-policy"]
    check_companions(answer, referrer="same-origin", frame="SAMEORIGIN")


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/password_reset/"])
def test_admin_is_never_stored(visitor, path):
    assert visitor.ask(path).headers["cache-control"] == "no-store, private"


def test_session_cookie_is_for_the_server_alone(visitor):
    cookies = visitor.ask("/admin/login/").cookies
    assert len(cookies) == 1
    assert cookies[0].startswith("csrftoken=")
    assert "; HttpOnly" in cookies[0]
    assert "; SameSite=Lax" in cookies[0]


def test_https_is_enforced(https_server, behind_proxy):
    answer = behind_proxy.ask("/en/?a=b", X_Forwarded_Proto="http")
    check_public(answer, 301)
    assert answer.headers["location"] == "https://www.example.org/en/?a=b"


def test_https_is_remembered(behind_proxy):
    answer = behind_proxy.ask("/en/")
    check_public(answer, 200)
    assert "max-age=31536000; includeSubDomains" in answer.headers["strict-transport-security"]


def test_cookies_over_https_are_bound_to_the_host(behind_proxy):
    cookies = behind_proxy.ask("/admin/login/").cookies
    assert [cookie.partition("=")[0] for cookie in cookies] == ["__Host-csrftoken"]
    assert "; Secure" in cookies[0]
    assert "; Path=/;" in cookies[0]
    assert "omain=" not in cookies[0]


def test_unknown_host_is_refused_before_the_redirect(behind_proxy):
    check_public(behind_proxy.ask("/", Host="elsewhere.example", X_Forwarded_Proto="http"), 400)
