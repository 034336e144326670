"""Taking over what a file says about itself, in the editor of a publication."""

import pytest

pytestmark = pytest.mark.browser


def test_one_click_fills_a_field_and_nothing_else(staff, demo_site):
    key = staff.evaluate(
        "fetch('/admin/api/main/pages/?slug=the-price-of-a-tree&locale=en&fields=_,id')"
        ".then(answer => answer.json()).then(found => found.items[0].id)"
    )
    staff.goto(f"{demo_site.url}/admin/pages/{key}/edit/")
    before = staff.input_value("#id_title")
    take = staff.locator("[data-readings] [data-take]")
    take.first.wait_for()
    assert staff.input_value("#id_title") == before
    staff.locator('[data-into="title"]').first.click()
    assert staff.input_value("#id_title") == "The price of a tree"
    names = staff.locator('input[name^="authors-"][name$="-name"]')
    count = names.count()
    staff.locator('[data-into="author"]').first.click()
    assert names.count() == count + 1
    assert names.last.input_value() == "Mara Ilen, Tovi Adar"
