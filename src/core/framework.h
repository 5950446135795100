/*
 * Framework files (data/frameworks): a header and then headings.
 *
 *     framework: grow              its name, that of the file without ".txt"
 *     title: GROW
 *     about: Goal, reality, options, will.
 *     kind: coaching               what it is meant for; left out: both
 *
 *     # Goal                       a heading
 *     What do you want?            what it asks, until the next heading
 *
 * And what a session's topics are made of: texts under headings.
 */
#ifndef CORE_FRAMEWORK_H
#define CORE_FRAMEWORK_H

#include "chiron/framework.h"
#include "chiron/session.h"

/* Texts of *framework live in `arena`. CH_DATA names file and line. */
enum ch_status framework_file_parse(const char *file, const char *text, struct ch_arena *arena,
				    struct ch_framework *framework, struct ch_error *err);

/* The one of the program of that name; NULL where there is none. */
const struct ch_framework *framework_named(const char *name);

/*
 * Refuses a name that no framework has, unless it stood there `before` (NULL: nothing did): then it is one that was
 * removed since. NULL is accepted. `key` is the field that has it.
 */
enum ch_status framework_expect(struct ch_context *c, const char *key, const char *name, const char *before,
				struct ch_error *err);

/*
 * `text` with the sections in it: one whose heading it has already replaces what stands there, the others follow.
 * A text before the first heading stays. NULL where nothing stands under any heading.
 */
const char *framework_sections_put(const char *text, const struct ch_session_section *sections, size_t count,
				   struct ch_arena *arena);

#endif
