"""The first page: what is due, and one box that understands what people type."""

from playwright.sync_api import Page

from tests.browsers import DAY, check_access, check_width


def test_the_first_page_can_be_used_by_everybody(tab: Page) -> None:
    tab.goto(f"/?as_of={DAY}")
    check_access(tab)
    check_width(tab)
