"""Every side effect, each behind a small interface; nothing here decides anything.

coming in     readers (any source to articles), web (pages fetched), seeds (bytes kept)
derived       catalog (texts, claims, findings), index (the seam `PassageIndex`)
decided       store (the seam `VerdictStore`), reviews (others' reviews), drafts, settings
worked out    executors (the seam `Executor`), dask, sandbox (a child process with limits)
going out     pages, site, bundles, exports
for people    serving (the terminal UI in a browser)
engines       engines, database: what the adapters of the seams share
"""
