"""Numbers in figures are not offered for translation."""

import wagtail.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0005_theme'),
    ]

    operations = [
        migrations.AlterField(
            model_name='standardpage',
            name='body',
            field=wagtail.fields.StreamField([('heading', 0), ('text', 1), ('quote', 5), ('picture', 8), ('figures', 14), ('call_to_action', 21), ('document', 25), ('accordion', 30)], blank=True, block_lookup={0: ('home.blocks.body.HeadingBlock', (), {}), 1: ('home.blocks.body.TextBlock', (), {}), 2: ('wagtail.blocks.TextBlock', (), {'label': 'words', 'rows': 3}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Leave it empty where a name could put somebody in danger.', 'label': 'who says so', 'max_length': 120, 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'role', 'max_length': 120, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('text', 2), ('speaker', 3), ('role', 4)]], {}), 6: ('wagtail.images.blocks.ImageBlock', [], {'label': 'picture'}), 7: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'caption', 'max_length': 300, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('image', 6), ('caption', 7)]], {}), 9: ('home.blocks.body.NumberBlock', (), {'label': 'number', 'max_length': 20}), 10: ('wagtail.blocks.CharBlock', (), {'label': 'what it counts', 'max_length': 120}), 11: ('wagtail.blocks.StructBlock', [[('number', 9), ('text', 10)]], {}), 12: ('wagtail.blocks.ListBlock', (11,), {'label': 'figures', 'max_num': 8, 'min_num': 1}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'source', 'max_length': 200, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('figures', 12), ('source', 13)]], {}), 15: ('wagtail.blocks.CharBlock', (), {'label': 'title', 'max_length': 120}), 16: ('wagtail.blocks.TextBlock', (), {'default': '', 'label': 'text', 'required': False, 'rows': 2}), 17: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'label', 'max_length': 80, 'required': False}), 18: ('wagtail.blocks.PageChooserBlock', (), {'label': 'page', 'required': False}), 19: ('wagtail.blocks.URLBlock', (), {'default': '', 'help_text': 'Only where no page is chosen.', 'label': 'or address', 'required': False}), 20: ('wagtail.blocks.StructBlock', [[('label', 17), ('page', 18), ('address', 19)]], {'label': 'link'}), 21: ('wagtail.blocks.StructBlock', [[('title', 15), ('text', 16), ('link', 20)]], {}), 22: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'document'}), 23: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': "Instead of the file's own.", 'label': 'title', 'max_length': 200, 'required': False}), 24: ('wagtail.blocks.TextBlock', (), {'default': '', 'label': 'description', 'required': False, 'rows': 2}), 25: ('wagtail.blocks.StructBlock', [[('document', 22), ('title', 23), ('description', 24)]], {}), 26: ('wagtail.blocks.CharBlock', (), {'label': 'title', 'max_length': 160}), 27: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link', 'ol', 'ul', 'h3', 'h4', 'superscript'], 'label': 'text'}), 28: ('wagtail.blocks.StructBlock', [[('title', 26), ('text', 27)]], {}), 29: ('wagtail.blocks.ListBlock', (28,), {'label': 'parts', 'min_num': 1}), 30: ('wagtail.blocks.StructBlock', [[('items', 29)]], {})}, verbose_name='body'),
        ),
    ]
