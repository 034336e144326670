"""PDFs to test with, made of nothing but their own bytes."""

import io
import zlib


def pdf(pages, *, info="", catalog="", extra=(), annotations=""):
    """A PDF with one line of Latin text on each of its pages.

    `info` and `catalog` are entries of these dictionaries, `extra` further objects, of
    which the first has the number 10; `annotations` is the /Annots entry of the first page.
    """
    first_page = 20
    kids = " ".join(f"{first_page + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode("latin-1"),
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        4: f"<<{info}>>".encode("latin-1"),
    }
    objects |= {10 + number: content for number, content in enumerate(extra)}
    for number, text in enumerate(pages):
        stream = zlib.compress(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode("latin-1"))
        here = first_page + 2 * number
        notes = annotations if number == 0 else ""
        objects[here] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents {here + 1} 0 R{notes}"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        ).encode("latin-1")
        objects[here + 1] = (
            f"<</Length {len(stream)}/Filter/FlateDecode>>stream\n".encode()
            + stream
            + b"\nendstream"
        )
    return assembled(objects)


def assembled(objects):
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start, size = out.tell(), max(objects) + 1
    out.write(b"xref\n0 %d\n" % size)
    for number in range(size):
        if number in places:
            out.write(b"%010d 00000 n \n" % places[number])
        else:
            out.write(b"0000000000 65535 f \n")
    out.write(
        b"trailer\n<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    )
    return out.getvalue()


def xmp(*names):
    """An object with a description in XML that names creators."""
    items = "".join(f"<rdf:li>{name}</rdf:li>" for name in names)
    text = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Author="Attribute Author">'
        f"<dc:creator><rdf:Seq>{items}</rdf:Seq></dc:creator>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
    return b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n" % len(text) + text + b"\nendstream"
