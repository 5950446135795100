/*
 * Text: UTF-8, its width in cells, folding, and making it safe to show.
 *
 * All text inside chiron is valid UTF-8 in NFC. Text from outside is checked
 * with ch_text_valid() or cleaned on its way in. Widths are terminal cells,
 * counted per grapheme cluster (UAX #29, Unicode 15 of utf8proc 2.8).
 */
#ifndef CHIRON_TEXT_H
#define CHIRON_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "chiron/arena.h"
#include "chiron/buffer.h"

/* Whether the text is printable ASCII alone, as nearly all text is: then it is valid, in NFC, and has no controls. */
bool ch_text_is_plain(const char *text);

/* Whether the text is plain and has no blank at its ends nor two together: ch_text_tidy() would copy it as it is. */
bool ch_text_is_tidy(const char *text);

/*
 * The length of the longest valid start of `bytes`; equals `length` where all of it is valid UTF-8 (no surrogates, no
 * overlong forms).
 */
size_t ch_text_valid(const char *bytes, size_t length);

/*
 * Bytes of the grapheme cluster at the start of `text` (0 at its end) and, in *width, its cells (0 to 2). Invalid
 * bytes count one by one, width 1.
 */
size_t ch_text_cluster(const char *text, int *width);

/* Cells that `text` takes when shown by ch_text_add_safe(). */
int ch_text_width(const char *text);

/* Bytes of the longest start of `text` that fits `cells`, never splitting a cluster; its cells in *width. */
size_t ch_text_fit(const char *text, int cells, int *width);

/*
 * Bytes of the first visual row of `text`, at most `cells` wide, broken after a blank where there is one, else
 * after a hyphen within a word; in *next the bytes to where the next row begins. A line feed ends a row.
 */
size_t ch_text_break(const char *text, int cells, size_t *next);

/* Appends `text` in lines of at most `cells`, each ended by a line feed. */
void ch_text_add_wrapped(struct ch_buffer *out, const char *text, int cells);

/*
 * Appends `text` to a line of which `indent` cells are taken, up to `cells` of it, and goes on below with as many
 * blanks before each row; ends with a line feed. With 0 cells it is one row.
 */
void ch_text_add_hanging(struct ch_buffer *out, const char *text, int cells, int indent);

/*
 * Appends `text` made safe for a terminal: what could steer a terminal or the
 * order of its text (C0, DEL, C1, bidi controls, unassigned, invalid bytes)
 * appears as a visible mark such as \x1b or \u202e; joiners (ZWJ, ZWNJ) stay.
 * The one filter for all text that came from data (design: hardening).
 */
void ch_text_add_safe(struct ch_buffer *out, const char *text);

/* As above, of a text that is meant as lines: line feeds stay. */
void ch_text_add_safe_lines(struct ch_buffer *out, const char *text);

/* As above, in the arena. `text` NULL gives "". */
const char *ch_text_safe(struct ch_arena *arena, const char *text);

/* The start of `text` for quoting it in a message: made safe, cut after 40 cells and then ended by "...". */
const char *ch_text_excerpt(struct ch_arena *arena, const char *text);

/* Whether `text` has a character that ch_text_add_safe() would replace; line feed and tab pass when `lines`. */
bool ch_text_has_controls(const char *text, bool lines);

/*
 * Case-folded, NFC, without leading and trailing blanks, inner blanks squeezed to one space: equal keys mean equal
 * e-mails, terms, names.
 */
char *ch_text_fold(struct ch_arena *arena, const char *text);

/*
 * How many bytes of `text` are the name that it begins with, whatever the case of either and however its accents are
 * written; 0: it begins otherwise.
 */
size_t ch_text_begins(const char *text, const char *name);

/* The bytes of the letter, accent or digit that `text` begins with; 0: it begins with none. */
size_t ch_text_of_word(const char *text);

/* As ch_text_fold(), and without diacritics: what searching compares. */
char *ch_text_search_key(struct ch_arena *arena, const char *text);

/*
 * NFC, without zero-width marks at the ends, blanks (also no-break) trimmed at both ends and squeezed; "" gives NULL:
 * an empty cell is "not given".
 */
char *ch_text_tidy(struct ch_arena *arena, const char *text);

/* NFC with line breaks kept as "\n", trailing blanks of lines and empty lines at the ends dropped; "" gives NULL. */
char *ch_text_tidy_lines(struct ch_arena *arena, const char *text);

/* ASCII only: codes, keys and headers never depend on the locale. */
bool ch_text_equal_ascii(const char *a, const char *b); /* ignoring ASCII case */

/*
 * How alike two folded words are, from 0 to 1000 for the same (Jaro and Winkler). Only the first 64 bytes are looked
 * at.
 */
int ch_text_likeness(const char *a, const char *b);

/*
 * Edit distance (insert, delete, replace, swap of neighbours) of two short ASCII words, for "did you mean"; over 32
 * bytes counts as far (99).
 */
int ch_text_distance(const char *a, const char *b);

/*
 * A list of terms is one text: the terms joined by "; ", in the order given,
 * no term empty, none twice (compared folded). These walk and make such lists.
 */
struct ch_terms {
	const char **terms;
	size_t count;
};

/* Splits a canonical list; `list` NULL gives none. */
struct ch_terms ch_terms_split(struct ch_arena *arena, const char *list);

/* Makes the canonical list, dropping blanks and repeats; NULL when nothing is left. */
char *ch_terms_join(struct ch_arena *arena, const char *const *terms, size_t count);

/*
 * The nearest of many words to what somebody typed, where one is near enough to be meant: begins as CH_NEAREST(typed),
 * is shown each word, and then has it in `word` (not copied), or NULL.
 */
struct ch_nearest {
	const char *typed, *word;
	int distance;
};

#define CH_NEAREST(text) ((struct ch_nearest){.typed = (text), .distance = 99})

void ch_nearest_try(struct ch_nearest *nearest, const char *word);

#endif
