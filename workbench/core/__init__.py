"""The pure core: text in, frozen dataclasses out.

Modules import only towards the start of the flow:

    text → articles → passages → signals → claims → candidates → evidence → verdicts → publication

Nothing here reads a file, asks the clock or keeps a global that changes.
"""
