"""The pure core: text in, frozen dataclasses out.

Packages import only towards the start of the flow:

    lexicon → text → reading → compare → decide → claims → events → candidates
            → evidence → verdicts → publication

Nothing here reads a file, asks the clock or keeps a global that changes.
"""
