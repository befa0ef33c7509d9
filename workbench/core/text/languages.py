"""The commonest words of languages that news is written in, and scripts.

A word stands under every language that uses it often; what tells two languages
apart is the sum. Lists are of function words (articles, prepositions, pronouns,
auxiliaries), which hardly depend on the subject.
"""

import re

SCRIPTS: tuple[tuple[str, float, re.Pattern[str]], ...] = tuple(
    (code, share, re.compile(pattern))
    for code, share, pattern in (
        ("ja", 0.1, "[\u3040-\u30ff]"),
        ("ko", 0.5, "[\uac00-\ud7af\u1100-\u11ff]"),
        ("zh", 0.5, "[\u4e00-\u9fff\u3400-\u4dbf]"),
        ("el", 0.5, "[\u0370-\u03ff]"),
        ("he", 0.5, "[\u0590-\u05ff]"),
        ("th", 0.5, "[\u0e00-\u0e7f]"),
        ("hi", 0.5, "[\u0900-\u097f]"),
        ("bn", 0.5, "[\u0980-\u09ff]"),
        ("ta", 0.5, "[\u0b80-\u0bff]"),
        ("ka", 0.5, "[\u10a0-\u10ff]"),
        ("hy", 0.5, "[\u0530-\u058f]"),
    )
)
"""(language, share of letters above which it is told, a letter of its script), in order.

Japanese is written with Chinese characters between its own."""

_LISTS = {
    "en": "the of and to in a that is was for on with as it by at from be are were has have had "
          "he his they their this which not but said who will would an or its been after about "
          "more than when there one",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
          "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "
          "einen so zum war haben nur oder aber",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
          "il sont avec son aux ont été cette mais comme ou elle nous après leur deux ses était "
          "l'on",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero "
          "sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había "
          "era muy años hasta desde",
    "it": "di e il la che in un a per è una del non con si le da dei al i come della sono ha nel "
          "alla più lo gli anche su delle ma dal stato o se ci nella ai hanno dalla due era loro "
          "essere questo degli",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi "
          "ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até "
          "isso ela entre era",
    "nl": "de van het een en in is dat op te zijn met voor niet die aan er om ook als bij door "
          "maar naar was heeft uit ze over worden nog wordt hij dan had meer hun zou kan geen tot "
          "deze al zich werd",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig "
          "från vi så kan man när år säger under också efter eller nu sin där vid mot ska skulle "
          "bara över hade",
    "da": "og i at det er en til på som med for af de den har ikke der et han var om men sig fra "
          "jeg vi kan så man efter år også eller skal være ved over mod blev kun hun hvor siger "
          "bliver havde",
    "no": "og i det er på som en til at for med av de har ikke den et var om han men seg fra jeg "
          "vi kan så man etter år også eller skal være ved over mot ble bare hun hvor sier blir "
          "hadde",
    "pl": "w i na z się do nie że to jest o jak po za od przez co dla ale są oraz ze tym być już "
          "tak przy jego które który tego jednak może także było roku był będzie ich ma czy tylko "
          "przed",
    "cs": "a v se na je že s z do o to i za pro ve by k jako po od které ale který byl jsou při "
          "už tak jeho nebo však jsem podle také roku má až co není bude jen než která bylo mezi",
    "ro": "de în și a la cu pe din o nu să care un mai este că ce sunt pentru ca al prin după au "
          "fi fost dar sau ale lui cel despre între cum când anul său acest această până fost ai",
    "hu": "a az és hogy nem is egy meg volt ez csak de mint már ki még el vagy azt fel szerint be "
          "lesz után ha van minden kell én ő lehet pedig más két így most aki ezt ami amely",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne ise var o ki ya "
          "değil olduğu her yok dedi mi iki ancak göre içinde ama tarafından bin son yeni büyük "
          "türkiye",
    "id": "yang dan di dengan untuk dari ini dalam itu pada tidak akan juga ke karena oleh ada "
          "kata tersebut dia mereka sebagai telah lebih atau saat para bisa sudah kepada seperti "
          "tahun menjadi kami saya orang satu",
    "fi": "ja on ei se että oli hän mutta myös kun ovat mukaan joka jos tai kuin vain sen niin jo "
          "nyt olla mitä vuoden sekä voi ole hänen jälkeen sitä noin siitä ovat jotka tämä ennen",
    "ru": "и в не на что с по он как это но из за его к для от у то был о бы так же все года было "
          "при было или уже они она если до сообщил который также будет после их только",
    "uk": "і в не на що з та до у за як це від про для його по але був року або які під після "
          "також є було він який через буде вже вони зі повідомив тільки якщо ще так із",
    "bg": "на и в за да се от е с че по не са като до ще това към при има но го след беше или "
          "които след който през той бяха каза ни му са няма още само във",
    "ar": "في من على إلى أن التي عن مع هذا الذي ما كان لا هذه بعد قال أو بين كما لم ذلك قد قبل كل "
          "خلال أنه وقال عام حيث هو",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شده ها می گفت شد دو اما "
          "باید ما وی او های",
}  # fmt: skip

_SETS = tuple((code, frozenset(words.split())) for code, words in _LISTS.items())

LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(code for code, words in _SETS if word in words)
    for _, common in _SETS
    for word in common
}
"""A common word in lower case → ISO 639-1 codes of the languages that use it often."""
