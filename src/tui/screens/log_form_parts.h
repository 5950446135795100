/* What the files of the session form share. */
#ifndef TUI_LOG_FORM_PARTS_H
#define TUI_LOG_FORM_PARTS_H

#include "tui/desk.h"
#include "tui/widgets/form.h"
#include "tui/screens/log_form_actions.h"

enum { REVIEWS_MAX = 20 /* earlier actions listed; the others stay as they are */, REVIEW_KEY_SIZE = 32,
       LOG_RATINGS_MAX = 4 /* fields for what a programme asks besides */,
       TYPED_MAX = 5 * CH_MOST_HEADINGS };

/* An open action of an earlier session. */
struct log_review {
	int64_t action_id;
	char key[REVIEW_KEY_SIZE]; /* of its field */
	const char *label, *help;
	const char *dated; /* label of one that would look like another */
};

struct log_form {
	struct app *app;
	struct desk *desk;
	bool finishing;	    /* the record of a session that was logged before */
	int64_t session_id; /* finished here, or arranged and now held; 0: a new one */
	size_t own_fields;  /* of the form, before the reviews */
	struct ch_session_asked *asked; /* what a command knows, and is told; NULL: it was opened on a screen */

	/* Who it is about; 0: not named yet. What follows lives in `arena`, anew for each pair. */
	int64_t pairing_id;
	struct ch_arena arena;
	const char *pair; /* both names, as the field shows them */
	struct ch_action_sides sides;
	struct ch_choice came[4], late[4];
	const char *heading;
	const char *learned; /* the help of what was learned: with what was learned last (R46) */
	int64_t usual_minutes;
	ch_date began_on, ended_on; /* CH_NO_DATE: they have not */
	struct log_review reviews[REVIEWS_MAX];
	size_t review_count;

	bool rates_places, rates_enjoyment; /* the programme has it so (R50, R48) */
	const char *enjoyed[3]; /* by enum ch_side: the label that asks for it */

	/* What the session may follow (R51): frameworks[0] is "not said"; of `framework` the headings are shown. */
	const struct ch_framework *frameworks;
	struct ch_choice *framework_choices;
	size_t framework_count;
	const struct ch_framework *framework;
	const char *section_keys[CH_MOST_HEADINGS];
	struct ch_arena typed_arena; /* what was typed under headings that are not shown now, the newest last */
	struct ch_session_section typed[TYPED_MAX];
	size_t typed_count;
};

/* ---- The pair: log_form_pair.c ---- */

/* Makes the form about this pairing (0: about none yet) and fits the fields to it. */
enum ch_status log_pair_set(struct log_form *log, struct form *form, int64_t pairing_id, struct ch_error *err);

/* Which pairing the text of the field is taken for, or "? " and why it is for none. */
void log_pair_meaning(const struct log_form *log, const char *text, struct ch_buffer *out);

/* Makes it about the pairing that the field names. CH_DATA and CH_MISSING name the field. */
enum ch_status log_pair_read(struct log_form *log, struct form *form, struct ch_error *err);

/* Live pairings that fit the words of `prefix`. */
size_t log_pair_candidates(struct log_form *log, const char *prefix, struct ch_arena *arena,
			   const struct form_candidate **candidates);

/* ---- What it follows: log_form_sections.c ---- */

/* Reads what a session of this pairing may follow, and which one it usually does. */
enum ch_status log_sections_read(struct log_form *log, const struct ch_pairing *pairing, struct ch_error *err);

/* The fields from `at` on: which framework, and a field for each of its headings; what was typed in them stays. */
size_t log_sections_fit(struct log_form *log, struct form *form, size_t at);

/* Keeps what was typed under the headings, before other fields take their places. */
void log_sections_keep(struct log_form *log, const struct form *form);

/* Takes up another choice of framework; whether there was one. */
bool log_sections_chosen(struct log_form *log, struct form *form);

/* What the fields say, for saving; the framework only where it was chosen or something stands under its headings. */
void log_sections_take(const struct log_form *log, const struct form *form, struct ch_arena *arena,
		       struct ch_session_record *record);

/* Lets go of the entries from `at` on, so that others can stand there. */
void log_entries_release(struct form *form, size_t at);

/* Puts a field and its value at an entry that is let go of, or was never used. */
void log_entry_set(struct form *form, size_t at, struct form_field field, const char *value);

/* ---- What the programme asks besides: log_form_ratings.c ---- */

/* Reads what the programme of this pairing switched on. */
enum ch_status log_ratings_read(struct log_form *log, const struct ch_pairing *pairing, struct ch_error *err);

/* The fields from `at` on for what is switched on (R50, R48); where to go on. */
size_t log_ratings_fit(struct log_form *log, struct form *form, size_t at);

/* Whether the field is one of these, and whether the command that asks was given it. */
bool log_is_rating(const char *key);
bool log_rating_is_given(const struct ch_session_asked *asked, const char *key);

/* What the fields say of the session. */
enum ch_status log_ratings_take(const struct log_form *log, const struct form *form, struct ch_session *session,
				struct ch_arena *arena, struct ch_error *err);

/* What each side says of it; of a command's what it was given. */
enum ch_status log_enjoyed_take(const struct log_form *log, const struct form *form, struct ch_enjoyed *enjoyed,
				struct ch_arena *arena, struct ch_error *err);

/* ---- What a command asks for: log_form_asked.c ---- */

/* Types what the command was given. */
void log_asked_type(const struct log_form *log, struct form *form);

/* As form_ops.passes. */
bool log_asked_passes(const struct form *form, void *data, size_t field);

/* The framework that the command was given; NULL: none. */
const char *log_asked_framework(const struct log_form *log);

/* ---- Saving: log_form_save.c ---- */

/* Whether the field, which is of several, has the choice of that code. */
bool log_has_code(const struct form *form, const char *key, const char *code);

/* Whether one of the earlier actions is carried on. */
bool log_carries(const struct log_form *log, const struct form *form);

enum ch_status log_form_save(struct app *app, struct form *form, void *data, struct ch_error *err);

#endif
