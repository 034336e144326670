"""Fill the site with content to look at, or take it away again."""

from django.core.management.base import BaseCommand, CommandError

from demo.content import Content
from demo.loading import Loader, NoHomePageError
from demo.removing import Remover


class Command(BaseCommand):
    help = (
        "Put the demo content on the site: pages, one real letter with its 281 names, sample "
        "letters, pictures. What is there already is left alone, also where editors changed "
        "or deleted it. With --remove, take away all that this command made and only that; "
        "removing and loading again gives the demo as it was."
    )

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="take the demo content away")

    def handle(self, *, remove, **options):
        if remove:
            count = Remover(Content(), self.say).remove()
            self.say(f"Removed {count} things." if count else "There is no demo content here.")
            return
        try:
            count = Loader(Content(), self.say).load()
        except NoHomePageError as error:
            raise CommandError(
                "The default site has no home page to fill. Run `manage.py migrate`, or choose "
                "a home page as root page under Settings, Sites."
            ) from error
        self.say(f"Made {count} things." if count else "The demo content is loaded already.")

    def say(self, text):
        self.stdout.write(text)
