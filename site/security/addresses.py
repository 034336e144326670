"""Where a request comes from."""

import ipaddress

from django.conf import settings


def client_network(request):
    """The network a request comes from, as text: an IPv4 address or an IPv6 /64.

    With TRUSTED_PROXIES = n it is the address that the outermost of the n proxies saw:
    the n-th from the end of X-Forwarded-For. What stands further left, anyone can write.
    For counting only; never to be stored as it is.
    """
    text = request.META.get("REMOTE_ADDR", "")
    if count := settings.TRUSTED_PROXIES:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(forwarded) >= count:
            text = forwarded[-count].strip() or text
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return "unknown"  # a socket, or nonsense: all such requests count together
    address = getattr(address, "ipv4_mapped", None) or address
    if address.version == 4:
        return str(address)
    # One customer of a provider has 2**64 addresses to choose from.
    return str(ipaddress.ip_network((int(address), 64), strict=False))
