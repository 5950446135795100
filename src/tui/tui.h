/*
 * The terminal interface, full screen or line by line, from outside.
 *
 * It shows one scheme to one actor: a coordinator what they look after, a guide
 * or learner what is theirs (the numbered screens of each: main.c).
 */
#ifndef TUI_TUI_H
#define TUI_TUI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chiron/date.h"
#include "chiron/session.h"
#include "chiron/status.h"
#include "chiron/work.h"

struct tui_options {
	const char *path; /* the scheme file; where there is none, the welcome screen makes one */
	const char *config; /* the file of preferences (chiron/preference.h); NULL: the usual one */
	struct ch_clock clock; /* without a fixed today: the scheme's own, else the real date */
	bool supposed;	       /* today is what the clock says for this once: no feedback is given up by it */
	const char *as;	       /* who acts: e-mail, id or name; NULL: the coordinator */
	bool recorded;	       /* that their desk is open is in the audit log already */
	int64_t remote_person_id; /* instead: somebody at another computer, who gets at no file here; 0: nobody */
	struct ch_session_asked *record; /* its form alone, in the line mode on standard error; NULL: all screens */
	bool plain;	       /* the line mode (line.h) instead of the full screen; needs no terminal */

	/* Makes the demonstration scheme and gives its path, cut to `size`; stopped it leaves nothing. NULL: none. */
	enum ch_status (*make_demo)(const struct ch_work *work, char *path_out, size_t size, struct ch_error *err);
};

/* Returns when the person leaves it. The status is of what went wrong before the first screen; later, they say it. */
enum ch_status tui_main(const struct tui_options *options, struct ch_error *err);

struct binding;

/* What works on every screen (app.h), *count of them. */
const struct binding *tui_bindings(size_t *count);

#endif
