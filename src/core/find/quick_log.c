/*
 * The line is cut at blanks. At each word the longest run is tried that is a
 * date, then one that is a length, then a way to meet; what is none of these is
 * a name. The first word is always a name where the pair is not known, so that
 * people may be called Sun or May.
 */
#include "chiron/quick_log.h"

#include <inttypes.h>
#include <string.h>

#include "chiron/list.h"
#include "chiron/session.h"
#include "chiron/text.h"

enum { LONGEST_RUN = 4, CANDIDATES = 4, SHORTEST_MEDIUM = 3 };

struct reading {
	struct ch_quick_log *line;
	const char **words; /* in `arena` */
	size_t count, room;
	ch_date today;
	struct ch_arena *arena;
	struct ch_buffer who;
};

/* ---- The words --------------------------------------------------------------------- */

static void split(struct reading *r, const char *text)
{
	text += strspn(text, " ");
	while (*text != '\0') {
		size_t length = strcspn(text, " ");

		r->words = ch_arena_room(r->arena, r->words, r->count, &r->room, sizeof *r->words);
		r->words[r->count++] = ch_arena_copy_bytes(r->arena, text, length);
		text += length;
		text += strspn(text, " ");
	}
}

/* The `count` words from `at` on as one text. */
static const char *run_of(const struct reading *r, size_t at, size_t count)
{
	struct ch_buffer run = CH_BUFFER_EMPTY;
	const char *text;

	for (size_t i = 0; i < count; i++)
		ch_buffer_printf(&run, "%s%s", i > 0 ? " " : "", r->words[at + i]);
	text = ch_arena_copy(r->arena, run.text);
	ch_buffer_release(&run);
	return text;
}

static bool is_short_number(const char *word)
{
	size_t digits = strspn(word, "0123456789");

	return word[digits] == '\0' && digits < 4;
}

static enum ch_status refuse_twice(const char *what, const char *first, const char *second, struct ch_error *err)
{
	return ch_fail(err, CH_DATA, _("\"%s\" and \"%s\" are both a %s; one is enough"), first, second, what);
}

/* ---- What a run of words may be: the words used up, 0 where it is none ----------------- */

/* "31 feb": a number that some months end with, and the name of one that does not. */
static bool is_no_day(const struct reading *r, size_t at)
{
	static const char *const last_days[] = {"29", "30", "31"};
	struct ch_error ignored;
	ch_date date;
	bool is_last = false;

	for (size_t i = 0; i < sizeof(last_days) / sizeof(last_days[0]); i++)
		is_last = is_last || strcmp(r->words[at], last_days[i]) == 0;
	return is_last && at + 1 < r->count &&
	       ch_date_parse(ch_arena_printf(r->arena, "1 %s", r->words[at + 1]), r->today, false, &date, &ignored) ==
		       CH_OK;
}

/* "tom" is tomorrow where a day may lie ahead; what is logged has been. */
static bool is_name(const char *run)
{
	return ch_text_equal_ascii(run, "tom");
}

static size_t read_date(struct reading *r, size_t at, struct ch_error *err)
{
	struct ch_error ignored;
	ch_date date;

	for (size_t count = r->count - at < 3 ? r->count - at : 3; count > 0; count--) {
		const char *run = run_of(r, at, count);

		/* "2 nov 45" is a day and a length: a year in a line has four digits. */
		if ((count == 3 && is_short_number(r->words[at + 2])) || is_name(run))
			continue;
		if (ch_date_parse(run, r->today, false, &date, &ignored) != CH_OK)
			continue;
		if (r->line->date != NULL) {
			refuse_twice(_("day"), r->line->date, run, err);
		} else if (date > r->today) {
			ch_fail(err, CH_DATA, _("\"%s\" is a day to come; what is logged has taken place"), run);
			ch_error_fix(err, "%s", _("arrange it instead: `chiron session arrange`"));
		}
		r->line->date = run;
		r->line->on = date;
		return count;
	}
	if (is_no_day(r, at)) {
		ch_fail(err, CH_DATA, _("\"%s\" is no day of that month"), run_of(r, at, 2));
		return 2;
	}
	return 0;
}

static size_t read_length(struct reading *r, size_t at, struct ch_error *err)
{
	struct ch_error ignored;
	int minutes, start;

	for (size_t count = r->count - at < LONGEST_RUN ? r->count - at : LONGEST_RUN; count > 0; count--) {
		const char *run = run_of(r, at, count);

		if (ch_minutes_parse(run, &minutes, &start, &ignored) != CH_OK)
			continue;
		if (r->line->length != NULL)
			refuse_twice(_("length"), r->line->length, run, err);
		r->line->length = run;
		r->line->minutes = minutes;
		r->line->starts_at = start;
		return count;
	}
	return 0;
}

static const struct ch_choice *media(void)
{
	return ch_field_named(ch_entity_of(CH_SESSION), "medium")->choices;
}

/* The way to meet that a text names: its label or code, the start of it, or what people say for it; 0: none. */
static int medium_of(const char *text)
{
	static const struct {
		const char *word;
		int medium;
	} others[] = {
		{"person", CH_MEDIUM_IN_PERSON},
		{"in-person", CH_MEDIUM_IN_PERSON},
		{"face", CH_MEDIUM_IN_PERSON},
		{"face to face", CH_MEDIUM_IN_PERSON},
		{"face-to-face", CH_MEDIUM_IN_PERSON},
		{"f2f", CH_MEDIUM_IN_PERSON},
		{"call", CH_MEDIUM_PHONE},
		{"phone call", CH_MEDIUM_PHONE},
		{"telephone", CH_MEDIUM_PHONE},
		{"online", CH_MEDIUM_VIDEO},
		{"video call", CH_MEDIUM_VIDEO},
		{"teams", CH_MEDIUM_VIDEO},
		{"zoom", CH_MEDIUM_VIDEO},
		{"skype", CH_MEDIUM_VIDEO},
		{"teams call", CH_MEDIUM_VIDEO},
		{"zoom call", CH_MEDIUM_VIDEO},
	};
	int medium = strlen(text) >= SHORTEST_MEDIUM ? ch_choice_find(media(), text) : -1;

	for (size_t i = 0; medium <= 0 && i < sizeof(others) / sizeof(others[0]); i++)
		if (ch_text_equal_ascii(text, others[i].word))
			medium = others[i].medium;
	return medium > 0 ? medium : 0;
}

static size_t read_medium(struct reading *r, size_t at, struct ch_error *err)
{
	for (size_t count = r->count - at < 3 ? r->count - at : 3; count > 0; count--) {
		int medium = medium_of(run_of(r, at, count));

		if (medium == 0)
			continue;
		if (r->line->medium != 0 && r->line->medium != medium)
			refuse_twice(_("way to meet"), _(media()[r->line->medium].label), _(media()[medium].label),
				     err);
		r->line->medium = medium;
		return count;
	}
	return 0;
}

/* "no actions": that they agreed on none (R42). */
static size_t read_no_actions(struct reading *r, size_t at)
{
	if (at + 1 >= r->count || !ch_text_equal_ascii(r->words[at], "no") ||
	    (!ch_text_equal_ascii(r->words[at + 1], "actions") && !ch_text_equal_ascii(r->words[at + 1], "action")))
		return 0;
	r->line->no_actions = true;
	return 2;
}

/* ---- The line ----------------------------------------------------------------------- */

static bool begins_with_name(const char *word)
{
	return strchr("0123456789+-", word[0]) == NULL;
}

enum ch_status ch_quick_log_parse(const char *text, ch_date today, bool pair_known, struct ch_arena *arena,
				  struct ch_quick_log *line, struct ch_error *err)
{
	struct reading r = {.line = line, .today = today, .arena = arena, .who = CH_BUFFER_EMPTY};
	size_t at = 0;

	*line = (struct ch_quick_log){.starts_at = -1, .on = CH_NO_DATE};
	*err = CH_NO_ERROR;
	split(&r, text);
	while (at < r.count && err->status == CH_OK) {
		size_t used = 0;

		if (at > 0 || pair_known || !begins_with_name(r.words[at])) {
			used = read_date(&r, at, err);
			used = used > 0 ? used : read_length(&r, at, err);
			used = used > 0 ? used : read_medium(&r, at, err);
			used = used > 0 ? used : read_no_actions(&r, at);
		}
		if (used == 0) {
			ch_buffer_printf(&r.who, "%s%s", r.who.length > 0 ? " " : "", r.words[at]);
			used = 1;
		}
		at += used;
	}
	line->who = ch_arena_copy(arena, r.who.text);
	ch_buffer_release(&r.who);
	return err->status;
}

bool ch_quick_log_has_facts(const struct ch_quick_log *line)
{
	return line->length != NULL || line->date != NULL || line->medium != 0 || line->no_actions;
}

void ch_quick_log_show(const struct ch_quick_log *line, ch_date today, struct ch_buffer *out)
{
	char shown[16];

	if (line->length == NULL)
		ch_buffer_add(out, _("usual length"));
	else if (line->starts_at >= 0)
		ch_buffer_printf(out, _("%d minutes from %d:%02d"), line->minutes, line->starts_at / 60,
				 line->starts_at % 60);
	else
		ch_buffer_printf(out, _("%d minutes"), line->minutes);
	if (line->medium != 0)
		ch_buffer_printf(out, ", %s", _(media()[line->medium].label));
	if (line->on == CH_NO_DATE || line->on == today)
		ch_buffer_add(out, _(", today"));
	else
		ch_buffer_printf(out, ", %s", ch_date_show(line->on, today, shown));
	if (line->no_actions)
		ch_buffer_add(out, _(", no actions"));
}

/* ---- Whose it is ----------------------------------------------------------------------- */

/* The words as a filter; "#12" is a number. */
static const char *filter_of(const char *who, struct ch_arena *arena)
{
	if (who[0] == '#' && who[1] != '\0' && who[1 + strspn(who + 1, "0123456789")] == '\0')
		return ch_arena_printf(arena, "no:%s", who + 1);
	return ch_arena_printf(arena, "-state:closed %s", ch_list_words(who, arena));
}

static const char *cell_of(const struct ch_grid *grid, size_t row, const char *key)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0 && grid->rows[row].cells[i] != NULL)
			return grid->rows[row].cells[i];
	return "";
}

static const char *names_of(const struct ch_grid *grid, size_t row, struct ch_arena *arena)
{
	return ch_arena_printf(arena, "%s - %s", cell_of(grid, row, "guide"), cell_of(grid, row, "learner"));
}

static enum ch_status refuse_several(const struct ch_grid *grid, const char *who, struct ch_arena *arena,
				     struct ch_error *err)
{
	struct ch_buffer names = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < grid->row_count && i + 1 < CANDIDATES; i++)
		ch_buffer_printf(&names, "%s%s", i > 0 ? "; " : "", names_of(grid, i, arena));
	if (grid->row_count == CANDIDATES)
		ch_buffer_add(&names, _("; and more"));
	ch_fail(err, CH_DATA, _("\"%s\" may be %s"), who, names.text);
	ch_buffer_release(&names);
	return ch_error_fix(err, "%s", _("add a word of the other name"));
}

static enum ch_status fetch_candidates(struct ch_context *c, const char *who, struct ch_arena *arena,
				       struct ch_grid *grid, struct ch_error *err)
{
	const struct ch_list_query query = {
		.list = CH_LIST_PAIRINGS, .filter = filter_of(who, arena), .limit = CANDIDATES};

	return ch_list_fetch(c, &query, arena, grid, err);
}

static bool has_live_pairing(struct ch_context *c, struct ch_arena *arena)
{
	const struct ch_list_query any = {.list = CH_LIST_PAIRINGS, .filter = "-state:closed", .limit = 1};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	return ch_list_fetch(c, &any, arena, &grid, &ignored) != CH_OK || grid.row_count > 0;
}

/* Where the first words are somebody's, it is the others that nobody understands: "yesteday" is then no name. */
static enum ch_status refuse_nobody(struct ch_context *c, const char *who, struct ch_arena *arena, struct ch_error *err)
{
	char *name = ch_arena_copy(arena, who), *last;
	struct ch_grid grid;

	while ((last = strrchr(name, ' ')) != NULL) {
		*last = '\0';
		if (fetch_candidates(c, name, arena, &grid, err) != CH_OK)
			return err->status;
		if (grid.row_count == 0)
			continue;
		ch_fail(err, CH_MISSING, _("\"%s\" is no day, no length, no way to meet, and in nobody's name"),
			who + strlen(name) + 1);
		return ch_error_fix(err, "%s",
				    _("write a day as 2 nov or 14/9, a length as 45 or 1h15, or video, phone, "
				      "in person; \"no actions\" says that"));
	}
	if (!has_live_pairing(c, arena)) {
		ch_fail(err, CH_MISSING, "%s", _("there is no live pairing whose session it could be"));
		return ch_error_fix(err, "%s", _("`chiron pairing add` pairs two people"));
	}
	ch_fail(err, CH_MISSING, _("no live pairing has \"%s\" in its names"), who);
	return ch_error_fix(err, "%s", _("begin with a part of either name"));
}

/* Whether it is the whole name of one of the two, or of both as people and screens write them. */
static bool names_whole(const struct ch_grid *grid, const char *who, struct ch_arena *arena)
{
	static const char *const signs[] = {" ", " / ", " - "};
	const char *key = ch_text_search_key(arena, who);
	const char *guide = ch_text_search_key(arena, cell_of(grid, 0, "guide"));
	const char *learner = ch_text_search_key(arena, cell_of(grid, 0, "learner"));
	bool whole = strcmp(key, guide) == 0 || strcmp(key, learner) == 0;

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]) && !whole; i++)
		whole = strcmp(key, ch_arena_printf(arena, "%s%s%s", guide, signs[i], learner)) == 0 ||
			strcmp(key, ch_arena_printf(arena, "%s%s%s", learner, signs[i], guide)) == 0;
	return whole;
}

/* Both names of the live pairing that is found by `text` and whose names `who` spells out; NULL: there is none. */
static const char *spelt_out(struct ch_context *c, const char *text, const char *who, struct ch_arena *arena,
			     int64_t *pairing_id)
{
	struct ch_list_query query = {.list = CH_LIST_PAIRINGS, .limit = 1};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	if (ch_find(c, CH_PAIRING, text, pairing_id, &ignored) != CH_OK)
		return NULL;
	query.filter = ch_arena_printf(arena, "-state:closed no:%" PRId64, *pairing_id);
	if (ch_list_fetch(c, &query, arena, &grid, &ignored) != CH_OK || grid.row_count == 0)
		return NULL;
	return names_whole(&grid, who, arena) ? names_of(&grid, 0, arena) : NULL;
}

/* A whole name counts, however many names it is a part of; of both names the first may end at any blank. */
static const char *find_whole(struct ch_context *c, const char *who, struct ch_arena *arena, int64_t *pairing_id)
{
	const char *names = spelt_out(c, who, who, arena, pairing_id);

	for (const char *end = strchr(who, ' '); names == NULL && end != NULL; end = strchr(end + 1, ' '))
		names = spelt_out(c, ch_arena_printf(arena, "%.*s / %s", (int)(end - who), who, end + 1), who, arena,
				  pairing_id);
	return names;
}

enum ch_status ch_quick_log_find(struct ch_context *c, const char *who, struct ch_arena *arena, int64_t *pairing_id,
				 const char **names, struct ch_error *err)
{
	struct ch_grid grid;

	if (fetch_candidates(c, who, arena, &grid, err) != CH_OK)
		return err->status;
	if (grid.row_count == 0)
		return refuse_nobody(c, who, arena, err);
	if (grid.row_count > 1) {
		*names = find_whole(c, who, arena, pairing_id);
		return *names != NULL ? CH_OK : refuse_several(&grid, who, arena, err);
	}
	*pairing_id = grid.rows[0].id;
	*names = names_of(&grid, 0, arena);
	return CH_OK;
}
