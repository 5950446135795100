/*
 * Session frameworks: the headings under which a pair may write what a session
 * was about (R51). GROW, CLEAR, OSKAR, mentoring and free are part of the
 * program (data/frameworks); a scheme may have more, as files of its own
 * (own_file.h). No framework for coaching asks for advice given (R52); that for
 * mentoring does (R53), and for the mentee's reflection (R76).
 *
 * Which framework a session followed is a fact. What stands under a heading is
 * the pair's wording (R58): it is one text of the session, its topics, in
 * which each heading is a line "# Heading".
 */
#ifndef CHIRON_FRAMEWORK_H
#define CHIRON_FRAMEWORK_H

#include "chiron/context.h"

enum { CH_MOST_HEADINGS = 12 /* of one framework */ };

struct ch_framework_heading {
	const char *title;
	const char *asks; /* a question that helps; NULL: none */
};

struct ch_framework {
	const char *name; /* as a session stores it, and that of its file without ".txt" */
	const char *title;
	const char *about;
	int kind; /* enum ch_kind: what it is meant for; CH_NO_KIND: for both */
	const struct ch_framework_heading *headings;
	size_t heading_count;
};

/* Those of the program, and behind them the scheme's own, each by name. Anybody may read them. */
enum ch_status ch_framework_list(struct ch_context *c, struct ch_arena *arena, struct ch_framework **frameworks,
				 size_t *count, struct ch_error *err);

/* The one of that name, in any case of letters; CH_DATA with the names there are. */
enum ch_status ch_framework_find(struct ch_context *c, const char *name, struct ch_arena *arena,
				 struct ch_framework *framework, struct ch_error *err);

/*
 * The usual one of the pairing's programme: what the programme says, else GROW for coaching and free for mentoring
 * (R51). Where that one has been removed since, free.
 */
enum ch_status ch_framework_usual(struct ch_context *c, int64_t pairing_id, struct ch_arena *arena,
				  struct ch_framework *framework, struct ch_error *err);

#endif
