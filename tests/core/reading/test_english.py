"""Texts in other languages are told, and read for no more than their numbers."""

import pytest

from workbench.core.claims import annotate, find_claims
from workbench.core.decide.checkworthiness import CRITERIA
from workbench.core.events.tolls import find_tolls
from workbench.core.reading.english import language_read
from workbench.core.reading.figures import find_figures
from workbench.core.text.articles import Article
from workbench.core.text.passages import split

TEXTS = {
    "de": (
        "Bei einem Brand in der Altstadt sind am Montag die Bewohner von 14 Häusern verletzt "
        "worden. "
        "Die Frau, die das Feuer gesehen hat, war nach Angaben der Polizei nicht in Gefahr. "
        "„Man hat die Tote erst spät gefunden“, sagte der Sprecher, der die Stadt seit 2014 "
        "vertritt. "
        "Der Schaden liegt bei 250 Millionen Euro."
    ),
    "fr": (
        "Le pont de la ville est fermé depuis lundi, selon le maire, qui a dit que les travaux "
        "sont en cours. "
        "« Nous avons deux morts et dix blessés », a déclaré le préfet dans un communiqué. "
        "Les dégâts sont évalués à 40 % de la valeur des maisons."
    ),
    "es": (
        "El alcalde de la ciudad dijo que los vecinos no han recibido ayuda desde el lunes. "
        "Según la policía, tres personas murieron en el incendio y 12 fueron llevadas al hospital. "
        "El ministro negó que el gobierno sea responsable de los 300 kilómetros de carretera "
        "cerrada."
    ),
    "ru": (
        "Мэр города заявил, что мост будет закрыт до конца года. По данным полиции, в результате "
        "пожара погибли 3 человека, а 12 были ранены. Ущерб составил 40 %, сообщил министр."
    ),
    "ar": (
        "قال رئيس البلدية إن الجسر مغلق منذ يوم الاثنين. وأضاف أن ثلاثة أشخاص قتلوا في الحريق "
        "وأن 12 آخرين أصيبوا بجروح، وذلك في بيان صدر عن الشرطة."
    ),
    "zh": (
        "市长表示，这座桥自星期一以来一直关闭。警方称，火灾造成3人死亡，12人受伤。"
        "部长否认政府对此负责，损失约为40%。"
    ),
}
ENGLISH = (
    "Bridge shut",
    "Mayor Ana de la Cruz denies it.",
    "Silva, Ruiz, Okoye, Brandt and Lindqvist finished in that order.",
    "Three people died and 12 were hurt when a bridge fell in Porto on Monday, the police said.",
    "El Niño cost farmers in La Paz and Los Andes $40 million, the bank said.",
    "12345",
    "",
)


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_in_another_language_is_told(language: str) -> None:
    assert language_read(Article("a", TEXTS[language])) == language


@pytest.mark.parametrize("text", ENGLISH)
@pytest.mark.parametrize("declared", ["", "en", "en-GB", "EN_us"])
def test_short_english_texts_are_not_taken_for_another_language(text: str, declared: str) -> None:
    assert language_read(Article("a", text, language=declared)) == ""


def test_the_text_is_trusted_before_what_a_page_declares() -> None:
    assert language_read(Article("a", TEXTS["de"], language="en")) == "de"
    assert language_read(Article("a", ENGLISH[3], language="de")) == ""
    assert language_read(Article("a", "Brücke zu", language="de-AT")) == "de"


@pytest.mark.parametrize("text", ["Мост закрыт.", "桥关闭了，市长说。", "الجسر مغلق"])
def test_a_few_words_in_another_script_are_not_english(text: str) -> None:
    assert language_read(Article("a", text)) != ""
    assert find_claims(Article("a", text)) == ()


@pytest.mark.parametrize("language", TEXTS)
def test_only_numbers_are_read_in_another_language(language: str) -> None:
    article = Article("a", TEXTS[language])
    for claim in annotate(split(article)):
        assert claim.kinds in {(), ("quantity",)}
        assert claim.claimant == ""
        assert claim.dates == ()
        assert all(any(c.isdigit() for c in figure.text) for figure in claim.figures)
    document = split(article)
    assert find_tolls(document, find_figures(document)) == ()


@pytest.mark.parametrize("language", TEXTS)
def test_claims_in_another_language_are_marked(language: str) -> None:
    reason = next(c.reason for c in CRITERIA if c.name == "not English")
    for claim in find_claims(Article("a", TEXTS[language])):
        assert reason in claim.reasons
        assert claim.score <= 10


@pytest.mark.parametrize("language", ["fr", "ru"])
def test_numbers_with_their_unit_are_found_in_another_language(language: str) -> None:
    (claim,) = find_claims(Article("a", TEXTS[language]))
    assert [(f.low, f.unit) for f in claim.figures] == [(40, "%")]
