"""Language as data: tables, one place each; a language is a folder."""
