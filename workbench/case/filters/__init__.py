"""The one language in which claims are asked for: in the terminal UI, on the command line, in
saved filters.

    words    words of a row, in the syntax that fzf made known
    facets   what is known of a claim: `kind:denial`, `@name`, `after:2022`
    choice   both together with an order, and the rows that fit
    saved    a choice as the words that one could type for it
    asking   claims of a case by such words
"""
