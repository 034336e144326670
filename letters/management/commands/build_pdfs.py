"""Make the PDFs of statements and letters here and now, without the worker."""

from django.core.management.base import BaseCommand, CommandError

from letters.models import OpenLetterPage, PagePDF, StatementPage
from letters.pdf import fonts
from letters.pdf.making import make_pdf
from letters.pdf.problems import explain
from letters.pdf.requests import withdraw_pdfs


class Command(BaseCommand):
    help = "Make the PDFs that are missing or older than their page; remove those without a page."

    def add_arguments(self, parser):
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--all", action="store_true", help="also those that are up to date")
        which.add_argument("--failed", action="store_true", help="only those that failed before")

    def handle(self, *, all, failed, **options):
        if not fonts.are_there():
            raise CommandError(f"Fonts are missing. To install them: {fonts.install_line()}")
        made = failures = 0
        self.remove_leftovers()
        for key in self.page_keys(failed):
            pdf, _created = PagePDF.objects.get_or_create(page_id=key)
            before = pdf.built_at
            pdf = make_pdf(key, force=all)
            if pdf and pdf.state == PagePDF.State.FAILED:
                failures += 1
                self.stderr.write(f"{pdf.page}: {explain(pdf.problem)}")
            elif pdf and pdf.built_at != before:
                made += 1
                self.stdout.write(f"{pdf.page}: {pdf.size} bytes")
        self.stdout.write(f"{made} made, {failures} failed.")
        if failures:
            raise CommandError("Some PDFs could not be made; the reasons stand above.")

    def page_keys(self, failed):
        """The keys of the published pages with a PDF of their own, by their types."""
        if failed:
            return list(PagePDF.objects.failed().values_list("page", flat=True))
        return [
            key
            for model in (OpenLetterPage, StatementPage)
            for key in model.objects.live()
            .filter(alias_of__isnull=True)
            .order_by("pk")
            .values_list("pk", flat=True)
        ]

    def remove_leftovers(self):
        """Take PDFs whose page is not published any more."""
        gone = PagePDF.objects.exclude(page__live=True, page__alias_of__isnull=True)
        withdraw_pdfs(gone.values_list("page", flat=True))
