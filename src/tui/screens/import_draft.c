/* Maps are kept as lines; of a mend four lines: row, column, what the cell was, what it is meant to say. */
#include "tui/screens/import_draft.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/screens/import_facts.h"

#define DRAFT_FORM "import.plan"

enum { TEXTS = 17 };

/* ---- Lines ---- */

/* A line that holds the text whatever is in it. */
static void add_line(struct ch_buffer *out, const char *text)
{
	for (; text != NULL && *text != '\0'; text++) {
		if (*text == '\\' || *text == '\n')
			ch_buffer_add_char(out, '\\');
		ch_buffer_add_char(out, *text == '\n' ? 'n' : *text);
	}
	ch_buffer_add_char(out, '\n');
}

/* The next of the lines, in `arena`; *text goes on behind it. NULL: there is none. */
static const char *next_line(const char **text, struct ch_arena *arena)
{
	const char *at = *text;
	char *line, *to;

	if (*at == '\0')
		return NULL;
	line = to = ch_arena_copy_bytes(arena, at, strcspn(at, "\n"));
	for (; *at != '\0' && *at != '\n'; at++) {
		if (*at == '\\' && at[1] != '\0')
			*to++ = *++at == 'n' ? '\n' : *at;
		else
			*to++ = *at;
	}
	*to = '\0';
	*text = *at == '\n' ? at + 1 : at;
	return line;
}

/* ---- Keeping ---- */

static void add_text(struct ch_draft *draft, struct ch_draft_text *texts, const char *key, const char *text)
{
	if (text != NULL && *text != '\0')
		texts[draft->text_count++] = (struct ch_draft_text){.key = key, .text = text, .was = ""};
}

static void add_number(struct ch_draft *draft, struct ch_draft_text *texts, const char *key, int64_t number,
		       struct ch_arena *arena)
{
	if (number != 0)
		add_text(draft, texts, key, ch_arena_printf(arena, "%" PRId64, number));
}

static const char *maps_of(const struct ch_import_options *options, struct ch_arena *arena)
{
	struct ch_buffer lines = CH_BUFFER_EMPTY;
	const char *text;

	for (size_t i = 0; i < options->map_count; i++)
		add_line(&lines, options->maps[i]);
	text = ch_arena_copy(arena, lines.text);
	ch_buffer_release(&lines);
	return text;
}

static const char *mends_of(const struct ch_import_options *options, struct ch_arena *arena)
{
	struct ch_buffer lines = CH_BUFFER_EMPTY;
	const char *text;

	for (size_t i = 0; i < options->mend_count; i++) {
		const struct ch_import_mend *mend = &options->mends[i];

		ch_buffer_printf(&lines, "%" PRId64 "\n", mend->row);
		add_line(&lines, mend->column);
		add_line(&lines, mend->was);
		add_line(&lines, mend->to);
	}
	text = ch_arena_copy(arena, lines.text);
	ch_buffer_release(&lines);
	return text;
}

static const char *left_out_of(const struct ch_import_options *options, struct ch_arena *arena)
{
	const char *text = "";

	for (size_t i = 0; i < options->left_out_count; i++)
		text = ch_arena_printf(arena, "%s%" PRId64 "\n", text, options->left_out[i]);
	return text;
}

void import_draft_keep(const struct desk *desk, const struct import_plan *plan, const char *hash)
{
	const struct ch_import_options *options = &plan->options;
	const char *slash = options->path != NULL ? strrchr(options->path, '/') : NULL;
	struct ch_draft_text texts[TEXTS];
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft = {.form = DRAFT_FORM, .subject_id = (int64_t)options->kind, .texts = texts};
	bool whole;

	draft.title = ch_arena_printf(&arena, _("Import %s: %s"), import_kind_words(options->kind),
				      slash != NULL ? slash + 1 : options->path);
	add_text(&draft, texts, "path", options->path);
	add_number(&draft, texts, "programme", options->programme_id, &arena);
	add_number(&draft, texts, "role", options->role, &arena);
	add_number(&draft, texts, "records_kept", options->records_kept, &arena);
	add_number(&draft, texts, "new_people", options->new_people, &arena);
	add_text(&draft, texts, "sheet", options->sheet);
	add_number(&draft, texts, "header_row", options->header_row, &arena);
	add_text(&draft, texts, "encoding", options->encoding);
	add_text(&draft, texts, "delimiter", options->delimiter);
	add_text(&draft, texts, "date_order", options->date_order);
	add_text(&draft, texts, "hash", hash);
	add_text(&draft, texts, "maps", maps_of(options, &arena));
	add_text(&draft, texts, "mends", mends_of(options, &arena));
	add_text(&draft, texts, "left_out", left_out_of(options, &arena));
	add_number(&draft, texts, "leave_out_refused", options->leave_out_refused, &arena);
	add_number(&draft, texts, "keep_last", options->keep_last, &arena);
	add_number(&draft, texts, "mended", options->mended, &arena);
	ch_draft_keep(desk->c, &draft, &arena, &whole, &ignored);
	ch_arena_release(&arena);
}

/* ---- Bringing it back ---- */

static const char *text_of(const struct ch_draft *draft, const char *key)
{
	for (size_t i = 0; i < draft->text_count; i++)
		if (strcmp(draft->texts[i].key, key) == 0)
			return draft->texts[i].text;
	return NULL;
}

static int64_t number_of(const struct ch_draft *draft, const char *key)
{
	const char *text = text_of(draft, key);

	return text != NULL ? strtoll(text, NULL, 10) : 0;
}

static void take_maps(struct import_plan *plan, const char *lines, struct ch_arena *arena)
{
	const char *map, *code;

	while (lines != NULL && (map = next_line(&lines, arena)) != NULL) {
		size_t column = strtoul(map + (*map == '#'), NULL, 10);

		code = strchr(map, '=');
		if (column > 0 && code != NULL)
			import_plan_map(plan, column - 1, code + 1);
	}
}

static void take_mends(struct import_plan *plan, const char *lines, struct ch_arena *arena)
{
	const char *row;

	while (lines != NULL && (row = next_line(&lines, arena)) != NULL) {
		const char *column = next_line(&lines, arena), *was = next_line(&lines, arena);
		const char *to = next_line(&lines, arena);
		int64_t number = strtoll(row, NULL, 10);

		if (to != NULL)
			import_plan_mend(plan, &(struct ch_import_mend){.row = number,
									.column = column,
									.was = number == 0 ? was : NULL,
									.to = to});
	}
}

static void take_left_out(struct import_plan *plan, const char *lines)
{
	char *rest = NULL;

	for (int64_t row; lines != NULL && (row = strtoll(lines, &rest, 10)) > 0; lines = rest)
		import_plan_leave_out(plan, row);
}

bool import_draft_restore(const struct desk *desk, enum ch_import_kind kind, struct import_plan *plan,
			  const char **hash)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft;

	if (ch_draft_find(desk->c, DRAFT_FORM, (int64_t)kind, &plan->arena, &draft, &ignored) != CH_OK ||
	    text_of(&draft, "path") == NULL)
		return false;
	import_plan_read(plan, &(struct ch_import_options){.kind = kind,
							   .path = text_of(&draft, "path"),
							   .programme_id = number_of(&draft, "programme"),
							   .role = (int)number_of(&draft, "role"),
							   .records_kept = number_of(&draft, "records_kept") != 0,
							   .new_people = number_of(&draft, "new_people") != 0,
							   .sheet = text_of(&draft, "sheet"),
							   .header_row = number_of(&draft, "header_row"),
							   .encoding = text_of(&draft, "encoding"),
							   .delimiter = text_of(&draft, "delimiter"),
							   .date_order = text_of(&draft, "date_order")});
	take_maps(plan, text_of(&draft, "maps"), &plan->arena);
	take_mends(plan, text_of(&draft, "mends"), &plan->arena);
	take_left_out(plan, text_of(&draft, "left_out"));
	if (number_of(&draft, "leave_out_refused") != 0)
		import_plan_leave_refused(plan);
	plan->options.keep_last = number_of(&draft, "keep_last") != 0;
	plan->options.mended = (enum ch_import_mended)number_of(&draft, "mended");
	*hash = text_of(&draft, "hash");
	return true;
}

void import_draft_drop(const struct desk *desk, enum ch_import_kind kind)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft;

	if (ch_draft_find(desk->c, DRAFT_FORM, (int64_t)kind, &arena, &draft, &ignored) == CH_OK)
		ch_draft_drop(desk->c, draft.draft_id, &ignored);
	ch_arena_release(&arena);
}
