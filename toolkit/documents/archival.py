"""Finishes a tagged PDF for the archive: says which standards it keeps, forgets everything else."""

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from hashlib import sha256
from html import escape

import pikepdf

from toolkit.documents.tag_tree import mend

PRODUCER = "Kinderrechtenscan"
SCAN_NAME, SCAN_TYPE, SCAN_RELATION = "scan.yaml", "application/yaml", "Source"

# PDF/A knows the PDF/UA mark only when the file itself describes it, hence the extension schema.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class Attachment:
    """The one file a PDF may carry; its dates are handed in, as all dates are."""

    name: str
    data: bytes
    media_type: str
    description: str
    created: datetime
    modified: datetime
    relationship: str = SCAN_RELATION


class Archive(StrEnum):
    """The part and level of PDF/A that a file keeps: what goes out carries no file inside."""

    CARRIES_FILE = "3a"
    PAGES_ONLY = "2a"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a PDF says of itself, beside that it keeps PDF/UA-1."""

    title: str
    language: str
    archive: Archive
    made_on: date


def carried_scan(data: bytes, day: date) -> Attachment:
    """Return a scan file as it travels in a working form; its description tells it from an altered one."""
    made_at = moment(day)
    return Attachment(SCAN_NAME, data, SCAN_TYPE, described(data), made_at, made_at)


def described(data: bytes) -> str:
    """Return what a working form says of the scan file that it carries."""
    return f"Scan file, SHA-256 {sha256(data).hexdigest()}"


def finish(rendered: bytes, identity: Identity, attachment: Attachment | None = None) -> bytes:
    """Return the PDF with its identity and its one attachment, the same bytes each time."""
    finished = io.BytesIO()
    with pikepdf.open(io.BytesIO(rendered)) as pdf:
        mend(pdf)
        _identify(pdf, identity)
        if attachment is not None:
            _attach(pdf, attachment)
        pdf.save(
            finished, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return finished.getvalue()


def _identify(pdf: pikepdf.Pdf, identity: Identity) -> None:
    made_at = moment(identity.made_on)
    xmp = _XMP.format(
        title=escape(identity.title, quote=False),
        language=escape(identity.language, quote=False),
        producer=PRODUCER,
        moment=f"{made_at:%Y-%m-%dT%H:%M:%SZ}",
        part=identity.archive[0],
    )
    pdf.Root.Metadata = pdf.make_stream(
        xmp.encode(), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )
    pdf.Root.Lang = pikepdf.String(identity.language)
    pdf.docinfo = pdf.make_indirect(
        pikepdf.Dictionary(
            Title=pikepdf.String(identity.title),
            Producer=pikepdf.String(PRODUCER),
            CreationDate=pikepdf.String(_pdf_date(made_at)),
            ModDate=pikepdf.String(_pdf_date(made_at)),
        )
    )


def _attach(pdf: pikepdf.Pdf, attachment: Attachment) -> None:
    file = pikepdf.AttachedFileSpec(
        pdf,
        attachment.data,
        filename=attachment.name,
        description=attachment.description,
        mime_type=attachment.media_type,
        creation_date=_pdf_date(moment(attachment.created)),
        mod_date=_pdf_date(moment(attachment.modified)),
    )
    file.relationship = pikepdf.Name(f"/{attachment.relationship}")
    pdf.attachments[attachment.name] = file
    pdf.Root.AF = pikepdf.Array([pdf.attachments[attachment.name].obj])


def moment(day: date) -> datetime:
    """Return the moment in UTC; a day is its midnight."""
    if not isinstance(day, datetime):
        return datetime.combine(day, time(), UTC)
    return day.astimezone(UTC) if day.tzinfo else day.replace(tzinfo=UTC)


def _pdf_date(moment: datetime) -> str:
    return f"D:{moment:%Y%m%d%H%M%S}Z"
