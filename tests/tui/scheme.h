/*
 * A real scheme file in a folder of its own, made through core, and the
 * application over it, as a cmocka fixture for the tests of screens. The
 * coordinator acts; today is Monday 23 November 2026.
 *
 * It holds a mentoring programme "Autumn", eight people of it whose names are
 * as unruly as names are, and three pairings:
 *   Wen Patel - Chen Okafor    active since September, sessions, actions
 *   Rosa Vega - Dara Okafor    active since October, nothing since
 *   Rosa Vega - Li Wei         contracting
 */
#ifndef TESTS_TUI_SCHEME_H
#define TESTS_TUI_SCHEME_H

#include "chiron/chiron.h"
#include "support/temp_dir.h"
#include "tui/desk.h"
#include "tui/tui.h"

struct scheme {
	struct temp_dir *dir;
	char path[512];
	struct ch_context c;
	struct tui_options options;
	struct desk desk;
	struct app app;
	struct app_tab tab;
	struct canvas canvas;
	struct ch_buffer dump;
	struct ch_arena arena;
	struct ch_error err;
	int64_t wen, rosa, chen, dara, li; /* people */
	int64_t programme;
	int64_t wen_chen, rosa_dara, rosa_li; /* pairings */
};

int scheme_setup(void **state);
int scheme_setup_empty(void **state); /* a scheme with nobody in it */
int scheme_setup_nothing(void **state); /* no scheme file: for the welcome screen */
int scheme_teardown(void **state);

/* Fails the test, with the message of the error, unless the call succeeds. */
#define GOOD(scheme, call) scheme_good((scheme), (call), __FILE__, __LINE__)
void scheme_good(struct scheme *s, enum ch_status status, const char *file, int line);

/* Moves today, for what is made next. */
void scheme_today(struct scheme *s, const char *iso);

/* Lets this person act from now on; 0: the coordinator. Before scheme_show(). */
void scheme_act_as(struct scheme *s, int64_t person_id);

int64_t scheme_person(struct scheme *s, const char *name, const char *email, int roles);
/* How often its programme asks for contacts (0 at first: not at all). */
void scheme_contacts(struct scheme *s, int64_t programme_id, int64_t days);

/* The programme requires a check of this name of its guides. */
void scheme_requires(struct scheme *s, int64_t programme_id, const char *check);

int64_t scheme_pairing(struct scheme *s, int64_t guide_id, int64_t learner_id);
void scheme_start(struct scheme *s, int64_t pairing_id);
int64_t scheme_session(struct scheme *s, int64_t pairing_id, const char *iso, int64_t minutes);
int64_t scheme_action(struct scheme *s, int64_t pairing_id, int owner, const char *due_iso, const char *text);

/* Opens the screen as the only numbered one, in a window of 80x24. */
void scheme_show(struct scheme *s, const char *label, struct screen *(*open)(struct app *app));

/* Handles the keys that these names name, parted by blanks: "j j Enter Ctrl-S". Draws after each at the last size. */
void scheme_keys(struct scheme *s, const char *names);

/* From now on Esc is pressed in the midst of all long work, or no more. */
void scheme_stop_work(struct scheme *s, bool stop);

/* Types the characters of `text`. */
void scheme_type(struct scheme *s, const char *text);

/* Draws at this size; the dump lives until the next call. */
const char *scheme_dump(struct scheme *s, int width, int height);

/* Fails, showing the screen, unless the drawing at 80x24 (at width x height) has, or has not, the text. */
#define SHOWS(scheme, text) scheme_shows((scheme), (text), 80, 24, true, __FILE__, __LINE__)
#define SHOWS_AT(scheme, width, height, text) scheme_shows((scheme), (text), width, height, true, __FILE__, __LINE__)
#define HIDES(scheme, text) scheme_shows((scheme), (text), 80, 24, false, __FILE__, __LINE__)
void scheme_shows(struct scheme *s, const char *text, int width, int height, bool there, const char *file, int line);

/* The row of what is drawn now that has `text`, without its line feed, in the arena; fails where none has. */
const char *scheme_row(struct scheme *s, const char *text);

#endif
