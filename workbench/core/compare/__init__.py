"""Two sides compared, one kind of reason a module; no score decides here."""
