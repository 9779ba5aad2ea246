"""Mends the tag tree of a rendered PDF where the renderer falls short of PDF/UA."""

from pikepdf import Array, Dictionary, Name, Object, Pdf

_LABEL, _BODY = Name.Lbl, Name.LBody
_HEADER, _CELL = Name.TH, Name.TD


def mend(pdf: Pdf) -> None:
    """Give list items one body each, and headers of tables their direction."""
    for element in pdf.objects:
        kind = element.get(Name.S) if isinstance(element, Dictionary) else None
        if kind == Name.LI:
            _mend_item(pdf, element)
        elif kind == Name.TR:
            _mend_row(element)


def _mend_item(pdf: Pdf, item: Object) -> None:
    """Put what stands beside the body into one: PDF/UA (7.2) knows only a label and a body."""
    kids = tuple(item.K)
    content = tuple(kid for kid in kids if kid.S != _LABEL)
    if all(kid.S == _BODY for kid in content):
        return
    labels = tuple(kid for kid in kids if kid.S == _LABEL)
    item.K = Array([*labels, _body(pdf, item, content)])


def _body(pdf: Pdf, item: Object, content: tuple[Object, ...]) -> Object:
    body = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=_BODY, P=item, Pg=item.Pg, K=Array(content))
    )
    for kid in content:
        kid.P = body
        kid.S = Name.NonStruct if kid.S == _BODY else kid.S
    return body


def _mend_row(row: Object) -> None:
    """Say of each header which way it goes (7.5): the renderer loses count over spans."""
    kids = tuple(row.K)
    scope = Name.Row if any(kid.S == _CELL for kid in kids) else Name.Column
    for kid in kids:
        if kid.S == _HEADER:
            kid.A.Scope = scope
