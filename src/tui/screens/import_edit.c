#include "tui/screens/import_edit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/desk.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"

struct edit_form {
	struct import_edit edit;
	struct ch_arena arena;
	enum ch_import_kind kind;
	/* Of a column. */
	struct ch_context *c;
	size_t column;
	const char *heading;
	/* Of cells. */
	const struct ch_import_group *groups;
	size_t group_count, index;
	struct ch_choice choices[6];
	const char *name; /* of who is here already, and may be meant */
};

static void edit_close(void *data)
{
	struct edit_form *edit = data;

	ch_arena_release(&edit->arena);
	free(edit);
}

static struct edit_form *edit_new(const struct import_edit *told)
{
	struct edit_form *edit = calloc(1, sizeof(*edit));

	if (edit == NULL)
		ch_abort("out of memory");
	edit->edit = *told;
	edit->arena = CH_ARENA_EMPTY;
	return edit;
}

/* ---- What a column is ---- */

/*
 * The field that a person means by its label, its code, how one label begins, or what lists and screens call it, as
 * "wants"; whoever types the heading itself means a new field of that name. NULL: none, or several.
 */
static const struct ch_import_field *field_named(const struct edit_form *edit, const char *text, struct ch_arena *arena)
{
	const struct ch_import_field *fields, *begins = NULL;
	size_t count = ch_import_fields(edit->c, edit->kind, arena, &fields), found = 0;
	const char *wanted = ch_text_fold(arena, text);

	for (size_t i = 0; i < count; i++) {
		const char *label = ch_text_fold(arena, _(fields[i].label));

		if (strcmp(label, wanted) == 0 || strcmp(fields[i].code, wanted) == 0)
			return &fields[i];
		if (strncmp(label, wanted, strlen(wanted)) == 0) {
			begins = &fields[i];
			found++;
		}
	}
	bool is_new = strcmp(wanted, "new field") == 0 || strcmp(wanted, ch_text_fold(arena, edit->heading)) == 0;
	const char *called = ch_import_field_called(edit->kind, text);
	const char *code = found == 1 ? begins->code : called != NULL ? called : is_new ? "custom" : NULL;

	for (size_t i = 0; code != NULL && i < count; i++)
		if (strcmp(fields[i].code, code) == 0)
			return &fields[i];
	return NULL;
}

static size_t column_complete(const struct form *form, void *data, size_t index, const char *prefix,
			      struct ch_arena *arena, const struct form_candidate **candidates)
{
	const struct edit_form *edit = data;
	const struct ch_import_field *fields;
	size_t count = ch_import_fields(edit->c, edit->kind, arena, &fields), found = 0;
	struct form_candidate *list = ch_arena_array(arena, count, sizeof(*list));
	const char *wanted = ch_text_fold(arena, prefix);

	(void)form;
	(void)index;
	for (size_t i = 0; i < count; i++)
		if (strstr(ch_text_fold(arena, _(fields[i].label)), wanted) != NULL)
			list[found++] = (struct form_candidate){.text = _(fields[i].label)};
	*candidates = list;
	return found;
}

static void column_meaning(const struct form *form, void *data, size_t index, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *text = form->entries[index].input.text.text;
	const struct ch_import_field *field = *text != '\0' ? field_named(data, text, &arena) : NULL;

	if (*text == '\0')
		ch_buffer_add(out, _("= left out"));
	else if (field == NULL)
		ch_buffer_add(out, _("? " KEY_(COMPLETE) " lists them"));
	else
		ch_buffer_printf(out, "= %s", _(field->label));
	ch_arena_release(&arena);
}

static enum ch_status column_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct edit_form *edit = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *text = form_value(form, "field");
	const struct ch_import_field *field = *text != '\0' ? field_named(edit, text, &arena) : NULL;

	if (*text != '\0' && field == NULL) {
		ch_fail_field(err, "field", _("\"%s\" is nothing that a column can be"), text);
		ch_error_fix(err, "%s", _(KEY_(COMPLETE) " lists what there is; \"new field\" makes the column a "
				  "field of your own; empty leaves it out"));
	} else if (edit->edit.column(app, edit->edit.data, edit->column, field != NULL ? field->code : "", err) !=
			   CH_OK &&
		   *err->field == '\0') {
		ch_error_field(err, "field");
	}
	ch_arena_release(&arena);
	return err->status;
}

static const struct form_ops column_form = {
	.save = column_save,
	.complete = column_complete,
	.meaning = column_meaning,
	.tells_blank = true,
	.close = edit_close,
};

void import_edit_column(struct app *app, const struct import_edit *told, enum ch_import_kind kind, size_t index,
			const struct ch_import_mapping *column)
{
	struct edit_form *edit = edit_new(told);
	const struct ch_import_field *fields;
	struct ch_buffer samples = CH_BUFFER_EMPTY;
	struct form_field field = {
		.key = "field",
		.label = N_("It is"),
		.help = N_("what the column holds; empty leaves it out; " KEY_(COMPLETE) " lists what there is"),
		.type = CH_TYPE_TEXT,
		.typed_over = true,
	};
	struct form *form;

	edit->kind = kind;
	edit->c = desk_of(app)->c;
	edit->column = index;
	edit->heading = ch_arena_copy(&edit->arena, column->heading);
	for (size_t i = 0; i < 3 && column->samples[i] != NULL; i++)
		ch_buffer_printf(&samples, "%s%s", i > 0 ? " | " : "",
				 ch_text_excerpt(&edit->arena, column->samples[i]));
	field.heading = samples.length > 0 ? ch_arena_copy_bytes(&edit->arena, samples.text, samples.length) : NULL;
	ch_buffer_release(&samples);
	form = form_new(&column_form, edit,
			ch_arena_printf(&edit->arena, _("Column \"%s\""),
					*column->heading != '\0' ? column->heading
								 : ch_arena_printf(&edit->arena, "#%zu", index + 1)),
			desk_of(app)->today, &field, 1);
	if (*column->code == '\0' && kind == CH_IMPORT_PEOPLE && column->samples[0] != NULL &&
	    strchr(column->samples[0], '@') != NULL)
		form_type(form, "field", _(ch_field_named(ch_entity_of(CH_PERSON), "email")->label));
	for (size_t i = 0, count = ch_import_fields(edit->c, kind, &edit->arena, &fields); i < count; i++)
		if (strcmp(fields[i].code, column->code) == 0)
			form_set(form, "field", _(fields[i].label));
	form_draft_keep_as(app, form, "import.column",
			   form_draft_subject(column->heading, field.heading != NULL ? field.heading : ""), NULL);
	form_open(app, form);
}

/* ---- What a cell is meant to say ---- */

/* Whether the group is of the same problem in the same column as the one that is mended. */
static bool is_of_problem(const struct edit_form *edit, const struct ch_import_group *group)
{
	const struct ch_import_group *mended = &edit->groups[edit->index];

	return group->cause == mended->cause && group->first->column != NULL &&
	       strcmp(group->first->column, mended->first->column) == 0;
}

static size_t rows_of_problem(const struct edit_form *edit, bool suggested)
{
	size_t rows = 0;

	for (size_t i = 0; i < edit->group_count; i++)
		if (is_of_problem(edit, &edit->groups[i]) && (!suggested || edit->groups[i].first->suggestion != NULL))
			rows += edit->groups[i].count;
	return rows;
}

static size_t add_group(const struct ch_import_group *group, const char *to, struct ch_import_mend *mends)
{
	for (size_t i = 0; i < group->count; i++)
		mends[i] =
			(struct ch_import_mend){.row = group->issues[i]->row, .column = group->first->column, .to = to};
	return group->count;
}

static enum ch_status mend_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct edit_form *edit = data;
	const struct ch_import_group *mended = &edit->groups[edit->index];
	const char *to = form_value(form, "to"), *where = form_value(form, "where");
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_import_mend *mends = ch_arena_array(&arena, rows_of_problem(edit, false) + 1, sizeof(*mends));
	bool suggested = strcmp(where, "suggested") == 0;
	size_t count = 0;

	if (suggested || strcmp(where, "problem") == 0) {
		for (size_t i = 0; i < edit->group_count; i++) {
			const struct ch_import_group *group = &edit->groups[i];

			if (is_of_problem(edit, group) && (!suggested || group->first->suggestion != NULL))
				count += add_group(group, suggested ? group->first->suggestion : to, mends + count);
		}
	} else if (strcmp(where, "first") == 0 || mended->count == 1) {
		mends[count++] =
			(struct ch_import_mend){.row = mended->first->row, .column = mended->first->column, .to = to};
	} else if (mended->first->is_cell) {
		mends[count++] =
			(struct ch_import_mend){.column = mended->first->column, .was = mended->first->value, .to = to};
	} else {
		count = add_group(mended, to, mends);
	}
	if (edit->edit.mend(app, edit->edit.data, mends, count, err) != CH_OK && *err->field == '\0')
		ch_error_field(err, "to");
	ch_arena_release(&arena);
	return err->status;
}

static void mend_meaning(const struct form *form, void *data, size_t index, struct ch_buffer *out)
{
	(void)data;
	if (strcmp(form->entries[index].field.key, "to") == 0 && form->entries[index].input.text.length == 0)
		ch_buffer_add(out, _("= an empty cell"));
}

/* What the column may say, where that is one of a few words. */
static size_t mend_complete(const struct form *form, void *data, size_t index, const char *prefix,
			    struct ch_arena *arena, const struct form_candidate **candidates)
{
	const struct edit_form *edit = data;
	const struct ch_choice *choices = ch_import_choices(edit->kind, edit->groups[edit->index].first->field);
	size_t count = 0, found = 0;

	if (choices == NULL || strcmp(form->entries[index].field.key, "to") != 0)
		return 0;
	while (choices[count].code != NULL)
		count++;
	struct form_candidate *list = ch_arena_array(arena, count, sizeof(*list));
	for (size_t i = 1; i < count; i++)
		if (strstr(ch_text_fold(arena, _(choices[i].label)), ch_text_fold(arena, prefix)) != NULL)
			list[found++] = (struct form_candidate){.text = _(choices[i].label)};
	*candidates = list;
	return found;
}

static const struct form_ops mend_form = {
	.save = mend_save,
	.complete = mend_complete,
	.meaning = mend_meaning,
	.tells_blank = true,
	.close = edit_close,
};

static void add_choice(struct edit_form *edit, const char *code, const char *label)
{
	size_t count = 1;

	while (edit->choices[count].code != NULL)
		count++;
	edit->choices[count] = (struct ch_choice){.code = code, .label = label};
}

/* Where the mend holds; whether there is anything to choose. */
static bool add_choices(struct edit_form *edit)
{
	const struct ch_import_group *group = &edit->groups[edit->index];
	size_t problem = rows_of_problem(edit, false), suggested = rows_of_problem(edit, true);

	edit->choices[0] = (struct ch_choice){.code = "", .label = ""};
	if (group->count > 1)
		add_choice(edit, "same", ch_arena_printf(&edit->arena, _("all %zu rows that say so"), group->count));
	add_choice(edit, "first", ch_arena_printf(&edit->arena, _("only row %" PRId64), group->first->row));
	if (problem > group->count)
		add_choice(edit, "problem", ch_arena_printf(&edit->arena, _("all %zu with this problem"), problem));
	if (suggested > 1)
		add_choice(edit, "suggested",
			   ch_arena_printf(&edit->arena, _("%zu rows, each as suggested"), suggested));
	return edit->choices[2].code != NULL;
}

/* ---- Who somebody is ---- */

static enum ch_status who_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct edit_form *edit = data;
	const struct ch_import_issue *issue = edit->groups[edit->index].first;
	struct ch_arena arena = CH_ARENA_EMPTY;
	bool same = strcmp(form_value(form, "who"), "same") == 0, of_row = issue->other_row != 0;
	const char *who = ch_arena_printf(&arena, "%s%" PRId64, of_row ? CH_IMPORT_MEND_ROW : "",
					  of_row ? issue->other_row : issue->person_id);
	const struct ch_import_mend mends[] = {
		{.row = issue->row, .column = CH_IMPORT_MEND_PERSON, .to = same ? who : CH_IMPORT_MEND_NEW},
		{.row = issue->row, .column = issue->column, .to = same ? edit->name : issue->value},
	};
	size_t count = issue->column != NULL && !of_row ? 2 : 1;

	if (edit->edit.mend(app, edit->edit.data, mends, count, err) != CH_OK &&
	    *err->field == '\0')
		ch_error_field(err, "who");
	ch_arena_release(&arena);
	return err->status;
}

static const struct form_ops who_form = {.save = who_save, .close = edit_close};

/*
 * Whether the one of the row is who has that name, or one much like it, already: somebody who was here (`known`), or
 * whoever comes in by another row (NULL).
 */
static void edit_who(struct app *app, struct edit_form *edit, const struct ch_person *known)
{
	const struct ch_import_issue *issue = edit->groups[edit->index].first;
	const struct form_field field = {
		.key = "who",
		.label = N_("They are"),
		.help = known != NULL ? N_("Space chooses; of the same person what the row says is taken over, but the "
					   "name stays")
				      : N_("Space chooses; of one person the earlier row counts, and what it does not "
					   "say is filled in"),
		.heading = ch_arena_printf(&edit->arena, "\"%s\" %s",
					   ch_text_excerpt(&edit->arena, issue->value), issue->message),
		.type = CH_TYPE_CHOICE,
		.choices = edit->choices,
		.own_choices = true,
		.required = true,
	};
	struct form *form;

	edit->name = known != NULL ? known->name : issue->other_name;
	edit->choices[0] = (struct ch_choice){.code = "", .label = ""};
	add_choice(edit, "new", _("somebody else, who is new here"));
	add_choice(edit, "same",
		   known == NULL ? ch_arena_printf(&edit->arena, _("the same: %s in row %lld"), edit->name,
						   (long long)issue->other_row)
				 : ch_arena_printf(&edit->arena, _("the same: %s%s%s"), known->name,
						   known->email != NULL ? ", " : "",
						   known->email != NULL ? known->email : ""));
	form = form_new(&who_form, edit, ch_arena_printf(&edit->arena, _("Who is \"%s\"?"), issue->value),
			desk_of(app)->today, &field, 1);
	form_set(form, "who", "new");
	form_draft_keep_as(app, form, "import.who", form_draft_subject("who", field.heading), NULL);
	form_open(app, form);
}

void import_edit_mend(struct app *app, const struct import_edit *told, enum ch_import_kind kind,
		      const struct ch_import_group *groups, size_t group_count, size_t index)
{
	struct edit_form *edit = edit_new(told);
	const struct ch_import_issue *issue = groups[index].first;
	struct form_field fields[] = {
		{.key = "to",
		 .label = N_("Read it as"),
		 .help = N_("Typing replaces it, Left and Right change it; the file stays as it is"),
		 .type = CH_TYPE_TEXT,
		 .typed_over = true},
		{.key = "where",
		 .label = N_("In"),
		 .help = N_("Space chooses"),
		 .type = CH_TYPE_CHOICE,
		 .choices = edit->choices,
		 .required = true},
	};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_person known;
	struct form *form;

	edit->kind = kind;
	edit->groups = groups;
	edit->group_count = group_count;
	edit->index = index;
	if (issue->other_row != 0) {
		edit_who(app, edit, NULL);
		return;
	}
	if (issue->person_id != 0 &&
	    ch_person_get(desk_of(app)->c, issue->person_id, &edit->arena, &known, &ignored) == CH_OK) {
		edit_who(app, edit, &known);
		return;
	}
	bool choose = add_choices(edit), one = issue->who != NULL && groups[index].count == 1;
	if (ch_import_choices(kind, issue->field) != NULL)
		fields[0].help = N_(KEY_(COMPLETE) " lists what it may be; empty: nothing; the file stays as it is");
	fields[0].heading =
		ch_arena_printf(&edit->arena, "\"%s\" %s%s%s%s",
				ch_text_excerpt(&edit->arena, issue->value != NULL ? issue->value : ""),
				one ? "(" : "", one ? issue->who : "", one ? ") " : "", issue->message);
	form = form_new(&mend_form, edit, ch_arena_printf(&edit->arena, _("Mend \"%s\""), issue->column),
			desk_of(app)->today, fields, choose ? 2 : 1);
	form_set(form, "to", issue->suggestion != NULL ? issue->suggestion : issue->value != NULL ? issue->value : "");
	if (choose)
		form_set(form, "where", edit->choices[1].code);
	form_draft_keep_as(app, form, "import.mend", form_draft_subject(issue->column, fields[0].heading), NULL);
	form_open(app, form);
}
