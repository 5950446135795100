/*
 * Where a finding is mended: the place that its check names (CH_CHECK_SCREENS).
 * It opens over the present screen, so that one step back leads there again.
 */
#ifndef TUI_TODAY_PLACE_H
#define TUI_TODAY_PLACE_H

#include "chiron/check.h"
#include "tui/desk.h"

/* Opens the place with the focus on what is to be mended, and says how; a check without one has its command said. */
void today_place_open(struct app *app, const struct ch_finding *finding);

/*
 * The same, and runs `command` there, which its check names by its key. The place closes with the form that this
 * opens: one step back leads to the present screen.
 */
void today_place_run(struct app *app, const struct ch_finding *finding, enum command command);

/* The command of the key that the check names; COMMAND_NONE where it names none. */
enum command today_place_command(const struct ch_check_info *check);

/* The name of the key that deals with what it finds, as of whoever sits at the desk. Returns `key`. */
const char *today_place_key(const struct desk *desk, const struct ch_check_info *check, char key[KEY_NAME_SIZE]);

/* The pairing that the finding, or else its place, is about; 0: none. */
int64_t today_place_pairing(const struct ch_finding *finding);

#endif
