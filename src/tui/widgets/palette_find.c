/*
 * People come first, since most names are typed to find one; then their pairs.
 * Each kind has a bound: whoever has more than that is told where all of them
 * are.
 */
#include "tui/widgets/palette_find.h"

#include <string.h>

#include "chiron/text.h"

enum {
	SHORTEST = 2,  /* bytes: one letter is in every name, one character of Chinese is a name */
	TYPING_MS = 12 /* what a letter waits for names; the actions that it finds are shown then */
};

struct kind {
	enum ch_entity_id entity;
	enum ch_list_id list;
	size_t most;
	const char *kind;	   /* what its items are marked as */
	const char *all;	   /* the item for those beyond `most` */
	const char *const says[4]; /* columns that tell namesakes apart */
};

static const struct kind kinds[] = {
	{CH_PERSON, CH_LIST_PEOPLE, 40, N_("person"), N_("all people found"), {"roles", "email", "organisation"}},
	{CH_PAIRING, CH_LIST_PAIRINGS, 40, N_("pair"), N_("all pairs found"), {"state", "programme"}},
	{CH_PROGRAMME, CH_LIST_PROGRAMMES, 10, N_("programme"), N_("all programmes found"), {"kind", "state"}},
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

void palette_find_init(struct palette_find *find, const struct desk *desk)
{
	*find = (struct palette_find){.pace = {.desk = desk}, .arena = CH_ARENA_EMPTY, .looked = KINDS};
}

void palette_find_release(struct palette_find *find)
{
	ch_arena_release(&find->arena);
}

void palette_find_begin(struct palette_find *find, const char *text)
{
	ch_arena_reset(&find->arena);
	find->count = 0;
	find->looked = strlen(text) < SHORTEST ? KINDS : 0;
	find->words = ch_list_words(text, &find->arena);
	if (*find->words == '\0')
		find->looked = KINDS;
}

bool palette_find_is_done(const struct palette_find *find)
{
	return find->looked == KINDS;
}

/* ---- What is found ---- */

static const char *shown(const struct palette_find *find, const struct ch_grid *page, size_t row, const char *key,
			 struct ch_arena *arena)
{
	for (size_t i = 0; i < page->column_count; i++)
		if (strcmp(page->columns[i].key, key) == 0)
			return ch_cell_show(&page->columns[i], page->rows[row].cells[i], find->pace.desk->today, arena);
	return "";
}

/* "mentor, ruth@example.org" */
static const char *note_of(struct palette_find *find, const struct kind *kind, const struct ch_grid *page, size_t row)
{
	const char *note = "";

	for (size_t i = 0; i < sizeof(kind->says) / sizeof(kind->says[0]) && kind->says[i] != NULL; i++) {
		const char *cell = shown(find, page, row, kind->says[i], &find->arena);

		if (*cell != '\0')
			note = ch_arena_printf(&find->arena, "%s%s%s", note, *note != '\0' ? ", " : "", cell);
	}
	return note;
}

static void add(struct palette_find *find, const struct kind *kind, const struct ch_grid *page, size_t row)
{
	struct palette_item *item = &find->items[find->count++];

	*item = (struct palette_item){.entity = kind->entity, .kind = _(kind->kind)};
	if (row == kind->most) { /* there are more than are shown */
		item->label = _(kind->all);
		item->help = _("In their list, which can be filtered further");
		return;
	}
	item->id = page->rows[row].id;
	item->label = shown(find, page, row, kind->entity == CH_PAIRING ? "guide" : "name", &find->arena);
	if (kind->entity == CH_PAIRING)
		item->label = ch_arena_printf(&find->arena, "%s - %s", item->label,
					      shown(find, page, row, "learner", &find->arena));
	item->help = note_of(find, kind, page, row);
}

/* ---- Looking ---- */

/* Looks through one kind. CH_STOPPED: it is to be done again. What may not be read is not found. */
static enum ch_status look_through(struct palette_find *find, const struct kind *kind)
{
	const struct ch_list_query query = {.list = kind->list, .filter = find->words, .limit = kind->most + 1};
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid page = {.row_count = 0};

	if (ch_list_fetch(find->pace.desk->c, &query, &find->arena, &page, &err) == CH_STOPPED)
		return CH_STOPPED;
	for (size_t row = 0; err.status == CH_OK && row < page.row_count; row++)
		add(find, kind, &page, row);
	return CH_OK;
}

/* What makes the next words quick is made while nobody types. */
static void prepare(struct palette_find *find)
{
	struct ch_error err = CH_NO_ERROR;

	if (pace_keys_rest(&find->pace))
		find->prepared = ch_list_prepare(find->pace.desk->c, CH_LIST_PEOPLE, &err) != CH_STOPPED;
}

bool palette_find_go_on(struct palette_find *find, enum list_pace how)
{
	struct ch_context *c = find->pace.desk->c;
	const struct ch_work *before = c->work;
	size_t looked = find->looked;
	struct ch_work work;

	find->pace.how = how;
	work = pace_work_within(&find->pace, TYPING_MS);
	if (how != LIST_WHOLE)
		c->work = &work;
	while (find->looked < KINDS && pace_arrived(&find->pace) && look_through(find, &kinds[find->looked]) == CH_OK)
		find->looked++;
	if (find->looked == KINDS && how == LIST_IDLE && !find->prepared)
		prepare(find);
	c->work = before;
	return find->looked > looked;
}
