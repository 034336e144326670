"""What logs must not hold."""

import logging
import re

ADDRESS = re.compile(r" from ip=\S*?(?=: )")


class AddressFilter(logging.Filter):
    """Take out the address that gunicorn writes when it cannot read a request."""

    def filter(self, record):
        """Let every record pass, without the address."""
        record.msg, record.args = ADDRESS.sub("", record.getMessage()), None
        return True
