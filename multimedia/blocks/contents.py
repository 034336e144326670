"""Finding what lies inside the blocks of a story."""

from wagtail import blocks


def found_in(value, kind):
    """Yield every instance of the class `kind` inside a value of any block, in order."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, blocks.StructValue):
        children = value.values()
    elif isinstance(value, blocks.StreamValue):
        children = [child.value for child in value]
    elif isinstance(value, blocks.list_block.ListValue):
        children = list(value)
    else:
        children = []
    for child in children:
        yield from found_in(child, kind)
