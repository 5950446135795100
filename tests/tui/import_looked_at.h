/* Files that are imported on the screen: the form over the people, and the look ahead. */
#ifndef TESTS_TUI_IMPORT_LOOKED_AT_H
#define TESTS_TUI_IMPORT_LOOKED_AT_H

#include "scheme.h"
#include "tui/screens/screens.h"

/* Of these Wen Patel is here already, and Cy Ray is to be mended. */
static const char roster[] = "Name,E-mail,Role,Hours a month\n"
			     "Ann Lee,ann@example.org,mentor,3-4\n"
			     "Bo Diaz,bo@example.org,mentee,3-4\n"
			     "Wen Patel,wen@example.org,mentor,2\n"
			     "Cy Ray,no address,mentee,3-4\n";

static inline int64_t people(struct scheme *s)
{
	int64_t count;

	GOOD(s, ch_scheme_count(&s->c, CH_PERSON, &count, &s->err));
	return count;
}

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
