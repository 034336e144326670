"""Care for the people in pictures, and for those who look at them."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, GroupCollectionPermission, ReferenceIndex

from home.models import StandardPage
from letters.models import OpenLetterPage, PagePDF
from letters.pdf.content import content_of
from multimedia.care.actions import restore_picture, withdraw_picture
from multimedia.models import Image, PictureConsent
from tests.test_multimedia.canaries import png

pytestmark = pytest.mark.django_db


def day(offset):
    return timezone.localdate() + timedelta(days=offset)


@pytest.fixture
def image():
    return Image.objects.create(
        title="March at dawn",
        description="People with umbrellas",
        file=SimpleUploadedFile("a.png", png()),
    )


@pytest.fixture
def page(home, image):
    value = {"image": {"image": image.pk, "alt_text": "Umbrellas"}, "caption": "Dawn"}
    page = home.add_child(
        instance=StandardPage(
            title="About us", slug="about", body=[{"type": "picture", "value": value}]
        )
    )
    page.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(page)
    return page


@pytest.fixture
def read(client):
    def get(url):
        return BeautifulSoup(client.get(url).content.decode(), "html.parser")

    return get


def files_of(media):
    return [path for path in (media / "images").rglob("*") if path.is_file()]


def test_withdrawn_picture_leaves_every_page_and_comes_back(
    client, image, page, read, media, django_capture_on_commit_callbacks
):
    address = read("/en/about/").select_one("main img")["src"]
    assert b"".join(client.get(address).streaming_content).startswith(b"\xff\xd8")
    with django_capture_on_commit_callbacks(execute=True):
        assert withdraw_picture(image=image, by=None) > 0
    assert not read("/en/about/").select("main img")
    assert "Dawn" not in read("/en/about/").main.get_text(), "nor its caption"
    assert not files_of(media)
    assert client.get(address).status_code == 404
    image = Image.objects.get()
    assert image.file.storage.exists(image.file.name)
    restore_picture(image=image, by=None)
    assert read("/en/about/").select_one("main img")["alt"] == "Umbrellas"


def test_withdrawing_in_the_admin_shows_first_where_the_picture_is_used(
    editor_client, image, page, media
):
    url = reverse("multimedia_withdraw", args=[image.pk])
    text = editor_client.get(url).content.decode()
    assert "About us" in text
    assert "Nothing has been changed yet" in text
    assert not Image.objects.get().withdrawn_at
    answer = editor_client.post(url, follow=True)
    assert "was withdrawn" in answer.content.decode()
    assert Image.objects.get().withdrawn_at
    edit = editor_client.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    assert "was withdrawn. Choose another." in edit
    editor_client.post(url, {"restore": "1"})
    assert not Image.objects.get().withdrawn_at


def test_withdrawn_pictures_and_those_without_consent_cannot_be_chosen(editor_client, image):
    url = reverse("wagtailimages_chooser:choose")
    assert "March at dawn" in editor_client.get(url).content.decode()
    assert "March at dawn" in editor_client.get(url, {"q": "dawn"}).content.decode()
    consent = PictureConsent.objects.create(image=image, until=day(-1))
    assert "March at dawn" not in editor_client.get(url).content.decode()
    consent.delete()
    withdraw_picture(image=image, by=None)
    assert "March at dawn" not in editor_client.get(url).content.decode()


def publish(client, page, image, alt="Umbrellas", action="action-publish", decorative=False):
    """Send the form of the page as the editor does."""
    prefix = "body-0-value"
    data = {
        "title": page.title,
        "slug": page.slug,
        "summary": "",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "picture",
        "body-0-id": "",
        f"{prefix}-image-image": image.pk,
        f"{prefix}-image-alt_text": alt,
        f"{prefix}-caption": "Dawn",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        action: "1",
    }
    if decorative:
        data[f"{prefix}-image-decorative"] = "on"
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def test_picture_without_alternative_text_stops_publishing_not_drafts(editor_client, page, image):
    answer = publish(editor_client, page, image, alt="")
    assert "has no alternative text. Say what it shows" in answer.content.decode()
    assert publish(editor_client, page, image, alt="", action="action-save").status_code == 302
    assert publish(editor_client, page, image, alt="", decorative=True).status_code == 302


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda image: withdraw_picture(image=image, by=None), "was withdrawn"),
        (
            lambda image: Image.objects.filter(pk=image.pk).update(
                restriction="embargo", embargo_until=day(3)
            ),
            "may not be shown before",
        ),
        (
            lambda image: PictureConsent.objects.create(image=image, until=day(-1)),
            "has ended. Choose another, or have the consent renewed",
        ),
    ],
    ids=["withdrawn", "embargo", "consent"],
)
def test_picture_that_must_not_be_shown_stops_publishing_not_drafts(
    editor_client, page, image, make, reason
):
    make(image)
    assert reason in publish(editor_client, page, image).content.decode()
    assert publish(editor_client, page, image, action="action-save").status_code == 302


def test_stored_pdf_with_a_withdrawn_picture_goes_at_once(image, make_letter, media):
    value = {"image": {"image": image.pk, "alt_text": "x"}, "caption": ""}
    letter = make_letter(["A"], body=[{"type": "picture", "value": value}])
    ReferenceIndex.create_or_update_for_object(letter)
    pdf = PagePDF.objects.get(page=letter)
    pdf.digest = "d" * 64
    pdf.file.save("x.pdf", ContentFile(b"with the picture"))
    assert content_of(letter).pictures
    withdraw_picture(image=image, by=None)
    assert not PagePDF.objects.get(page=letter).file
    assert not content_of(OpenLetterPage.objects.get()).pictures


def test_picture_under_embargo_appears_on_its_day(image, page, read):
    Image.objects.filter(pk=image.pk).update(restriction="embargo", embargo_until=day(1))
    assert not read("/en/about/").select("main img")
    Image.objects.filter(pk=image.pk).update(embargo_until=day(0))
    assert read("/en/about/").select("main img")


def test_sizes_that_were_public_go_when_a_picture_is_put_under_embargo(
    client, image, page, read, media, django_capture_on_commit_callbacks
):
    address = read("/en/about/").select_one("main img")["src"]
    image.restriction, image.embargo_until = "embargo", day(1)
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    assert not files_of(media)
    assert client.get(address).status_code == 404


def test_address_of_one_size_says_nothing_of_others(image):
    addresses = {image.get_rendition(f"width-{width}").url[:30] for width in (20, 30)}
    assert len(addresses) == 2


def test_distressing_picture_stands_behind_its_notice(image, page, read):
    Image.objects.filter(pk=image.pk).update(warning="injury")
    notice = read("/en/about/").select_one("main details")
    assert not notice.has_attr("open")
    assert "injuries" in notice.summary.get_text()
    assert notice.p.get_text() == "Umbrellas"
    assert notice.img["loading"] == "lazy"
    page.social_image = image
    page.save_revision().publish()
    assert not read("/en/about/").select('meta[property="og:image"]')


def test_consent_is_public_nowhere(client, image, page, read):
    PictureConsent.objects.create(image=image, reference="FORM-4711", scope="website", until=day(9))
    assert "4711" not in str(read("/en/about/"))
    assert "4711" not in str(page.get_latest_revision().content)


@pytest.fixture
def photo_editor(client, django_user_model, monkeypatch):
    """A client of somebody who may change pictures and nothing else."""
    from django.template import engines

    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    group = Group.objects.create(name="Photo editors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_image", "change_image"):
        GroupCollectionPermission.objects.create(
            group=group,
            collection=Collection.get_first_root_node(),
            permission=Permission.objects.get(
                content_type__app_label="multimedia", codename=codename
            ),
        )
    user = django_user_model.objects.create_user("photo", "photo@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)
    return client


def test_only_few_see_and_change_consent(photo_editor, image):
    PictureConsent.objects.create(image=image, reference="FORM-4711")
    url = reverse("wagtailimages:edit", args=[image.pk])
    assert "4711" not in photo_editor.get(url).content.decode()
    fields = {"title": "Changed", "collection": image.collection_id, "consent_reference": "x"}
    assert photo_editor.post(url, fields).status_code == 302
    assert PictureConsent.objects.get().reference == "FORM-4711"
    for url in (
        reverse("multimedia_withdraw", args=[image.pk]),
        reverse("multimedia_care_report"),
    ):
        assert photo_editor.get(url).status_code in (302, 403)
        assert photo_editor.post(url).status_code in (302, 403, 405)
    assert not Image.objects.get().withdrawn_at


def test_consent_is_recorded_with_the_picture(editor_client, image):
    url = reverse("wagtailimages:edit", args=[image.pk])
    fields = {"title": "x", "collection": image.collection_id, "people": "identifiable"}
    consent = {
        "consent_reference": "F-12",
        "consent_scope": "website",
        "consent_until": "2031-01-02",
    }
    assert editor_client.post(url, fields | consent).status_code == 302
    assert str(PictureConsent.objects.get().until) == "2031-01-02"
    assert 'value="F-12"' in editor_client.get(url).content.decode()
    emptied = dict.fromkeys(consent, "")
    editor_client.post(url, fields | emptied)
    assert not PictureConsent.objects.exists()


def test_report_names_what_is_to_do(editor_client, image, django_assert_max_num_queries):
    for number, fields in enumerate(
        [{"people": "identifiable"}, {"description": ""}, {"withdrawn_at": timezone.now()}]
    ):
        Image.objects.create(
            title=f"Picture {number}",
            file=SimpleUploadedFile("a.png", png()),
            **({"description": "x"} | fields),
        )
    PictureConsent.objects.create(image=image, until=day(-1))
    url = reverse("multimedia_care_report")
    editor_client.get(url)
    with django_assert_max_num_queries(25):
        text = editor_client.get(url).content.decode()
    for sentence in (
        "The consent has ended",
        "without a record of consent",
        "Has no alternative text",
        "Was withdrawn",
    ):
        assert sentence in text
    assert "consent for 1 picture has ended" in editor_client.get("/admin/").content.decode()
    assert editor_client.get(f"{url}?export=csv").status_code == 200


def test_daily_command_does_its_work_while_mail_is_down(
    editor_client, image, mail_refused, capsys, caplog
):
    PictureConsent.objects.create(image=image, reference="F-1", until=day(-1))
    call_command("check_consents", withdraw=True)
    assert Image.objects.get().withdrawn_at
    output = capsys.readouterr()
    assert "consents that ended: 1, withdrawn: 1" in output.out
    assert "A mail about pictures was not sent: SMTPRecipientsRefused" in caplog.text
    assert "editor@" not in caplog.text + output.out + output.err


def test_daily_command_tells_withdraws_and_forgets(editor_client, image, capsys):
    consent = PictureConsent.objects.create(image=image, reference="F-1", until=day(-1))
    call_command("check_consents")
    assert "consents that ended: 1, withdrawn: 0" in capsys.readouterr().out
    assert [message.to for message in mail.outbox] == [["editor@example.org"]]
    assert "March" not in mail.outbox[0].body
    assert "/admin/pictures/care/" in mail.outbox[0].body
    call_command("check_consents", withdraw=True)
    assert Image.objects.get().withdrawn_at
    assert PictureConsent.objects.exists()
    consent.until = day(-91)
    consent.save()
    call_command("check_consents")
    assert "records forgotten: 1" in capsys.readouterr().out
    assert Image.objects.exists()
    assert not PictureConsent.objects.exists()
