/* What the form began with is kept as text: what differs from it was edited. */
#include "tui/widgets/record_form.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_draft.h"
#include "tui/widgets/marked.h"
#include "tui/widgets/record_complete.h"

struct record_form {
	const struct record_form_spec *spec;
	const struct ch_entity *entity; /* with the scheme's own fields, where it has such */
	const struct desk *desk;
	void *data;
	struct ch_arena arena;
	void *base; /* the record as it was read, or read again */
	size_t count;
	const struct ch_field **fields; /* one for each of the form's */
	const char **texts;		/* of `base`, or what all have in common, as they stand in the form */
	const struct record_forms_spec *all; /* of several; NULL: it is one */
	const int64_t *ids;		     /* of these */
	bool *differ;			     /* whether they have a field differently */
	size_t id_count;
	const struct form *form; /* while several are saved, */
	size_t same;		 /* and how many of them were so already */
};

/* ---- Texts ---- */

/* What stands in a field: ids by name, the rest canonical. */
static const char *text_of(const struct record_form *edit, const struct ch_field *field, const void *record,
			   struct ch_arena *arena)
{
	const char *text = ch_field_text(field, record, arena);

	if (field->type == CH_TYPE_ID && text != NULL)
		return desk_name(edit->desk, field->refers_to, strtoll(text, NULL, 10), arena);
	return text != NULL ? text : "";
}

static bool was_edited(const struct record_form *edit, const struct form *form, size_t index)
{
	return strcmp(form->entries[index].input.text.text, edit->texts[index]) != 0;
}

/* Sets one field of `record` from what was typed. */
static enum ch_status set_field(const struct record_form *edit, size_t index, const char *text, void *record,
				struct ch_arena *arena, struct ch_error *err)
{
	const struct ch_field *field = edit->fields[index];
	int64_t id = 0;

	if (field->type == CH_TYPE_ID && *text != '\0') {
		if (ch_find(edit->desk->c, field->refers_to, text, &id, err) != CH_OK)
			return err->status;
		text = ch_arena_printf(arena, "%" PRId64, id);
	}
	return ch_field_set(field, record, text, edit->desk->today, arena, err);
}

/* ---- Saving ---- */

/* Fills `record` from the form; each field that is refused says why under it, the first in *err. */
static enum ch_status fill(const struct record_form *edit, struct form *form, void *record, struct ch_arena *arena,
			   struct ch_error *err)
{
	ch_record_copy(edit->entity, record, edit->base, arena);
	for (size_t i = 0; i < edit->count; i++) {
		struct ch_error why = CH_NO_ERROR;

		if (!was_edited(edit, form, i) ||
		    set_field(edit, i, form->entries[i].input.text.text, record, arena, &why) == CH_OK)
			continue;
		form_refuse(form, edit->fields[i]->key, why.message, why.key_fix);
		if (err->status != CH_OK)
			continue;
		*err = why;
		ch_error_field(err, edit->fields[i]->key);
	}
	return err->status;
}

/* Takes one field of the record as somebody else saved it; whether both sides changed it, and not alike. */
static bool take_theirs(const struct record_form *edit, struct form *form, size_t index, const char *theirs)
{
	struct ch_buffer why = CH_BUFFER_EMPTY;
	const struct ch_field *field = edit->fields[index];
	const char *mine = form->entries[index].input.text.text;

	if (strcmp(theirs, edit->texts[index]) == 0 || strcmp(theirs, mine) == 0)
		return false;
	if (!was_edited(edit, form, index)) {
		form_set(form, field->key, theirs);
		return false;
	}
	if (*theirs == '\0')
		ch_buffer_add(&why, _("Somebody else emptied this meanwhile"));
	else
		ch_buffer_printf(&why, _("Somebody else saved \"%s\" here meanwhile"), theirs);
	form_refuse(form, field->key, why.text, _("Saving again keeps yours"));
	ch_buffer_release(&why);
	return true;
}

/* Reads the record again, where that is what saving failed for; *err says how it stands now. */
static void merge(struct record_form *edit, struct form *form, struct ch_error *err)
{
	const struct ch_record *before = edit->base;
	void *now = ch_arena_alloc(&edit->arena, edit->entity->size);
	struct ch_error ignored = CH_NO_ERROR;
	bool both = false;

	if (edit->spec->read == NULL ||
	    edit->spec->read(edit->desk, before->id, &edit->arena, now, &ignored) != CH_OK ||
	    ((struct ch_record *)now)->row_version == before->row_version)
		return;
	ch_custom_unfold(edit->entity, now, &edit->arena);
	for (size_t i = 0; i < edit->count; i++) {
		const char *theirs = text_of(edit, edit->fields[i], now, &edit->arena);

		both |= take_theirs(edit, form, i, theirs);
		edit->texts[i] = theirs;
	}
	edit->base = now;
	if (both)
		ch_fail(err, CH_BUSY, _("Somebody else saved this meanwhile, and differently where it says so"));
	else
		ch_fail(err, CH_BUSY, _("Somebody else saved this meanwhile; their changes are in the form now"));
	ch_error_fix(err, _("Save again to keep what stands here, or leave to keep theirs"));
}

static enum ch_status save_form(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct record_form *edit = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	void *record = ch_arena_alloc(&arena, edit->entity->size);

	if (fill(edit, form, record, &arena, err) == CH_OK) {
		ch_custom_fold(edit->entity, record, &arena);
		edit->spec->save(app, record, edit->data, err);
		if (err->status == CH_BUSY)
			merge(edit, form, err);
		if (err->status != CH_OK)
			desk_tell_rule(err);
	}
	ch_arena_release(&arena);
	return err->status;
}

/* ---- Several ---- */

/* The record of one of them, with the scheme's own fields. */
static enum ch_status begin_one(const struct record_form *edit, int64_t id, struct ch_arena *arena, void **record,
				struct ch_error *err)
{
	*record = ch_arena_alloc(arena, edit->entity->size);
	if (edit->all->begin(edit->desk->c, id, arena, *record, err) == CH_OK)
		ch_custom_unfold(edit->entity, *record, arena);
	return err->status;
}

/* Sets in one of them what was typed. */
static enum ch_status save_one(void *data, int64_t id, struct ch_error *err)
{
	struct record_form *edit = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	void *record;
	enum ch_status status = begin_one(edit, id, &arena, &record, err);
	int64_t version = status == CH_OK ? ((const struct ch_record *)record)->row_version : 0;

	for (size_t i = 0; status == CH_OK && i < edit->count; i++)
		if (was_edited(edit, edit->form, i))
			status = set_field(edit, i, edit->form->entries[i].input.text.text, record, &arena, err);
	if (status == CH_OK) {
		ch_custom_fold(edit->entity, record, &arena);
		status = edit->all->save(edit->desk->c, record, err);
		edit->same += status == CH_OK && ((const struct ch_record *)record)->row_version == version;
	}
	ch_arena_release(&arena);
	return status;
}

static enum ch_status save_all(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct record_form *edit = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct marked marked;

	if (!edit->spec->adding && !form_is_typed(form)) {
		ch_fail(err, CH_DATA, "%s", _("Nothing is typed that would change them"));
		return ch_error_fix(err, "%s", _("Type what all of them are to have, or leave"));
	}
	if (fill(edit, form, ch_arena_alloc(&arena, edit->entity->size), &arena, err) == CH_OK) {
		edit->form = form;
		edit->same = 0;
		marked = marked_each(edit->ids, edit->id_count, save_one, edit);
		marked.done -= edit->same;
		if (marked.done == 0 && marked.left > 0)
			*err = marked.why;
		else if (marked.done == 0)
			ch_fail(err, CH_DATA, "%s", _("Nothing would change: all of them have it so already"));
		else
			marked_tell(app, &marked, _(edit->all->done),
				    desk_name(edit->desk, edit->all->of, marked.first, &arena));
	}
	ch_arena_release(&arena);
	return err->status;
}

/* Of each field what all of them have, in `texts`; "" and a word about it where they differ. */
static enum ch_status find_shared(struct record_form *edit, struct form_field *fields, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	void *record;

	edit->differ = ch_arena_array(&edit->arena, edit->count, sizeof(*edit->differ));
	for (size_t at = 1; at < edit->id_count && err->status == CH_OK; at++) {
		ch_arena_reset(&arena);
		if (begin_one(edit, edit->ids[at], &arena, &record, err) != CH_OK)
			break;
		for (size_t i = 0; i < edit->count; i++) {
			if (strcmp(edit->texts[i], text_of(edit, edit->fields[i], record, &arena)) == 0)
				continue;
			edit->texts[i] = "";
			edit->differ[i] = true;
			fields[i].help = N_("They differ in this: empty leaves each of them its own");
			fields[i].required = false;
		}
	}
	ch_arena_release(&arena);
	return err->status;
}

/* ---- What it means, and what could stand there ---- */

/* Whether what stands in the field says all by itself. */
static bool is_plain(enum ch_type type)
{
	switch (type) {
	case CH_TYPE_CHOICE:
	case CH_TYPE_CHOICES:
	case CH_TYPE_YES:
	case CH_TYPE_TEXT:
	case CH_TYPE_LINES:
	case CH_TYPE_LIST:
	case CH_TYPE_EMAIL:
	case CH_TYPE_PHONE:
	case CH_TYPE_NUMBER:
		return true;
	default:
		return false;
	}
}

/* A number whose help begins with what it counts, as those of settings do, has that beside it: "= 60 days". */
static void tell_unit(const struct ch_field *field, const char *text, struct ch_buffer *out)
{
	static const char days[] = "days";

	if (field->type != CH_TYPE_NUMBER || field->help == NULL || strncmp(field->help, days, strlen(days)) != 0 ||
	    *text == '\0' || text[strspn(text, "0123456789")] != '\0')
		return;
	ch_buffer_printf(out, strcmp(text, "1") == 0 ? _("= %s day") : _("= %s days"), text);
}

/* Beside dates, lengths and names stands what they were taken for; a name that was not touched needs none. */
static void tell_meaning(const struct form *form, void *data, size_t index, struct ch_buffer *out)
{
	const struct record_form *edit = data;
	const struct ch_field *field = edit->fields[index];
	const char *text = form->entries[index].input.text.text, *shown;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	void *scratch;

	tell_unit(field, text, out);
	if (is_plain(field->type) || (field->type == CH_TYPE_ID && !was_edited(edit, form, index)))
		return;
	scratch = ch_arena_alloc(&arena, edit->entity->size);
	ch_record_clear(edit->entity, scratch);
	if (set_field(edit, index, text, scratch, &arena, &err) != CH_OK) {
		/* Of a day or a length the form says so in words short enough to stand beside it. */
		if (field->type != CH_TYPE_DATE && field->type != CH_TYPE_MINUTES)
			ch_buffer_printf(out, "? %s", err.message);
	} else {
		shown = field->type == CH_TYPE_ID ? text_of(edit, field, scratch, &arena)
						  : ch_field_show(field, scratch, edit->desk->today, &arena);
		if (strcmp(shown, text) != 0)
			ch_buffer_printf(out, "= %s", shown);
	}
	ch_arena_release(&arena);
}

/* Of several: beside a field that nobody typed into, that each keeps what it has there. */
static void tell_differing(const struct form *form, void *data, size_t index, struct ch_buffer *out)
{
	const struct record_form *edit = data;

	if (form->entries[index].input.text.length > 0)
		tell_meaning(form, data, index, out);
	else if (edit->differ[index])
		ch_buffer_add(out, _("they differ"));
}

/* What the field that is being left cannot hold is said under it at once, as saving would. */
static void check_left(struct form *form, void *data)
{
	const struct record_form *edit = data;
	const char *text = form->entries[form->focus].input.text.text;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	void *scratch = ch_arena_alloc(&arena, edit->entity->size);

	ch_record_clear(edit->entity, scratch);
	if (was_edited(edit, form, form->focus) && *text != '\0' &&
	    set_field(edit, form->focus, text, scratch, &arena, &err) != CH_OK)
		form_refuse(form, edit->fields[form->focus]->key, err.message, err.key_fix);
	ch_arena_release(&arena);
}

static size_t complete(const struct form *form, void *data, size_t index, const char *prefix, struct ch_arena *arena,
		       const struct form_candidate **candidates)
{
	const struct record_form *edit = data;

	(void)form;
	return record_complete(edit->desk, edit->spec->entity, edit->fields[index], prefix, arena, candidates);
}

static void lacks(const struct form *form, void *data, struct ch_buffer *out)
{
	const struct record_form *edit = data;

	if (edit->spec->lacks != NULL)
		edit->spec->lacks(form, edit->base, out);
}

static void close_form(void *data)
{
	struct record_form *edit = data;

	if (edit->spec->close != NULL)
		edit->spec->close(edit->data);
	ch_arena_release(&edit->arena);
	free(edit);
}

static const struct form_ops record_form_ops = {
	.save = save_form, .settle = check_left, .meaning = tell_meaning, .complete = complete, .lacks = lacks,
	.close = close_form};
static const struct form_ops record_forms_ops = {
	.save = save_all, .settle = check_left, .meaning = tell_differing, .tells_blank = true, .complete = complete,
	.close = close_form};

/* ---- Making it ---- */

static bool is_editable(const struct record_form_spec *spec, const struct ch_field *field)
{
	if (spec->without != NULL && strcmp(spec->without, field->key) == 0)
		return false;
	for (const char *const *apart = spec->apart; apart != NULL && *apart != NULL; apart++)
		if (strcmp(*apart, field->key) == 0)
			return false;
	return (field->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN)) == 0 &&
	       (spec->adding || (field->flags & CH_FIELD_FIXED) == 0);
}

/* Adds those of the table that are, or are not, for those who want more. */
static void add_part(struct record_form *edit, unsigned more)
{
	for (size_t i = 0; i < edit->entity->field_count; i++) {
		const struct ch_field *field = &edit->entity->fields[i];

		if (is_editable(edit->spec, field) && (field->flags & CH_FIELD_MORE) == more)
			edit->fields[edit->count++] = field;
	}
}

static void choose_fields(struct record_form *edit)
{
	const char *const *keys = edit->spec->keys;

	edit->fields = ch_arena_array(&edit->arena, edit->entity->field_count, sizeof(*edit->fields));
	if (keys == NULL) {
		add_part(edit, 0);
		add_part(edit, CH_FIELD_MORE);
	}
	for (; keys != NULL && *keys != NULL; keys++)
		edit->fields[edit->count++] = ch_field_named(edit->entity, *keys);
	size_t plain = ch_entity_of(edit->entity->id)->field_count;
	for (size_t i = plain; edit->spec->own && i < edit->entity->field_count; i++)
		edit->fields[edit->count++] = &edit->entity->fields[i];
}

static bool is_left_open(const struct record_form *edit, const struct ch_field *field)
{
	return edit->spec->left_open != NULL && strcmp(edit->spec->left_open, field->key) == 0;
}

static struct form_field form_field_of(struct record_form *edit, size_t index)
{
	const struct ch_field *field = edit->fields[index];
	bool begins_more = edit->spec->keys == NULL && (field->flags & CH_FIELD_MORE) != 0 &&
			   (index == 0 || (edit->fields[index - 1]->flags & CH_FIELD_MORE) == 0);

	const char *help = is_left_open(edit, field) ? edit->spec->left_open_help
			   : field->help != NULL     ? field->help
						     : "";
	const char *label = edit->spec->label != NULL
				    ? edit->spec->label(edit->desk, edit->base, field, &edit->arena)
				    : NULL;

	return (struct form_field){
		.key = field->key,
		.label = label != NULL ? label : field->label,
		.help = label != NULL ? _(help) : help,
		.own_label = label != NULL,
		.heading = begins_more ? N_("More, where it is wanted") : NULL,
		.type = field->type,
		.choices = field->choices,
		.required = edit->spec->whole ||
			    ((field->flags & CH_FIELD_REQUIRED) != 0 && !is_left_open(edit, field)),
		.wording = field->access == CH_CLASS_PAIR,
	};
}

/* A new record is about whom `about` of the spec says, one that is edited about itself. */
static void keep_drafts(struct app *app, struct form *form, struct record_form *edit)
{
	const struct record_form_spec *spec = edit->spec;
	const struct ch_field *field = spec->about != NULL ? ch_field_named(edit->entity, spec->about) : NULL;
	const struct ch_record *record = edit->base;
	const char *name = spec->draft, *text;
	int64_t subject = spec->adding ? 0 : record->id;
	enum ch_entity_id of = spec->names != CH_NO_ENTITY ? spec->names : spec->entity;

	if (field != NULL && (text = ch_field_text(field, record, &edit->arena)) != NULL) {
		subject = strtoll(text, NULL, 10);
		of = field->refers_to;
	}
	if (name == NULL)
		name = ch_arena_printf(&edit->arena, "%s.%s", edit->entity->name, spec->adding ? "add" : "edit");
	form_draft_keep_as(app, form, name, subject,
			   edit->desk->c->scheme != NULL ? desk_name(edit->desk, of, subject, &edit->arena) : NULL);
}

/* With the scheme's own fields; without them, where they cannot be read. */
static void widen(struct record_form *edit, const void *record)
{
	struct ch_error ignored = CH_NO_ERROR;

	if (ch_custom_widen(edit->desk->c, edit->spec->entity, record, &edit->arena, &edit->entity, &edit->base,
			    &ignored) == CH_OK)
		return;
	edit->entity = ch_entity_of(edit->spec->entity);
	edit->base = ch_arena_alloc(&edit->arena, edit->entity->size);
	ch_record_copy(edit->entity, edit->base, record, &edit->arena);
}

static struct record_form *make(struct app *app, const struct record_form_spec *spec)
{
	struct record_form *edit = calloc(1, sizeof(*edit));

	if (edit == NULL)
		ch_abort("out of memory");
	*edit = (struct record_form){.spec = spec, .desk = desk_of(app), .arena = CH_ARENA_EMPTY};
	return edit;
}

/* The form's fields, and what of `record` stands in them. */
static struct form_field *make_fields(struct record_form *edit, const void *record)
{
	struct form_field *fields;

	widen(edit, record);
	choose_fields(edit);
	edit->texts = ch_arena_array(&edit->arena, edit->count, sizeof(*edit->texts));
	fields = ch_arena_array(&edit->arena, edit->count, sizeof(*fields));
	for (size_t i = 0; i < edit->count; i++) {
		fields[i] = form_field_of(edit, i);
		edit->texts[i] = text_of(edit, edit->fields[i], edit->base, &edit->arena);
	}
	return fields;
}

static struct form *make_form(struct record_form *edit, const struct form_ops *ops, const char *title,
			      const struct form_field *fields)
{
	struct form *form = form_new(ops, edit, title, edit->desk->today, fields, edit->count);

	for (size_t i = 0; i < edit->count; i++)
		form_set(form, fields[i].key, edit->texts[i]);
	return form;
}

struct form *record_form_open(struct app *app, const struct record_form_spec *spec, const void *record, void *data)
{
	struct record_form *edit = make(app, spec);
	const struct form_field *fields = make_fields(edit, record);
	struct form *form = make_form(edit, &record_form_ops, _(spec->title), fields);

	edit->data = data;
	keep_drafts(app, form, edit);
	form_open(app, form);
	return form;
}

void record_form_open_all(struct app *app, const struct record_forms_spec *spec, const int64_t *ids, size_t count)
{
	struct record_form *edit = make(app, &spec->form);
	int64_t *copy = ch_arena_array(&edit->arena, count, sizeof(*copy));
	void *first = ch_arena_alloc(&edit->arena, ch_entity_of(spec->form.entity)->size);
	struct ch_error err = CH_NO_ERROR;
	struct form_field *fields = NULL;
	struct form *form;

	memcpy(copy, ids, count * sizeof(*copy));
	edit->all = spec;
	edit->ids = copy;
	edit->id_count = count;
	if (spec->begin(edit->desk->c, ids[0], &edit->arena, first, &err) == CH_OK) {
		fields = make_fields(edit, first);
		find_shared(edit, fields, &err);
	}
	if (err.status != CH_OK) {
		desk_say_error(app, &err);
		close_form(edit);
		return;
	}
	form = make_form(edit, &record_forms_ops,
			 ch_arena_printf(&edit->arena, _("%s, %zu marked"), _(spec->title), count), fields);
	form_draft_keep_marked(app, form, spec->form.draft, ids, count);
	form_open(app, form);
}
