/* The names are keys of columns, or how they begin; "default" stands for those of the spec. */
#include "tui/widgets/scheme_columns.h"

#include <ctype.h>
#include <string.h>

#include "chiron/text.h"

#define AS_AT_FIRST "default"

enum { NEAR_DISTANCE = 4 };

struct choice {
	struct scheme_column columns[SCHEME_LIST_SHOWN_MAX];
	size_t count;
};

/* Calls for each column there is, the spec's own first; the list's are shown as they are. */
static size_t all_columns(const struct scheme_list *list, struct scheme_column all[SCHEME_LIST_COLUMNS_MAX])
{
	const struct ch_column *own = list->own;
	size_t count = 0;

	for (size_t i = 0; i < list->spec->column_count; i++)
		all[count++] = list->spec->columns[i];
	for (size_t i = 0; i < list->own_count; i++) {
		bool known = false;

		for (size_t j = 0; j < list->spec->column_count; j++)
			known = known || strcmp(list->spec->columns[j].key, own[i].key) == 0;
		if (!known && count < SCHEME_LIST_COLUMNS_MAX)
			all[count++] = (struct scheme_column){.key = own[i].key};
	}
	return count;
}

static enum ch_status refuse(const struct scheme_column *all, size_t count, const char *word, struct ch_error *err)
{
	const char *nearest = NULL;
	int best = NEAR_DISTANCE;

	for (size_t i = 0; i < count; i++) {
		int distance = ch_text_distance(word, all[i].key);

		if (distance < best) {
			best = distance;
			nearest = all[i].key;
		}
	}
	ch_fail(err, CH_DATA, _("There is no column \"%s\""), word);
	if (nearest != NULL)
		return ch_error_fix(err, _("did you mean %s?"), nearest);
	return ch_error_fix(err, _("Tab goes through those there are"));
}

static enum ch_status add_column(const struct scheme_column *all, size_t all_count, const char *word,
				 struct choice *choice, struct ch_error *err)
{
	const struct scheme_column *found = NULL;

	for (size_t i = 0; i < all_count; i++)
		if (strcmp(all[i].key, word) == 0 ||
		    (found == NULL && strncmp(all[i].key, word, strlen(word)) == 0))
			found = &all[i];
	if (found == NULL)
		return refuse(all, all_count, word, err);
	for (size_t i = 0; i < choice->count; i++)
		if (strcmp(choice->columns[i].key, found->key) == 0)
			return CH_OK; /* still being typed, or said twice */
	if (choice->count == SCHEME_LIST_SHOWN_MAX)
		return ch_fail(err, CH_DATA, _("At most %d columns are shown"), SCHEME_LIST_SHOWN_MAX);
	choice->columns[choice->count] = *found;
	choice->columns[choice->count].rank = (int)choice->count; /* what is named first goes last */
	choice->columns[choice->count].from = 0;
	choice->count++;
	return CH_OK;
}

static enum ch_status read_choice(const struct scheme_list *list, const char *text, struct choice *choice,
				  struct ch_error *err)
{
	struct scheme_column all[SCHEME_LIST_COLUMNS_MAX];
	size_t all_count = all_columns(list, all);
	struct ch_arena arena = CH_ARENA_EMPTY;
	char *rest = NULL;

	choice->count = 0;
	for (char *word = strtok_r(ch_arena_copy(&arena, text), " ,", &rest); word != NULL;
	     word = strtok_r(NULL, " ,", &rest)) {
		for (char *letter = word; *letter != '\0'; letter++)
			*letter = (char)tolower((unsigned char)*letter);
		if (strcmp(word, AS_AT_FIRST) == 0)
			choice->count = 0;
		else if (add_column(all, all_count, word, choice, err) != CH_OK)
			break;
	}
	ch_arena_release(&arena);
	return err->status;
}

/* Shows what `text` says; refused, nothing changes. */
static enum ch_status apply(struct scheme_list *list, const char *text, struct ch_error *err)
{
	struct choice choice;

	if (read_choice(list, text, &choice, err) != CH_OK)
		return err->status;
	if (choice.count > 0)
		scheme_list_show_columns(list, choice.columns, choice.count);
	else
		scheme_list_show_columns(list, list->spec->columns, list->spec->column_count);
	return CH_OK;
}

void scheme_columns_as_before(struct scheme_list *list)
{
	const struct prompt_history *choices = &list->column_choices;
	struct ch_error ignored = CH_NO_ERROR;

	if (choices->count > 0)
		apply(list, choices->lines[choices->count - 1].text, &ignored);
}

/* ---- The prompt ---- */

static void columns_changed(struct app *app, void *data, const char *text)
{
	struct scheme_list *list = data;

	if (apply(list, text, &app->prompt.err) == CH_OK)
		list_reload(&list->list);
}

/* Tab: the first column that begins with the word at the cursor and is not named yet. */
static void columns_tab(struct app *app, void *data, struct field_input *input)
{
	struct scheme_column all[SCHEME_LIST_COLUMNS_MAX];
	size_t count = all_columns(data, all), length;
	const char *end = input->text.text + input->cursor, *word = end;

	(void)app;
	while (word > input->text.text && word[-1] != ' ')
		word--;
	length = (size_t)(end - word);
	for (size_t i = 0; i < count; i++) {
		if (strncmp(all[i].key, word, length) != 0 || strstr(input->text.text, all[i].key) != NULL)
			continue;
		input_replace(input, length, all[i].key);
		input_replace(input, 0, " ");
		return;
	}
}

static enum ch_status columns_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct scheme_list *list = data;

	if (apply(list, text, err) != CH_OK)
		return err->status;
	prompt_history_add(&list->column_choices, text[strspn(text, " ")] != '\0' ? text : AS_AT_FIRST);
	list_reload(&list->list);
	app_say(app, "%s", _("The columns are kept so. " KEY_(COLUMNS) " and an empty line show those of the "
			     "beginning"));
	return CH_OK;
}

static void columns_dropped(struct app *app, void *data)
{
	struct scheme_list *list = data;

	(void)app;
	scheme_list_show_columns(list, list->spec->columns, list->spec->column_count);
	scheme_columns_as_before(list);
	list_reload(&list->list);
}

static const struct prompt_spec columns_prompt = {
	.label = N_("Columns: "),
	.hint = N_("Enter:keep  Tab:next name  Ctrl-U Enter:as at first  Up:earlier  Esc:as it was"),
	.top = true,
	.changed = columns_changed,
	.tab = columns_tab,
	.tab_does = N_("adds the next name"),
	.done = columns_done,
	.dropped = columns_dropped,
};

void scheme_columns_ask(struct app *app, void *data)
{
	struct scheme_list *list = data;
	struct ch_buffer names = CH_BUFFER_EMPTY;

	scheme_list_read_columns(list);
	for (size_t i = 0; i < list->shown_count; i++)
		ch_buffer_printf(&names, "%s ", list->shown[i].key);
	prompt_open(app, &columns_prompt, list, &list->column_choices, names.text);
	ch_buffer_release(&names);
}
