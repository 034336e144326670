"""How static files are stored when collected."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# `@import url("tokens.css") layer(tokens);`, the one form that our stylesheet uses.
IMPORT = re.compile(r'@import\s+url\("(?P<name>[\w-]+\.css)"\)\s+layer\((?P<layer>\w+)\);')


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed files, with the parts of `css/site.css` put into it.

    While developing, the browser follows the imports itself. For visitors each of them
    would be one more request in a row on a slow line, so collecting replaces an import
    by what it names, in its cascade layer.
    """

    bundle = "css/site.css"

    def post_process(self, paths, dry_run=False, **options):
        """Fill the bundle, then hash and compress everything as the parent does."""
        if not dry_run and self.bundle in paths:
            self._fill_bundle(*paths[self.bundle])
            # The parent hashes what it finds here: else the source, without its parts.
            paths = paths | {self.bundle: (self, self.bundle)}
        yield from super().post_process(paths, dry_run, **options)

    def _fill_bundle(self, storage, path):
        """From the source, since the one collected before has its parts, old by now, in it."""
        folder = self.bundle.rpartition("/")[0]

        def part(match):
            with self.open(f"{folder}/{match['name']}") as file:
                return f"@layer {match['layer']} {{\n{file.read().decode()}}}\n"

        with storage.open(path) as file:
            filled = IMPORT.sub(part, file.read().decode())
        self.delete(self.bundle)
        self.save(self.bundle, ContentFile(filled.encode()))
