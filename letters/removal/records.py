"""Records of signatories inside stored JSON."""

import json

from .spellings import decoded


def without(value, matches):
    """Return `value` without the records that match, and how many there were.

    Takes decoded JSON of any shape, such as the content of a revision, where the signatories
    lie as JSON in a string; whatever holds no match comes back as it was. A list of names
    that is left empty goes with its heading.
    """
    if isinstance(value, dict):
        pairs = {key: without(item, matches) for key, item in value.items()}
        count = sum(number for _item, number in pairs.values())
        return ({key: item for key, (item, _n) in pairs.items()} if count else value), count
    if isinstance(value, list):
        return _list_without(value, matches)
    inner = decoded(value) if isinstance(value, str) else None
    if inner is None:
        return value, 0
    kept, count = without(inner, matches)
    return (json.dumps(kept) if count else value), count


def _list_without(items, matches):
    kept, total = [], 0
    for item in items:
        if isinstance(item, dict) and matches(item):
            total += 1
            continue
        item, count = without(item, matches)
        total += count
        if not (count and _is_empty_list_of_names(item)):
            kept.append(item)
    return (kept if total else items), total


def _is_empty_list_of_names(block):
    return (
        isinstance(block, dict)
        and block.get("type") == "signatory_list"
        and isinstance(block.get("value"), dict)
        and not block["value"].get("names")
    )


def name_of(record):
    """The name that a dict stands for: a signatory as signed, or a name of the directory.

    None for any other dict, whatever it holds.
    """
    if "raw" in record:
        name = record["raw"]
    else:
        name = record.get("text") if "match_key" in record else None
    return name if isinstance(name, str) else None
