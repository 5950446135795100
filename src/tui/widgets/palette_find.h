/*
 * The people, pairs and programmes that the palette finds by name, as the lists find them and as far as the actor may
 * see them. Kind after kind, each given up for a key that waits and gone on with in idle time: a million people hold no
 * letter. For palette.c only.
 */
#ifndef TUI_PALETTE_FIND_H
#define TUI_PALETTE_FIND_H

#include "tui/widgets/pace.h"
#include "tui/widgets/palette.h"

enum { PALETTE_FOUND_MAX = 96 };

struct palette_find {
	struct pace pace;
	struct ch_arena arena; /* what the items say */
	struct palette_item items[PALETTE_FOUND_MAX];
	size_t count;
	const char *words; /* that are looked for; NULL: nothing is */
	size_t looked;	   /* how many of the kinds were looked through */
	bool prepared;	   /* and how words are found quickly is known, as far as it can be */
};

void palette_find_init(struct palette_find *find, const struct desk *desk);
void palette_find_release(struct palette_find *find);

/* Looks for `text` from now on; nothing is found yet. A single letter is not looked for. */
void palette_find_begin(struct palette_find *find, const char *text);

/* Looks on; whether anything came of it. LIST_WHOLE looks to the end, stopped only by the context's own work. */
bool palette_find_go_on(struct palette_find *find, enum list_pace how);

bool palette_find_is_done(const struct palette_find *find);

#endif
