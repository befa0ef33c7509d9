"""Agencies' wire formats, by the structure of the IPTC's standards."""

import base64
import json
from datetime import date

import pytest

from workbench.edges.readers import read_seed

STORY = ("At least 31 people were taken off the ferry.", "The mayor denied that it had leaked.")

G2 = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:post.example:20220204:1"
 version="2" standard="NewsML-G2" standardversion="2.31" xml:lang="en-GB">
 <itemMeta><itemClass qcode="ninat:text"/>
 <provider literal="Harbour Post"><name>Harbour Post</name></provider>
 <versionCreated>2022-02-04T10:30:00Z</versionCreated><firstCreated>2022-02-03T10:30:00Z</firstCreated>
 <pubStatus qcode="stat:{status}"/></itemMeta>
 <contentMeta><headline>Ferry <em>leaves</em> Quell</headline><language tag="en"/></contentMeta>
 <contentSet>{content}</contentSet></newsItem>"""
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html '
    'xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
    f"</head><body><p>{STORY[0]}</p><p>The <b>mayor</b>{STORY[1][9:]}</p></body></html></inlineXML>"
)
NITF = f"""<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.example/nitf-3-6.dtd">
<nitf xml:lang="en"><head><title>Slug</title>
<docdata management-status="usable"><doc-id id-string="p1"/>
<date.issue norm="20220204T103000Z"/></docdata>
<pubdata name="Harbour Post" date.publication="20220204T103000Z"/></head>
<body><body.head><hedline><hl1>Ferry leaves Quell</hl1></hedline>
<byline>By A. Moss</byline></body.head>
<body.content><block><p>{STORY[0]}</p><media><media-caption>A ferry.</media-caption></media>
<p>The <person>mayor</person>{STORY[1][9:]}</p></block></body.content></body></nitf>"""
INNER = "<inlineXML>" + NITF[NITF.index("<nitf") :] + "</inlineXML>"
NINJS = {
    "uri": "urn:post.example:1", "headline": "Ferry leaves Quell",
    "versioncreated": "2022-02-04T10:30:00Z",
    "provider": "Harbour Post", "language": "en", "pubstatus": "usable", "type": "text",
}  # fmt: skip
MARKUP = "".join(f"<p>{line}</p>" for line in STORY)

DOCUMENTS = {
    "g2.xml": G2.format(status="usable", content=XHTML),
    "g2-nitf.xml": G2.format(status="usable", content=INNER),
    "g2-plain.newsml": G2.format(
        status="usable", content='<inlineData contenttype="text/plain">' + "\n".join(STORY)
        + "</inlineData>"
    ),
    "g2-markup.xml": G2.format(
        status="usable", content='<inlineData contenttype="text/html"><![CDATA['
        + "".join(f"<p>{line}</p>" for line in STORY) + "]]></inlineData>"
    ),
    "g2-packed.xml": G2.format(
        status="usable", content='<inlineData contenttype="text/plain" encoding="base64">'
        + base64.b64encode("\n".join(STORY).encode()).decode() + "</inlineData>"
    ),
    "newsml1.xml": (
        '<NewsML><NewsItem xml:lang="en"><Identification><NewsIdentifier>'
        "<ProviderId>Harbour Post</ProviderId></NewsIdentifier></Identification>"
        "<NewsManagement><ThisRevisionCreated>20220204T103000Z</ThisRevisionCreated>"
        '<Status FormalName="Usable"/></NewsManagement><NewsComponent>'
        "<NewsLines><HeadLine>Ferry leaves Quell</HeadLine></NewsLines><ContentItem><DataContent>"
        + NITF[NITF.index("<nitf") :] +
        "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    ),
    "a.nitf": NITF,
    "nitf.xml": NITF,
    "without-a-suffix": NITF,
    "text.ninjs": json.dumps({**NINJS, "body_text": "\n".join(STORY)}),
    "markup.json": json.dumps({**NINJS, "body_xhtml": f"<div>{MARKUP}</div>"}),
    "two.json": json.dumps({**NINJS,
                            "bodies": [{"role": "main", "contenttype": "text/html",
                                        "value": f"<div>{MARKUP}</div>"}]}),
}  # fmt: skip


def read(tmp_path, text, name):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(read_seed(path, name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_item_of_every_format(tmp_path, name):
    (row,) = read(tmp_path, DOCUMENTS[name], name)
    article = row.article
    assert article.text.split("\n") == list(STORY)
    assert (article.title, article.publisher) == ("Ferry leaves Quell", "Harbour Post")
    assert (article.published, article.language) == (date(2022, 2, 4), "en")
    assert not [flag for flag in row.flags if "status" in flag]


def test_a_message_of_several_items_gives_each(tmp_path):
    item = G2.format(status="usable", content=XHTML).partition("?>")[2]
    picture = G2.format(status="usable", content="").partition("?>")[2]
    text = f"<newsMessage><header/><itemSet>{item}{picture}{item}</itemSet></newsMessage>"
    one, refused, other = read(tmp_path, text, "a.xml")
    assert one.article.text == other.article.text
    assert one.article.id != other.article.id
    assert refused.reason == "no text in it"


def test_an_item_that_was_withdrawn_says_so(tmp_path):
    (row,) = read(tmp_path, G2.format(status="canceled", content=XHTML), "a.xml")
    assert "its status is canceled" in row.flags


@pytest.mark.parametrize(
    "head",
    ['<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
     '<!DOCTYPE nitf [<!ENTITY a "aaa">]>', '<!ENTITY x "y">'],
)  # fmt: skip
def test_document_types_of_their_own_are_quarantined(tmp_path, head):
    (row,) = read(tmp_path, head + NITF[NITF.index("<nitf") :].replace("</p>", "&x;</p>"), "a.nitf")
    assert "document type" in row.reason
