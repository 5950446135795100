/*
 * What is done about the focused finding besides mending it: `z` snoozes it,
 * `A` gives it to somebody, and it may be acknowledged with a reason. Each asks
 * in the prompt what it needs.
 */
#ifndef TUI_PUT_OFF_H
#define TUI_PUT_OFF_H

#include "tui/desk.h"

/* The finding that the open prompt is about; of the screen that opened it. */
struct put_off {
	struct ch_finding_key key; /* its name is check_name: a check of the scheme's own may be gone meanwhile */
	char check_name[64];
	char title[128];   /* of the check, translated */
	ch_date until;	   /* of an acknowledgement whose reason is being asked */
	const struct desk *desk;
};

/* Each outlives its prompt in `put_off`, and says what it did. */
void put_off_snooze(struct app *app, struct put_off *put_off, const struct ch_finding *finding);
void put_off_assign(struct app *app, struct put_off *put_off, const struct ch_finding *finding);
void put_off_acknowledge(struct app *app, struct put_off *put_off, const struct ch_finding *finding);

#endif
