/* Files that are imported on the screen: the form over the people, and the look ahead. */
#ifndef TESTS_TUI_IMPORT_LOOKED_AT_H
#define TESTS_TUI_IMPORT_LOOKED_AT_H

#include "scheme.h"
#include "tui/screens/screens.h"

static inline const char *write_file(struct scheme *s, const char *name, const char *text)
{
	return ch_arena_copy(&s->arena, temp_dir_write(s->dir, name, text));
}

/* The form over the people, with the path typed. */
static inline struct scheme *asked(void **state, const char *path)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	scheme_keys(s, "I");
	SHOWS(s, "Import a spreadsheet | 1 of 11");
	scheme_type(s, path);
	return s;
}

/* The look ahead at this file. */
static inline struct scheme *looking(void **state, const char *name, const char *text)
{
	struct scheme *s = asked(state, write_file(*state, name, text));

	scheme_keys(s, "Ctrl-S");
	return s;
}

/* The focus on the row with the text. */
static inline void go_to(struct scheme *s, const char *text)
{
	scheme_keys(s, "g /");
	scheme_type(s, text);
	scheme_keys(s, "Enter");
}

#endif
