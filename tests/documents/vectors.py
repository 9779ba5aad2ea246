"""Markup that makes a careless renderer fetch an address, embed a file or run something.

Each stands for itself: ``{url}`` is where the address goes.
"""

VECTORS = {
    "img": '<img alt="x" src="{url}">',
    "img_srcset": '<img alt="x" srcset="{url} 2x">',
    "img_unquoted": "<img alt=x src={url} onerror=alert(1)>",
    "picture": '<picture><source srcset="{url}"><img alt="x" src="{url}"></picture>',
    "input_image": '<input type="image" src="{url}">',
    "video_poster": '<video poster="{url}" src="{url}"></video>',
    "audio": '<audio src="{url}"><track src="{url}"></audio>',
    "iframe": '<iframe src="{url}"></iframe>',
    "frame": '<frameset><frame src="{url}"></frameset>',
    "embed": '<embed src="{url}">',
    "embed_svg": '<embed src="{url}" type="image/svg+xml">',
    "object": '<object data="{url}"></object>',
    "object_eps": '<object data="{url}" type="application/postscript"></object>',
    "script": '<script src="{url}"></script>',
    "body_background": '<body background="{url}">x</body>',
    "table_background": '<table background="{url}"><tr><td background="{url}">x</table>',
    "base_then_relative": '<base href="{url}"><img alt="x" src="more.png">',
    "meta_refresh": '<meta http-equiv="refresh" content="0;url={url}">',
    "link_stylesheet": '<link rel="stylesheet" href="{url}">',
    "link_stylesheet_print": '<link rel="stylesheet" media="print" type="text/css" href="{url}">',
    "link_icon": '<link rel="icon" href="{url}"><link rel="preload" as="image" href="{url}">',
    "link_attachment": '<link rel="attachment" href="{url}" title="x">',
    "link_alternate_attachment": '<link rel="alternate attachment" href="{url}">',
    "anchor_attachment": '<a rel="attachment" href="{url}">x</a>',
    "anchor_attachment_download": '<a rel="attachment" download="x.html" href="{url}">x</a>',
    "area_attachment": '<map><area rel="attachment" href="{url}"></map>',
    "form_action": '<form action="{url}"><button type="submit">x</button></form>',
    "style_import": '<style>@import "{url}";</style>',
    "style_import_url": "<style>@import url({url}) print;</style>",
    "style_import_layer": '<style>@import url("{url}") layer(a);</style>',
    "style_font": "<style>@font-face{{font-family:a;src:url({url})}} p{{font-family:a}}</style><p>x",
    "style_font_woff": (
        "<style>@font-face{{font-family:a;src:local(Arial),url({url}) format('woff2')}}"
        "p{{font-family:a}}</style><p>x"
    ),
    "style_counter": "<style>@counter-style a{{system:cyclic;symbols:url({url})}}</style>",
    "style_namespace": "<style>@namespace url({url});</style>",
    "style_colour_profile": (
        "<style>@color-profile --a{{src:url({url});components:r,g,b}}"
        "p{{color:color(--a 1 1 1)}}</style><p>x"
    ),
    "style_page": "<style>@page{{background:url({url})}}</style>",
    "style_page_margin": "<style>@page{{@top-left{{content:url({url})}}}}</style>",
    "style_background": '<p style="background:url({url})">x',
    "style_background_two": '<p style="background-image:url({url}),url({url})">x',
    "style_image_set": "<p style=\"background:image-set('{url}' 1x)\">x",
    "style_content": "<style>p::before{{content:url({url})}}</style><p>x",
    "style_content_element": '<p style="content:url({url})">x',
    "style_content_attribute": "<style>p::before{{content:attr(a url)}}</style><p a='{url}'>x",
    "style_list": '<ul><li style="list-style-image:url({url})">x</ul>',
    "style_border": '<p style="border:1px solid;border-image-source:url({url})">x',
    "style_mask": '<p style="mask-image:url({url});mask-border-source:url({url})">x',
    "style_cursor": '<p style="cursor:url({url}),auto;filter:url({url})">x',
    "style_variable": '<p style="--a:url({url});background:var(--a)">x',
    "style_in_body": '<p>x<style>p{{background:url("{url}")}}</style>',
    "svg_image": '<svg viewBox="0 0 9 9"><title>t</title><image width="9" height="9" href="{url}"/></svg>',
    "svg_image_xlink": (
        '<svg viewBox="0 0 9 9" xmlns:xlink="http://www.w3.org/1999/xlink"><title>t</title>'
        '<image width="9" height="9" xlink:href="{url}"/></svg>'
    ),
    "svg_use": '<svg viewBox="0 0 9 9"><title>t</title><use href="{url}#a"/></svg>',
    "svg_style": '<svg viewBox="0 0 9 9"><title>t</title><style>@import "{url}";</style></svg>',
    "svg_fill": (
        '<svg viewBox="0 0 9 9"><title>t</title><rect width="9" height="9" fill="url({url}#a)" '
        'filter="url({url}#b)" mask="url({url}#c)" clip-path="url({url}#d)"/></svg>'
    ),
    "svg_filter_image": (
        '<svg viewBox="0 0 9 9"><title>t</title><filter id="f"><feImage href="{url}"/></filter>'
        '<rect width="9" height="9" filter="url(#f)"/></svg>'
    ),
    "svg_foreign": (
        '<svg viewBox="0 0 9 9"><title>t</title><foreignObject><img alt="x" src="{url}"/>'
        "</foreignObject></svg>"
    ),
    "svg_script": '<svg viewBox="0 0 9 9"><title>t</title><script href="{url}"/></svg>',
    "svg_stylesheet": '<?xml-stylesheet href="{url}"?><svg viewBox="0 0 9 9"><title>t</title></svg>',
    "svg_entity": '<!DOCTYPE svg [<!ENTITY a SYSTEM "{url}">]><svg><title>t</title><text>&a;</text></svg>',
    "mathml": '<math><mglyph src="{url}" alt="x"/></math>',
    "closes_the_page": '</p></body></html><img alt="x" src="{url}">',
    "closes_an_attribute": '"><img alt="x" src="{url}">',
    "closes_a_comment": '--><img alt="x" src="{url}"><!--',
    "closes_a_style": '</style><img alt="x" src="{url}">',
}
