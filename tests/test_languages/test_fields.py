"""What translators get to translate is decided for every field, never left to its type."""

import json
import re
from datetime import date

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from modelcluster.models import ClusterableModel, get_all_child_relations
from treebeard.mp_tree import MP_Node
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments.extract import extract_segments

from home.models import SiteSettings, SubSite, Theme

MODELS = [
    model
    for model in apps.get_models()
    if issubclass(model, TranslatableMixin) and not model.__module__.startswith("wagtail")
]
# What Wagtail keeps on every page for itself; a translation is published on its own.
OF_WAGTAIL = {
    *("go_live_at", "expire_at", "first_published_at", "content_type", "owner", "page_ptr"),
    *("path", "depth", "numchild", "locale", "translation_key", "id", "latest_revision"),
    *("live_revision", "locked_by", "alias_of", "live", "locked", "expired"),
}


def decided(model):
    kinds = ("translatable_fields", "override_translatable_fields")
    return {field.field_name for kind in kinds for field in getattr(model, kind, [])}


def fields_to_decide(model):
    names = {
        field.name
        for field in [*model._meta.fields, *model._meta.many_to_many]
        if field.editable and field.name not in OF_WAGTAIL
    }
    if issubclass(model, ClusterableModel):
        names |= {relation.name for relation in get_all_child_relations(model)}
    return names - {"wagtail_admin_comments"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_decided(model):
    assert fields_to_decide(model) - decided(model) == set()
    assert decided(model) - fields_to_decide(model) == set()


def test_there_is_something_to_decide():
    assert {SiteSettings, SubSite, Theme} < set(MODELS)
    assert {"title", "body", "signatories", "convenors", "themes"} <= fields_to_decide(
        apps.get_model("letters", "OpenLetterPage")
    )
    assert issubclass(Page, MP_Node)


TEXT = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
REPLACEABLE = (blocks.URLBlock, blocks.EmailBlock, blocks.PageChooserBlock, DocumentChooserBlock)
NOTHING = (blocks.DateBlock, blocks.IntegerBlock, blocks.BooleanBlock, blocks.DateTimeBlock)
NOTHING += (blocks.ChoiceBlock,)
# Words in the name of a block that holds no words.
FACT = re.compile(r"number|code|reference|lang|country|date|address|url|isbn|doi|file")


def leaves(block, path=""):
    if isinstance(block, ImageBlock):
        yield f"{path}.alt_text", block.child_blocks["alt_text"]
    elif isinstance(block, blocks.BaseStreamBlock | blocks.BaseStructBlock):
        if hasattr(block, "get_translatable_segments"):
            yield path, block
            return
        for name, child in block.child_blocks.items():
            yield from leaves(child, f"{path}.{name}")
    elif isinstance(block, blocks.ListBlock):
        yield from leaves(block.child_block, path)
    else:
        yield path, block


ALL_LEAVES = [
    (f"{model.__name__}.{field.name}{path}", leaf)
    for model in MODELS
    for field in model._meta.fields
    if isinstance(field, StreamField)
    for path, leaf in leaves(field.stream_block)
]


@pytest.mark.parametrize(("path", "block"), ALL_LEAVES, ids=[path for path, _leaf in ALL_LEAVES])
def test_every_block_is_text_or_decides_for_itself(path, block):
    if hasattr(block, "get_translatable_segments") or isinstance(block, REPLACEABLE + NOTHING):
        return
    assert isinstance(block, TEXT), f"{path}: is it translated?"
    assert not FACT.search(path.rpartition(".")[2]), f"{path} is no text to translate"


def words_alone(block):
    """What a program that knows nothing of pictures stores for a block."""
    if isinstance(block, TEXT):
        return "Words"
    if isinstance(block, blocks.ListBlock):
        return [{"type": "item", "id": "i", "value": words_alone(block.child_block)}]
    if isinstance(block, blocks.StreamBlock):
        return [
            {"type": name, "id": name, "value": words_alone(child)}
            for name, child in block.child_blocks.items()
        ]
    if isinstance(block, blocks.StructBlock) and not isinstance(block, ImageBlock):
        values = {name: words_alone(child) for name, child in block.child_blocks.items()}
        return {name: value for name, value in values.items() if value}
    return None


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_picture_that_is_not_there_is_no_obstacle_to_translation(model, db):
    fields = [field for field in model._meta.fields if isinstance(field, StreamField)]
    filled = {}
    for field in fields:
        parts = [item for item in words_alone(field.stream_block) if item["value"]]
        filled[field.name] = json.dumps(parts)
    if fields:
        instance = model(locale=Locale.get_default(), **filled)
        assert all(len(getattr(instance, field.name)) for field in fields)
        assert isinstance(extract_segments(instance), list)


@pytest.fixture
def arabic(home, letter_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, letter_index):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


def add_document(title):
    return get_document_model().objects.create(
        title=title, file=ContentFile(b"text", name=f"{title}.txt")
    )


BODY = [
    {"type": "text", "value": "<p>We write to you.</p>"},
    {
        "type": "figures",
        "value": {
            "figures": [{"type": "item", "id": "f1", "value": {"number": "85", "text": "members"}}]
        },
    },
    {
        "type": "call_to_action",
        "value": {
            "title": "Write",
            "text": "",
            "link": {"label": "Here", "page": None, "address": "https://example.org/act"},
        },
    },
]


@pytest.fixture
def submitted(make_letter, arabic):
    """A letter with everything that is no text, given to a translator; and the translation."""
    document = add_document("annex")
    letter = make_letter(
        ["Sample Union"],
        title="To the Speaker",
        reference="SA-2026/7",
        body=BODY,
        attachments=[{"type": "document", "value": {"document": document.pk, "title": "Annex"}}],
        updates=[
            {"type": "update", "value": {"date": date(2026, 4, 1), "title": "News", "text": ""}}
        ],
    )
    source, _created = TranslationSource.update_or_create_from_instance(letter)
    translation = Translation.objects.create(source=source, target_locale=arabic)
    return source, translation, document


def test_facts_are_no_text_to_translate(submitted):
    source, _translation, _document = submitted
    strings = set(
        StringSegment.objects.filter(source=source).values_list("string__data", flat=True)
    )
    assert {"To the Speaker", "We write to you.", "members", "Here", "Annex", "News"} <= strings
    assert not [text for text in strings if re.search(r"\d|https?:|Union", text)]


def test_a_translation_can_point_to_a_file_and_address_of_its_own(submitted, arabic, make_letter):
    source, translation, document = submitted
    other = add_document("annex-in-arabic")
    wanted = {"document": other.pk, "number": "٨٥", "address": "https://example.org/ar"}
    for segment in OverridableSegment.objects.filter(source=source):
        name = segment.context.path.rpartition(".")[2]
        if name in wanted:
            SegmentOverride.objects.create(
                locale=arabic, context=segment.context, data_json=json.dumps(wanted[name])
            )
    translation.save_target(publish=True)
    page = source.get_translated_instance(arabic)
    assert page.attachments[0].value["document"] == other
    blocks_of = {block.block_type: block.value for block in page.body}
    assert blocks_of["figures"]["figures"][0]["number"] == "٨٥"
    assert blocks_of["call_to_action"]["link"]["address"] == "https://example.org/ar"
    original = source.get_source_instance()
    assert original.attachments[0].value["document"] == document


def test_themes_follow_the_source(submitted, arabic):
    source, translation, _document = submitted
    translation.save_target(publish=True)
    letter = source.get_source_instance()
    letter.themes.add(Theme.objects.create(name="Assembly", locale=Locale.get_default()))
    letter.save_revision().publish()
    source.update_from_db()
    translation.save_target(publish=True)
    assert [theme.name for theme in source.get_translated_instance(arabic).themes.all()] == [
        "Assembly"
    ]
