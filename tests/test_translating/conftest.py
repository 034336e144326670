"""Languages, people and a translation to test the desk with."""

import pytest


@pytest.fixture
def switch_on(home, letter_index):
    """A function that switches a language on, with its home page and list of letters."""
    from wagtail.models import Locale

    def switch_on(code):
        locale = Locale.objects.create(language_code=code)
        for page in (home, letter_index):
            page.copy_for_translation(locale).save_revision().publish()
        return locale

    return switch_on


@pytest.fixture
def arabic(switch_on):
    return switch_on("ar")


@pytest.fixture
def thai(switch_on):
    return switch_on("th")


@pytest.fixture
def make_user(django_user_model):
    """A function that makes a member of staff with page permissions in a language."""
    from django.contrib.auth.models import Group, Permission
    from wagtail.models import GroupPagePermission, Page

    def make_user(name, *, locale=None, verbs=("add", "change"), permissions=(), email=True):
        user = django_user_model.objects.create_user(
            name, f"{name}@example.org" if email else "", "secret", first_name=name.title()
        )
        group = Group.objects.create(name=f"group of {name}")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for permission in permissions:
            app, codename = permission.split(".")
            group.permissions.add(
                Permission.objects.get(content_type__app_label=app, codename=codename)
            )
        if locale:
            page = Page.objects.get(depth=2, locale=locale)
            for verb in verbs:
                GroupPagePermission.objects.create(
                    group=group,
                    page=page,
                    permission=Permission.objects.get(codename=f"{verb}_page"),
                )
        user.groups.add(group)
        return user

    return make_user


@pytest.fixture
def lenient_templates(monkeypatch):
    """Templates as they are in production: Wagtail's own lean on variables that are not there."""
    from django.template import engines

    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


@pytest.fixture
def log_in(client, lenient_templates):
    """A function that logs somebody in and returns the client."""

    def log_in(user):
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def chief(django_user_model):
    """Somebody who may do everything."""
    return django_user_model.objects.create_superuser("chief", "chief@example.org", "secret")


@pytest.fixture
def letter(make_letter):
    return make_letter(
        ["Sample Union of Aruvia"],
        title="A letter about rivers",
        summary="Rivers must run.",
        body=[
            {
                "type": "text",
                "value": '<p>We <b>write</b> to <a href="https://example.org">you</a> &amp; them.'
                "</p><p>The rivers are ours.</p>",
            }
        ],
    )


@pytest.fixture
def translation(letter, arabic, chief):
    """The letter, submitted for Arabic, with nothing translated."""
    from wagtail_localize.models import Translation
    from wagtail_localize.operations import translate_object

    translate_object(letter, [arabic], user=chief)
    return Translation.objects.get(source__object_id=letter.translation_key, target_locale=arabic)


@pytest.fixture
def translate():
    """A function that fills in a translation, all of it or the first few texts."""
    from wagtail_localize.models import StringSegment, StringTranslation

    def translate(translation, count=None, prefix="ترجمة "):
        segments = StringSegment.objects.filter(source=translation.source).order_by("order")
        for segment in segments.select_related("string")[:count]:
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                locale=translation.target_locale,
                context_id=segment.context_id,
                defaults={"data": prefix + segment.string.data, "has_error": False},
            )

    return translate


@pytest.fixture
def queries_of(db):
    """A function that lists the queries which a call makes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries_of(call):
        with CaptureQueriesContext(connection) as queries:
            call()
        return [query["sql"] for query in queries]

    return queries_of
