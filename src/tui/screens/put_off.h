/*
 * What is done about findings besides mending them: `z` snoozes, `A` gives
 * them to somebody, and they may be acknowledged with a reason. Each asks in
 * the prompt what it needs, once for all that are marked.
 */
#ifndef TUI_PUT_OFF_H
#define TUI_PUT_OFF_H

#include "tui/desk.h"
#include "tui/widgets/list.h"

/* The findings that the open prompt is about; of the screen that opened it. All zeros at first. */
struct put_off {
	struct ch_arena arena; /* of what follows: a check of the scheme's own may be gone meanwhile */
	struct ch_finding_key *keys;
	const char **titles; /* of their checks, translated */
	size_t count;
	const char *assigned_to; /* of the only one; NULL: nobody, or there are several */
	ch_date until;		 /* of an acknowledgement whose reason is being asked */
	const struct desk *desk;
	struct list *list; /* where they are marked */
};

/* Takes these findings, at least one; `list` is unmarked once something was done to them. */
void put_off_take(struct put_off *put_off, const struct desk *desk, const struct ch_finding *const *findings,
		  size_t count, struct list *list);
void put_off_release(struct put_off *put_off);

/* Each asks about those taken, which stay in `put_off` meanwhile, and says what it did. */
void put_off_snooze(struct app *app, struct put_off *put_off);
void put_off_assign(struct app *app, struct put_off *put_off);
void put_off_acknowledge(struct app *app, struct put_off *put_off);

#endif
