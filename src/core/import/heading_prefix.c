#include "core/import/heading_prefix.h"

#include <string.h>
#include <strings.h>

#include "core/import/heading.h"
#include "core/import/import_kind.h"
#include "core/import/value.h"

#define KNOWN_LEAST 2 /* headings behind one prefix, known by their ends, that make it the person's */

/* The first mark in the heading that parts a prefix from the rest: its place, and its length. */
static const char *mark_in(const char *heading, size_t *length)
{
	static const char *const marks[] = {": ", " - ", " \u2013 ", " \u2014 ", " > ", " \u203a ", ":", "_", "."};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		const char *at = strstr(heading, marks[i]);

		*length = strlen(marks[i]);
		if (at != NULL && at > heading && at[*length] != '\0')
			return at;
	}
	return NULL;
}

static const char *end_of(const char *heading)
{
	size_t length;
	const char *mark = mark_in(heading, &length);

	return mark == NULL ? NULL : mark + length;
}

static bool share_prefix(const char *a, const char *b)
{
	size_t length, other;
	const char *mark = mark_in(a, &length);
	const char *other_mark = mark_in(b, &other);

	return mark != NULL && other_mark != NULL && mark - a == other_mark - b &&
	       strncasecmp(a, b, (size_t)(mark - a)) == 0;
}

static const char *field_of(const struct import_lexicon *lexicon, const char *heading)
{
	return import_lexicon_find(lexicon, heading).field;
}

/* Whether what stands before the mark is somebody else, or something, that has headings of its own. */
static bool is_of_other(const struct import_lexicon *lexicon, const char *heading, struct ch_arena *arena)
{
	size_t length;
	const char *mark = mark_in(heading, &length);
	const char *prefix = ch_arena_copy_bytes(arena, heading, (size_t)(mark - heading));
	const char *field = field_of(lexicon, prefix);

	return import_roles(lexicon, prefix, false) != 0 || (field != NULL && !import_field_names_person(field));
}

static bool says_who(const char *field)
{
	return field != NULL && (strcmp(field, "first_name") == 0 || strcmp(field, "last_name") == 0 ||
				 strcmp(field, "email") == 0);
}

/* Whether the headings that share the prefix of this one are of the person of the row. */
static bool is_of_person(const struct import_lexicon *lexicon, const char *const *headings, size_t count,
			 const char *heading, struct ch_arena *arena)
{
	size_t known = 0;
	bool who = false;

	if (is_of_other(lexicon, heading, arena))
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *field = share_prefix(heading, headings[i]) ? field_of(lexicon, end_of(headings[i])) : NULL;

		known += field != NULL && *field != '-';
		who = who || says_who(field);
	}
	return who && known >= KNOWN_LEAST;
}

/* What is about the person, and cannot make two people one or a thing a person. */
static bool is_harmless(const char *field)
{
	return field != NULL && *field != '-' && !import_field_names_person(field) && strcmp(field, "own_key") != 0 &&
	       strncmp(field, "manager", 7) != 0;
}

/* Beside headings of the person, one with a prefix of its own: the longest end that is known. */
static const char *known_end(const struct import_lexicon *lexicon, const char *heading)
{
	for (const char *end = end_of(heading); end != NULL; end = end_of(end)) {
		const char *field = field_of(lexicon, end);

		if (field != NULL)
			return is_harmless(field) ? end : heading;
	}
	return heading;
}

const char **import_headings_bare(const struct import_lexicon *lexicon, const char *const *headings, size_t count,
				  struct ch_arena *arena)
{
	const char **bare = ch_arena_array(arena, count + 1, sizeof(*bare));
	bool *open = ch_arena_array(arena, count + 1, sizeof(*open));
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		bare[i] = headings[i];
		open[i] = end_of(headings[i]) != NULL && field_of(lexicon, headings[i]) == NULL;
	}
	for (size_t i = 0; i < count; i++) {
		if (!open[i] || !is_of_person(lexicon, headings, count, headings[i], arena))
			continue;
		bare[i] = end_of(headings[i]);
		any = true;
	}
	for (size_t i = 0; any && i < count; i++)
		if (open[i] && bare[i] == headings[i] && !is_of_other(lexicon, headings[i], arena))
			bare[i] = known_end(lexicon, headings[i]);
	return bare;
}
