"""What a word says a thing is: a person, an animal, a work, a place, as data.

A thing is of one of these kinds only, so that "is a dog" excludes "is a singer", while
two words of one kind ("singer", "musician") may be said of one thing.
"""

from workbench.core.compare.synonyms import meaning
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.terms import fold_word, stem

KINDS: dict[str, frozenset[str]] = {
    kind: frozenset(meaning(stem(word)) for word in word_set(words))
    for kind, words in {
        "person": """person man woman boy girl singer songwriter singer-songwriter musician rapper
            composer pianist guitarist drummer actor actress comedian model director producer
            screenwriter writer author novelist poet playwright journalist reporter editor artist
            painter sculptor photographer designer architect engineer scientist physicist chemist
            biologist mathematician economist historian philosopher psychologist physician doctor
            surgeon nurse lawyer attorney judge politician president minister senator governor
            mayor king queen prince princess emperor statesman diplomat ambassador soldier general
            officer commander admiral businessman businesswoman entrepreneur executive banker
            player footballer quarterback goalkeeper cricketer boxer wrestler golfer swimmer runner
            athlete coach manager priest bishop pope rabbi imam monk nun teacher professor student
            activist explorer astronaut pilot farmer fisherman chef host presenter dancer
            performer entertainer magician stripper spy dealer criminal gangster murderer
            nobleman""",
        "animal": """animal dog cat horse cow sheep goat pig bird fish bear wolf tiger lion elephant
            monkey ape mammal reptile insect species breed dinosaur whale shark snake""",
        "work": """film movie song single album book novel play musical opera poem painting series
            sitcom show drama soap documentary magazine newspaper video game episode soundtrack
            comic manga anime cartoon trilogy sequel""",
        "place": """city town village country county province state island river lake mountain sea
            ocean desert continent region district borough suburb planet capital harbour port
            street square park building tower bridge airport station university college school""",
        "body": """company corporation firm bank party union agency ministry band group orchestra
            team club league network channel label charity church army navy""",
        "illness": """disease disorder syndrome virus infection cancer illness condition""",
        "stuff": """metal gas liquid drink food spirit beer wine fruit plant tree vegetable rock
            mineral element drug medicine vaccine language""",
    }.items()
}
"""Kind → the roots of words for things of it."""


def kind_of_thing(word: str) -> str:
    """The one kind that a word says a thing is of; "" for none or several."""
    root = meaning(stem(fold_word(word)))
    kinds = [kind for kind, roots in KINDS.items() if root in roots]
    return kinds[0] if len(kinds) == 1 else ""
