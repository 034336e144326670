"""Runs typst once, in the current folder, and ends: the program behind `process`.

Reads its order as JSON from standard input and answers on standard output with `null`, or
with what went wrong. It knows nothing of Django, the database or the settings.
"""

import json
import resource
import sys

import typst

MEMORY = 4 * 1024**3
SECONDS = 100


def main():
    """Set the template of the order; pictures and data lie beside it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    order = json.load(sys.stdin)
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=order["font_paths"],
    )
    error = None
    try:
        typst.compile(
            order["template"],
            output=order["output"],
            root=".",
            font_paths=fonts,
            ignore_system_fonts=True,
            package_path=".",
            package_cache_path=".",
            **order["options"],
        )
    except typst.TypstError as problem:
        error = {"message": problem.message, "diagnostic": problem.diagnostic}
    json.dump(error, sys.stdout)


if __name__ == "__main__":
    main()
