/* What the files of the session form share. */
#ifndef TUI_LOG_FORM_PARTS_H
#define TUI_LOG_FORM_PARTS_H

#include "tui/desk.h"
#include "tui/form.h"
#include "tui/log_form_actions.h"

enum { REVIEWS_MAX = 20 /* earlier actions listed; the others stay as they are */, REVIEW_KEY_SIZE = 32 };

/* An open action of an earlier session. */
struct log_review {
	int64_t action_id;
	char key[REVIEW_KEY_SIZE]; /* of its field */
	const char *label, *help;
};

struct log_form {
	struct app *app;
	struct desk *desk;
	bool finishing;	    /* the record of a session that was logged before */
	int64_t session_id; /* finished here, or arranged and now held; 0: a new one */
	size_t own_fields;  /* of the form, before the reviews */

	/* Who it is about; 0: not named yet. What follows lives in `arena`, anew for each pair. */
	int64_t pairing_id;
	struct ch_arena arena;
	const char *pair; /* both names, as the field shows them */
	struct ch_action_sides sides;
	struct ch_choice came[4], late[4];
	const char *heading;
	const char *learned; /* the help of what was learned: with what was learned last (R46) */
	int64_t usual_minutes;
	ch_date began_on; /* CH_NO_DATE: they have not */
	struct log_review reviews[REVIEWS_MAX];
	size_t review_count;
};

/* ---- The pair: log_form_pair.c ---- */

/* Makes the form about this pairing (0: about none yet) and fits the fields to it. */
enum ch_status log_pair_set(struct log_form *log, struct form *form, int64_t pairing_id, struct ch_error *err);

/* Makes it about the pairing that the field names. CH_DATA and CH_MISSING name the field. */
enum ch_status log_pair_read(struct log_form *log, struct form *form, struct ch_error *err);

/* Live pairings that fit the words of `prefix`. */
size_t log_pair_candidates(struct log_form *log, const char *prefix, struct ch_arena *arena,
			   const struct form_candidate **candidates);

/* ---- Saving: log_form_save.c ---- */

enum ch_status log_form_save(struct app *app, struct form *form, void *data, struct ch_error *err);

#endif
