#include "chiron/action_line.h"

#include <ctype.h>
#include <string.h>

#include "chiron/text.h"

/* ---- Whose ---------------------------------------------------------------------------- */

/* Whether `said` is the name, or one or some of its words, in their order. */
static bool names(const char *said, const char *name, struct ch_arena *arena)
{
	const char *key = ch_text_search_key(arena, name), *wanted = ch_text_search_key(arena, said);
	size_t length = strlen(wanted);

	for (const char *at = key; length > 0 && (at = strstr(at, wanted)) != NULL; at++)
		if ((at == key || at[-1] == ' ') && strchr(" ,", at[length]) != NULL)
			return true;
	return false;
}

static bool is_oneself(const char *said)
{
	return ch_text_equal_ascii(said, "me") || ch_text_equal_ascii(said, "I") || ch_text_equal_ascii(said, "myself");
}

static enum ch_side side_named(const char *said, const struct ch_action_sides *sides, struct ch_arena *arena)
{
	const struct {
		const char *word;
		enum ch_side side;
	} words[] = {
		{"guide", CH_SIDE_GUIDE},      {"mentor", CH_SIDE_GUIDE},   {"coach", CH_SIDE_GUIDE},
		{"learner", CH_SIDE_LEARNER},  {"mentee", CH_SIDE_LEARNER}, {"coachee", CH_SIDE_LEARNER},
		{_("mentor"), CH_SIDE_GUIDE},  {_("coach"), CH_SIDE_GUIDE}, /* as the scheme shows them (R27) */
		{_("mentee"), CH_SIDE_LEARNER}, {_("coachee"), CH_SIDE_LEARNER},
	};
	bool guide = names(said, sides->guide, arena), learner = names(said, sides->learner, arena);

	if (is_oneself(said))
		return sides->me;

	if (guide != learner)
		return guide ? CH_SIDE_GUIDE : CH_SIDE_LEARNER;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (ch_text_equal_ascii(said, words[i].word))
			return words[i].side;
	return CH_NO_SIDE;
}

/* Whether it is written as the name of somebody: one or two words, each with a capital letter first and small ones. */
static bool looks_like_name(const char *said)
{
	size_t words = 0;

	for (; *said != '\0'; words++) {
		size_t length = strcspn(said, " ");

		if (length < 2 || !isupper((unsigned char)said[0]) || !islower((unsigned char)said[1]))
			return false;
		said += length + strspn(said + length, " ");
	}
	return words >= 1 && words <= 2;
}

static enum ch_status refuse_owner(const char *said, const struct ch_action_sides *sides, struct ch_error *err)
{
	ch_fail(err, CH_DATA, _("whose is it? \"%.40s\" is neither %s nor %s"), said, sides->guide, sides->learner);
	return ch_error_fix(err, _("begin with a name of theirs, \"mentor:\" or \"mentee:\"; "
				   "\"mentee: %.40s: ...\" keeps the word"), said);
}

/* Takes the owner off the start of *text, where one stands there. */
static enum ch_status take_owner(const char **text, const struct ch_action_sides *sides, struct ch_arena *arena,
				 int *owner, struct ch_error *err)
{
	size_t length = strcspn(*text, ":");
	const char *said = ch_text_tidy(arena, ch_arena_copy_bytes(arena, *text, length));
	enum ch_side side;

	if (said == NULL || ((*text)[length] == '\0' && sides->wording))
		return CH_OK;
	side = side_named(said, sides, arena);
	if (side == CH_NO_SIDE && sides->wording && (is_oneself(said) || looks_like_name(said)))
		return refuse_owner(said, sides, err);
	if (side == CH_NO_SIDE)
		return CH_OK;
	*owner = (int)side;
	*text += length + ((*text)[length] == ':');
	return CH_OK;
}

/* ---- One line -------------------------------------------------------------------------- */

const char *ch_action_line_date(const char *line)
{
	for (const char *at = line + strlen(line); at-- > line;)
		if (*at == '@' && (at == line || at[-1] == ' '))
			return at;
	return NULL;
}

/* The last `word`, where a day follows it and nothing else; a number alone is none: "two chapters by 5". */
static const char *day_behind(const char *line, const char *word, ch_date today, ch_date *due_on)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *found = NULL, *day;

	for (const char *at = line; (at = strstr(at, word)) != NULL; at++)
		found = at;
	if (found == NULL)
		return NULL;
	day = found + strlen(word);
	if (day[strspn(day, "0123456789 ")] == '\0' || ch_date_parse(day, today, true, due_on, &ignored) != CH_OK)
		return NULL;
	return found;
}

/* The last words, where they can be nothing but a day: "tomorrow", "next fri", "in 2 weeks". */
static const char *last_words(const char *line, ch_date today, ch_date *due_on)
{
	static const char *const words[] = {" tomorrow", " next ", " in "};
	struct ch_error ignored = CH_NO_ERROR;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *found = NULL;

		for (const char *at = line; (at = strstr(at, words[i])) != NULL; at++)
			found = at;
		if (found != NULL && ch_date_parse(found + 1, today, true, due_on, &ignored) == CH_OK)
			return found;
	}
	return NULL;
}

/* Where the day begins that a line without "@" ends in; NULL where it ends in none. */
static const char *day_at_end(const char *line, ch_date today, ch_date *due_on)
{
	const char *found = day_behind(line, " by ", today, due_on);

	if (found == NULL)
		found = day_behind(line, " on ", today, due_on);
	return found != NULL ? found : last_words(line, today, due_on);
}

const char *ch_action_text_day(const char *text, ch_date today, struct ch_arena *arena, ch_date *due_on)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *mark = ch_action_line_date(text);

	*due_on = CH_NO_DATE;
	if (mark != NULL && ch_date_parse(mark + 1 + strspn(mark + 1, " "), today, true, due_on, &ignored) != CH_OK)
		mark = NULL;
	if (mark == NULL)
		mark = day_at_end(text, today, due_on);
	if (mark == NULL || mark == text)
		return text;
	return ch_arena_copy_bytes(arena, text, (size_t)(mark - text));
}

enum ch_status ch_action_line_read(const char *line, const struct ch_action_sides *sides, struct ch_arena *arena,
				struct ch_new_action *action, struct ch_error *err)
{
	const char *mark = ch_action_line_date(line), *text;

	*action = (struct ch_new_action){.owner = CH_SIDE_LEARNER, .due_on = CH_NO_DATE};
	if (mark != NULL && ch_date_parse(mark + 1 + strspn(mark + 1, " "), sides->today, true, &action->due_on,
					  err) != CH_OK)
		return err->status;
	if (mark == NULL)
		mark = day_at_end(line, sides->today, &action->due_on);
	text = mark == NULL ? line : ch_arena_copy_bytes(arena, line, (size_t)(mark - line));
	if (take_owner(&text, sides, arena, &action->owner, err) != CH_OK)
		return err->status;
	action->text = ch_text_tidy(arena, text);
	if (action->text != NULL && !sides->wording) {
		ch_fail(err, CH_DATA, _("this scheme stores no wording, and \"%.60s\" would be lost"), action->text);
		return ch_error_fix(err, "%s", _("write only whose it is and when it is due: \"mentee @ fri\""));
	}
	return CH_OK;
}

/* ---- Many ------------------------------------------------------------------------------ */

/* Whether it is said at the start whose the action is. */
static bool begins_with_side(const char *text, size_t length, const struct ch_action_sides *sides,
			     struct ch_arena *arena)
{
	size_t said = strcspn(text, ":;\n");
	const char *name = NULL;

	if (said < length && text[said] == ':')
		name = ch_text_tidy(arena, ch_arena_copy_bytes(arena, text, said));
	return name != NULL && side_named(name, sides, arena) != CH_NO_SIDE;
}

const char *ch_action_line_next(const char **text, const struct ch_action_sides *sides, struct ch_arena *arena)
{
	while (**text != '\0') {
		size_t length = strcspn(*text, "\n"), end = length;
		const char *line;

		for (size_t at = 0; at < length && end == length; at++)
			if ((*text)[at] == ';' &&
			    begins_with_side(*text + at + 1, length - at - 1, sides, arena))
				end = at;
		line = ch_text_tidy(arena, ch_arena_copy_bytes(arena, *text, end));
		*text += end + ((*text)[end] != '\0');
		if (line != NULL)
			return line;
	}
	return NULL;
}
