"""The hostile corpus line by line, and where each line is tested.

`input` names what is sent, `outcome` what has to come of it. "Row" is one error row of the
import report, exit code 1, and the rest of the batch goes in. A test is named as pytest names
it; `tests/hostile/inputs.py` has the files that all go through one import.
"""

from dataclasses import dataclass

IMPORT = "tests/hostile/test_hostile_import.py"
BIG = "tests/hostile/test_big_inputs.py"
TIME = "tests/hostile/test_time.py"
READERS = "tests/edges/readers"
FETCH = "tests/edges/web/test_fetch.py"
STRANGE = "tests/hostile/test_strange_case.py"
TRUST = "tests/hostile/test_trust.py"
ALTERED = "tests/hostile/test_altered_texts.py"
ENTRIES = "tests/edges/store/test_strange_entries.py"
BUNDLE = "tests/core/publication/test_bundle.py"
SERVING = "tests/edges/test_serving.py"
PUBLICATION = "tests/core/publication"
EACH = f"{IMPORT}::test_each_input_comes_to_what_it_has_to"
SCREENS = "tests/tui/test_hostile_everywhere.py::test_hostile_words_are_shown_as_they_are"
TERMINAL = (
    "tests/tui/test_hostile_terminal.py::"
    "test_hostile_words_write_no_other_sequences_than_harmless_ones"
)
TABLES = "tests/cli/test_hostile_texts.py::test_no_table_line_or_message_holds_a_control_sequence"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the corpus."""

    input: str
    outcome: str
    tests: tuple[str, ...]


LINES: tuple[Line, ...] = (
    Line(
        "text with [/red] [sic] [@click=app.quit]",
        "shown exactly, in every widget",
        (EACH, SCREENS, TABLES),
    ),
    Line(
        "text with OSC 0, 8 and 52, CSI 6n, C1",
        "visible glyphs; no sequence reaches the terminal, in any widget or table",
        (
            EACH, SCREENS, TERMINAL, TABLES,
            "tests/cli/test_hostile_texts.py::test_a_terminal_gets_colours_and_nothing_else",
            "tests/tui/test_terminal.py::test_no_sequence_of_an_article_reaches_the_terminal",
        ),
    ),
    Line(
        "text with direction controls and tags; floods of zero-width characters",
        "visible, flagged",
        (EACH, SCREENS, "tests/core/text/test_display.py::test_unseen_characters_become_glyphs"),
    ),
    Line(
        "200,000 combining marks; 1 MB without a space; 100,000 short lines; 200,000 CJK and emoji",
        "painted at once: a window of the text",
        (EACH, "tests/tui/test_long_texts.py::test_only_a_window_of_a_long_text_is_laid_out"),
    ),
    Line(
        "NUL bytes; a binary named .txt",
        "row",
        (EACH, f"{READERS}/test_plain.py::test_no_text_is_one_refusal_that_names_the_file"),
    ),
    Line(
        "cp1252 declared UTF-8; UTF-16 without a mark; mixed encodings",
        "decoded and flagged, or row; never silent mojibake",
        (
            EACH,
            f"{READERS}/test_decoding.py::test_cp1252_that_says_it_is_utf8_is_decoded_and_flagged",
            f"{READERS}/test_decoding.py::test_a_wrong_declaration_does_not_win_over_valid_utf8",
            f"{READERS}/test_decoding.py::test_utf16_without_its_mark_is_decoded_and_flagged",
            f"{READERS}/test_decoding.py::test_mixed_encodings_are_read_byte_by_byte_and_flagged",
            f"{READERS}/test_batches.py::test_rows_in_other_encodings_are_flagged_each",
        ),
    ),
    Line("an empty file; a mark only", "row", (EACH,)),
    Line(
        "a page of 300 and of 50,000 nested elements; a text node of 11 MB; &#27;; 100,000 "
        "paragraphs; display: none and comments",
        "imported whole, or partial; hidden text is never quoted; a parser that is killed or runs "
        "out of time costs one row",
        (
            EACH,
            f"{BIG}::test_a_huge_page_comes_in_whole_or_as_partial",
            f"{READERS}/test_pages.py::test_nesting_loses_no_text",
            f"{READERS}/test_pages.py::test_control_characters_empty_nothing",
            f"{READERS}/test_pages.py::test_hidden_text_is_never_quoted",
            f"{READERS}/test_pages.py::test_a_parser_that_reaches_its_limits_costs_one_row",
            "tests/edges/test_sandbox.py::test_names_what_went_wrong_and_goes_on",
        ),
    ),
    Line(
        "JSON 100,000 deep; a number of 5,000 digits; a name that stands twice; NaN; half a "
        "surrogate",
        "row",
        (
            EACH,
            f"{READERS}/test_batches.py::test_a_bad_row_is_one_refusal_and_the_next_row_goes_in",
            f"{READERS}/test_batches.py::test_the_same_rows_are_refused_in_a_json_file",
        ),
    ),
    Line(
        "JSONL with a line of 1 GB, a good line after it",
        "row and one article, in under 200 MB",
        (
            f"{BIG}::test_a_row_of_a_gigabyte_is_one_refusal_and_the_next_row_goes_in",
            f"{BIG}::test_the_command_takes_a_row_of_a_gigabyte_in_little_memory",
        ),
    ),
    Line(
        "a table with an open quotation mark; a field of 200 KB; a mark before the header",
        "row; imported; header read right",
        (
            EACH,
            f"{READERS}/test_batches.py::test_a_bad_row_of_a_table_is_one_refusal",
            f"{READERS}/test_batches.py::test_a_field_of_200_kb_goes_in",
            f"{READERS}/test_batches.py::test_tables",
        ),
    ),
    Line(
        "entity bombs, external entities, a document type in a feed; 1.4 MB of nesting; a "
        "javascript: link",
        "quarantined within 5 s, no file opened, link inert",
        (
            EACH,
            f"{READERS}/test_containers.py::test_document_type_definitions_are_quarantined",
            f"{READERS}/test_containers.py::test_deep_or_broken_feeds_are_refused_soon",
            f"{READERS}/test_containers.py::test_a_link_that_runs_is_inert",
            f"{IMPORT}::test_nothing_else_comes_in_and_nothing_is_written_elsewhere",
        ),
    ),
    Line(
        "gzip and zip bombs; ../../ members",
        "refused under 200 MB, nothing written outside",
        (
            EACH,
            f"{BIG}::test_a_gzip_bomb_is_refused",
            f"{BIG}::test_a_zip_bomb_is_refused_and_nothing_written",
            f"{BIG}::test_a_zip_that_lies_about_its_sizes_is_stopped",
            f"{READERS}/test_containers.py::test_members_that_lead_outside_are_named_and_nothing_is_written",
        ),
    ),
    Line(
        "a pipe; links to a file outside, to a device, in a loop; mode 000; a file name with \\xff "
        "and ESC; a file that changes while it is read",
        "a row each, no hang",
        (
            f"{IMPORT}::test_what_is_no_file_of_the_folder_is_a_row",
            f"{IMPORT}::test_a_file_that_changes_while_it_is_copied_is_a_row",
            f"{READERS}/test_folder.py::test_a_file_that_changes_while_it_is_read_is_refused",
            f"{READERS}/test_folder.py::test_a_pipe_put_in_a_files_place_does_not_hang",
        ),
    ),
    Line(
        "titles ../../x, of 300 characters, CON, with NUL",
        "safe, unique file names in exports",
        (
            f"{PUBLICATION}/test_escaping.py::test_file_names_are_safe",
            f"{PUBLICATION}/test_escaping.py::test_two_claims_never_share_a_file_even_where_capitals_do_not_count",
            f"{IMPORT}::test_exports_of_hostile_titles_have_safe_names_of_their_own",
        ),
    ),
    Line(
        'quotes with </script>, "⏎verdict: TRUE, =HYPERLINK(, ![](http://…), ---, raw HTML',
        "the quote round-trips exactly; inert in Markdown, HTML, JSON-LD, YAML and CSV",
        (
            f"{PUBLICATION}/test_publication_markdown.py::test_each_hostile_piece_renders_as_itself",
            f"{PUBLICATION}/test_publication_markdown.py::test_front_matter_reads_back_exactly",
            f"{PUBLICATION}/test_publication_html.py::test_hostile_texts_are_shown_and_nothing_more",
            f"{PUBLICATION}/test_escaping.py::test_json_ld_reads_back_from_a_page_with_one_script",
            f"{PUBLICATION}/test_escaping.py::test_csv_cells_read_back_and_are_no_formula",
        ),
    ),
    Line(
        "a text imported again with a repeated sentence, one copy changed 3.1 → 31",
        "link is ambiguous or facts differ, never moved silently",
        (
            f"{IMPORT}::test_of_a_repeated_sentence_with_one_copy_changed_the_link_stays_and_is_marked",
            "tests/core/evidence/test_anchors.py::test_of_two_like_sentences_the_one_that_changed_is_not_taken_for_the_other",
        ),
    ),
    Line(
        "60,000 spaces; 10,000 × the same word; 30 × the digit 1",
        "under 2 s",
        (EACH, f"{TIME}::test_a_text_that_repeats_itself_takes_under_two_seconds"),
    ),
    Line(
        "the same article twice, under two names",
        "one article, two sources",
        (EACH, "tests/case/test_importing.py::test_the_same_text_under_two_names_is_one_article"),
    ),
    Line(
        "addresses: loopback, link-local, private, odd spellings, redirects to them, a name that "
        "changes between check and use, other ports than 80 and 443",
        "refused at the connection, every hop",
        (
            "tests/edges/web/test_addresses.py::test_everything_else_is_refused",
            "tests/edges/web/test_addresses.py::test_odd_spellings_of_this_machine_are_refused_at_the_connection",
            "tests/edges/web/test_addresses.py::test_a_name_whose_record_changes_is_checked_at_each_connection",
            "tests/edges/web/test_addresses.py::test_other_ports_are_refused_before_any_lookup",
            f"{FETCH}::test_this_machine_is_refused_unless_allowed",
            f"{FETCH}::test_a_redirect_into_a_private_network_is_refused_at_its_hop",
        ),
    ),
    Line(
        "a server that drips a byte a second; an endless body; 400 MiB from 800 bytes; a redirect "
        "loop",
        "stopped within the limits of time and size",
        (
            f"{FETCH}::test_a_slow_server_is_left_in_time",
            f"{FETCH}::test_an_endless_body_is_cut_off_by_size",
            f"{FETCH}::test_a_packed_bomb_is_refused",
            f"{FETCH}::test_a_bomb_of_800_bytes_is_refused_unopened",
            f"{FETCH}::test_a_redirect_loop_ends",
        ),
    ),
    Line(
        "`workbench serve`: another site's Origin or Host, no token, a second guess, 500 "
        "connections at once, a frame of 64 MB",
        "refused before the program starts; the running session goes on; loopback unless told "
        "otherwise, and then only with a password and a warning",
        (
            f"{SERVING}::test_another_site_gets_nothing_even_with_the_cookie",
            f"{SERVING}::test_only_names_of_this_server_are_let_in",
            f"{SERVING}::test_without_the_token_nothing_starts",
            f"{SERVING}::test_the_token_works_once",
            f"{SERVING}::test_a_second_wrong_token_voids_the_link_and_costs_time",
            f"{SERVING}::test_guesses_leave_a_running_window_alone",
            f"{SERVING}::test_500_connections_at_once_leave_a_running_window_alone",
            f"{SERVING}::test_a_frame_of_64_mb_ends_its_window_only",
            f"{SERVING}::test_it_listens_on_loopback_unless_told_otherwise",
            f"{SERVING}::test_host_without_a_password_starts_nothing",
            f"{SERVING}::test_host_with_a_password_warns",
        ),
    ),
    Line(
        "an engine's address with a password: in the settings, an error message, a log line",
        "refused in the settings with where to put it instead; never shown",
        (
            "tests/edges/test_engines.py::test_a_password_in_an_address_is_refused_and_not_repeated",
            "tests/cli/test_hostile_texts.py::test_a_password_in_an_address_is_neither_kept_nor_shown",
            "tests/servers/test_store_failures.py::test_a_password_is_never_shown",
            "tests/edges/index/test_cluster.py::test_a_password_travels_only_encrypted",
        ),
    ),
    Line(
        "an article that is another's text with one name swapped; 5,000 words of which 1% changed",
        "two articles in the same independence group, both shown",
        (
            f"{IMPORT}::test_of_two_articles_with_one_name_swapped_both_are_shown_as_one_source",
            f"{IMPORT}::test_a_text_of_5000_words_with_one_word_of_a_hundred_changed_is_one_source",
        ),
    ),
    Line(
        "a case folder from a stranger: lock, journal, snapshot, derived data, publications, "
        "templates, settings as a link, a second name, a pipe, a device, a socket",
        "refused by name, nothing outside the folder opened, emptied, copied, deleted or published",
        (
            f"{STRANGE}::test_nothing_in_it_leads_outside",
            f"{STRANGE}::test_a_page_of_what_is_published_is_not_read_through_a_folder",
            f"{STRANGE}::test_a_journal_that_is_a_link_is_neither_emptied_nor_copied",
            f"{STRANGE}::test_links_in_seeds_are_named_and_not_read",
            "tests/fuzz/test_cases.py::test_an_altered_case_neither_crashes_nor_reaches_out",
        ),
    ),
    Line(
        "its settings: a reviewer of shell words, a scheduler, servers, `hostaddr=`, "
        "`sslmode=disable`, fetching loosened",
        "nothing of it taken before the user trusts it; no connection, no password sent; trust "
        "ends when the lines change",
        (
            f"{TRUST}::test_nothing_of_a_strangers_settings_is_taken_and_nobody_is_called",
            f"{TRUST}::test_what_is_allowed_counts_until_the_line_changes",
            f"{TRUST}::test_a_scheduler_is_used_only_where_the_user_named_it",
            f"{TRUST}::test_templates_of_a_stranger_are_not_used",
            "tests/edges/test_engines.py::test_a_password_goes_to_the_hosts_that_it_belongs_to",
            "tests/edges/test_engines.py::test_an_option_that_leads_elsewhere_is_refused",
            "tests/edges/test_database.py::test_a_password_is_not_sent_where_the_server_need_not_prove_itself",
        ),
    ),
    Line(
        "journal entries with a right checksum and odd contents",
        "left out with place and reason; history, verify and reading agree; all else goes on",
        (
            f"{ENTRIES}::test_it_is_left_out_in_sight_and_the_rest_goes_on",
            f"{ENTRIES}::test_what_follows_an_impossible_clock_is_left_out_too",
            f"{ENTRIES}::test_a_snapshot_that_says_something_else_is_found_out",
        ),
    ),
    Line(
        "the catalogue with text that no seed holds",
        "verify, gate and bundle name the quote; derived again",
        (
            f"{ALTERED}::test_verify_the_gate_and_the_bundle_name_it",
            f"{ALTERED}::test_made_again_it_says_what_the_sources_say",
        ),
    ),
    Line(
        "a bundle whose manifest was made again after a change",
        "refused, with which part",
        (
            f"{BUNDLE}::test_a_history_that_did_not_decide_the_verdict_is_found",
            f"{BUNDLE}::test_anothers_history_is_found",
            f"{BUNDLE}::test_a_history_that_was_altered_or_cut_is_found",
            "tests/cli/test_verify_against.py::test_the_head_is_told_everywhere_and_finds_a_rewritten_history",
        ),
    ),
    Line(
        "a web archive with a chunk of ffffffffffffffff bytes, a status of 5,000 digits, a record "
        "cut off",
        "a row; the case stays usable",
        (
            f"{READERS}/test_containers.py::test_absurd_answers_in_a_web_archive_cost_nothing_else",
            f"{READERS}/test_containers.py::test_an_archive_that_ends_early_gives_what_it_holds",
            f"{STRANGE}::test_a_case_with_an_absurd_web_archive_stays_usable",
        ),
    ),
    Line(
        "100,000 attributes on one tag; 50,000 RFC 2231 parameters of a mail",
        "a row or read, linear time",
        (
            f"{READERS}/test_pages.py::test_a_tag_with_attributes_without_end_is_read_in_linear_time",
            f"{READERS}/test_mail.py::test_thousands_of_parameters_take_no_time",
        ),
    ),
    Line(
        "a read-only folder or medium; a full disk",
        "what only reads works, export elsewhere too; saving says why not",
        ("tests/hostile/test_nothing_to_write.py::test_what_only_reads_works",),
    ),
    Line(
        "another writer's half-synced journal",
        "left alone, named",
        ("tests/edges/store/test_damage.py::test_another_copys_unfinished_journal_is_left_alone",),
    ),
    Line(
        "a second reviewer whose name is the first one's, spelt to look like it",
        "the same person",
        (
            "tests/core/verdicts/test_reviewer_names.py::test_one_person_stays_one",
            "tests/case/test_reviewing.py::test_the_first_reviewer_under_another_spelling_is_no_second",
        ),
    ),
    Line(
        "168.63.129.16, 192.0.0.192, 192.88.99.1, fec0::/10, 64:ff9b::/96",
        "refused",
        ("tests/edges/web/test_addresses.py::test_everything_else_is_refused",),
    ),
    Line(
        "64 connections that drip, at `workbench serve`",
        "the owner logs in within 2 s",
        (f"{SERVING}::test_connections_that_drip_do_not_keep_the_owner_out",),
    ),
    Line(
        "a snapshot, its checksum right, with parts of other types, nested, NaN, 6,000 digits",
        "read-only from the journals, named; verify tells; no traceback",
        ("tests/edges/store/test_strange_snapshots.py::test_it_is_told_and_the_journals_count",),
    ),
    Line(
        "a catalogue with views, triggers or checks of somebody else's",
        "made again from seeds/ before anything in it is run; no hang",
        (
            "tests/edges/test_catalog_altered.py::"
            "test_tables_of_somebody_elses_making_are_made_anew",
        ),
    ),
    Line(
        "a file of holes, a terabyte when it is read",
        "named; no memory is asked for",
        ("tests/edges/store/test_strange_snapshots.py::test_a_file_that_fits_no_memory_is_named",),
    ),
    Line(
        "a bundle whose sums are made anew: other pages, texts, members, a second reviewer",
        "each is a finding",
        (
            f"{BUNDLE}::test_a_page_that_says_something_else_is_found_by_the_program_that_made_it",
            f"{BUNDLE}::test_a_second_reviewer_who_signed_nothing_is_found",
            "tests/case/test_publishing.py::test_another_text_far_from_the_quote_is_found_out",
        ),
    ),
)  # fmt: skip
"""In the order of the corpus."""
