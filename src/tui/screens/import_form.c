#include "tui/screens/import_form.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "chiron/text.h"
#include "tui/widgets/file_complete.h"
#include "tui/widgets/form_draft.h"
#include "tui/widgets/record_complete.h"

enum { LOOKED_AT_MOST = 8 * 1024 * 1024 /* bytes of a file that is looked at as one types */ };

struct import_form {
	const struct desk *desk;
	bool asks_name;
	bool again; /* the file was looked at with this form before */
	/* What a look at the file found: as long as the fields hold what they held then. */
	struct ch_arena arena;
	struct ch_buffer looked;
	struct ch_import_result found;
	enum ch_status status;
	struct ch_error err;
	enum ch_status (*done)(struct app *app, void *data, const struct import_wanted *wanted, struct ch_error *err);
	void *data;
};

/* ---- Completion ---- */

/* Those of `texts` (count, or up to NULL) that begin with the prefix, in any case. */
static size_t complete_from(const char *const *texts, size_t count, const char *prefix, struct ch_arena *arena,
			    const struct form_candidate **candidates)
{
	struct form_candidate *found = ch_arena_array(arena, count, sizeof(*found));
	const char *wanted = ch_text_fold(arena, prefix);
	size_t fitting = 0;

	for (size_t i = 0; i < count; i++)
		if (strncmp(ch_text_fold(arena, texts[i]), wanted, strlen(wanted)) == 0)
			found[fitting++] = (struct form_candidate){.text = texts[i]};
	*candidates = found;
	return fitting;
}

static size_t complete(const struct form *form, void *data, size_t index, const char *prefix, struct ch_arena *arena,
		       const struct form_candidate **candidates)
{
	static const char *const encodings[] = {"UTF-8",  "Windows-1252", "Macintosh",
						"UTF-16", "Windows-1250", "Windows-1251",
						"CP850",  "ISO-8859-2",	  "ISO-8859-15"};
	const struct import_form *import = data;
	const char *key = form->entries[index].field.key;
	const struct ch_field *programme = ch_field_named(ch_entity_of(CH_ENROLMENT), "programme_id");
	if (strcmp(key, "programme") == 0)
		return record_complete(import->desk, CH_ENROLMENT, programme, prefix, arena, candidates);
	if (strcmp(key, "sheet") == 0)
		return complete_from(import->found.sheets, import->found.sheet_count, prefix, arena, candidates);
	if (strcmp(key, "encoding") == 0)
		return complete_from(encodings, sizeof(encodings) / sizeof(encodings[0]), prefix, arena, candidates);
	if (strcmp(key, "path") != 0)
		return 0;
	return file_complete(prefix, arena, candidates);
}

/* ---- What is asked for ---- */

static const struct ch_choice records_choices[] = {
	{"", ""},
	{"kept", N_("kept by the pairs")},
	{0},
};

static const struct ch_choice newcomer_choices[] = {
	{"", ""},
	{"come", N_("come in too")},
	{0},
};

static const struct ch_choice delimiter_choices[] = {
	{"", ""}, {"comma", N_("comma")}, {"semicolon", N_("semicolon")}, {"tab", N_("tab")}, {"bar", N_("bar |")}, {0},
};

static const struct ch_choice order_choices[] = {
	{"", ""}, {"dmy", N_("day first")}, {"mdy", N_("month first")}, {"ymd", N_("year first")}, {0},
};

static const char *given(const struct form *form, const char *key)
{
	const char *value = form_value(form, key);

	return *value != '\0' ? value : NULL;
}

/* What the form says, but for the programme and the path as it is typed. */
static struct ch_import_options options_of(const struct form *form)
{
	const struct ch_choice *roles = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices;
	int role = ch_choice_find(roles, form_value(form, "role"));
	int kind = ch_choice_find(ch_import_kinds, form_value(form, "kind"));

	return (struct ch_import_options){
		.kind = kind > 0 ? (enum ch_import_kind)(kind - 1) : CH_IMPORT_PEOPLE,
		.role = role > 0 ? role : 0,
		.records_kept = kind - 1 == CH_IMPORT_SESSIONS && given(form, "records") != NULL,
		.new_people = kind - 1 == CH_IMPORT_PAIRINGS && given(form, "newcomers") != NULL,
		.sheet = given(form, "sheet"),
		.header_row = strtoll(form_value(form, "header_row"), NULL, 10),
		.encoding = given(form, "encoding"),
		.delimiter = given(form, "delimiter"),
		.date_order = given(form, "date_order"),
	};
}

/* ---- The effect, live ---- */

static bool is_looked_at(const char *path)
{
	struct stat found;

	return stat(path, &found) == 0 && S_ISREG(found.st_mode) && found.st_size <= LOOKED_AT_MOST;
}

/* Looks at the file anew where what stands in the form differs from the last look; whether there is one. */
static bool look(const struct form *form, struct import_form *import)
{
	static const char *const keys[] = {"path",     "kind",	    "sheet",	 "header_row",
					   "encoding", "delimiter", "date_order"};
	struct ch_buffer now = CH_BUFFER_EMPTY;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_import_options options = options_of(form);

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		ch_buffer_printf(&now, "%s\n", form_value(form, keys[i]));
	options.path = file_full_path(form_value(form, "path"), &arena);
	if (strcmp(now.text, import->looked.text) != 0) {
		ch_buffer_clear(&import->looked);
		ch_buffer_add(&import->looked, now.text);
		ch_arena_reset(&import->arena);
		import->found = (struct ch_import_result){.hash = NULL};
		import->err = CH_NO_ERROR;
		import->status = CH_MISSING;
		if (is_looked_at(options.path))
			import->status =
				ch_import_look(import->desk->c, &options, &import->arena, &import->found, &import->err);
	}
	ch_buffer_release(&now);
	ch_arena_release(&arena);
	return import->status != CH_MISSING;
}

static void add_headings(const struct ch_import_result *found, struct ch_buffer *out)
{
	for (size_t i = 0; i < found->first_row_count; i++) {
		const struct ch_import_first_row *row = &found->first_rows[i];

		if (row->row != found->header_row)
			continue;
		for (size_t c = 0; c < row->count; c++)
			ch_buffer_printf(out, "%s%s", c > 0 ? ", " : ": ", row->cells[c]);
	}
}

static void add_file(const struct import_form *import, enum ch_import_kind kind, struct ch_buffer *out)
{
	const struct ch_import_result *found = &import->found;
	size_t known = 0;

	for (size_t i = 0; i < found->mapping_count; i++)
		known += *found->mapping[i].code != '\0';
	if (found->mapping_count > 0)
		ch_buffer_printf(out, _("= %zu of %zu columns known"), known, found->mapping_count);
	else if (import->status == CH_DATA && found->likely != kind)
		ch_buffer_printf(out, _("? this looks like a list of %s"), _(ch_import_kinds[found->likely + 1].label));
	else if (import->status == CH_DATA && found->format == NULL)
		ch_buffer_add(out, _("? this cannot be read as a list"));
	else
		ch_buffer_add(out, _("no headings found yet"));
}

static void add_sheets(const struct ch_import_result *found, struct ch_buffer *out)
{
	if (found->sheet == NULL)
		return;
	ch_buffer_printf(out, "= %s", found->sheet);
	for (size_t i = 0, others = 0; i < found->sheet_count; i++)
		if (strcmp(found->sheets[i], found->sheet) != 0)
			ch_buffer_printf(out, "%s%s", others++ == 0 ? _("; not ") : ", ", found->sheets[i]);
}

/* Whether something is typed that is no file. */
static bool is_missing(const char *path)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	bool missing = *path != '\0' && file_check(file_full_path(path, &arena), &err) != CH_OK;

	ch_arena_release(&arena);
	return missing;
}

static void meaning(const struct form *form, void *data, size_t index, struct ch_buffer *out)
{
	struct import_form *import = data;
	const char *key = form->entries[index].field.key;
	bool path = strcmp(key, "path") == 0;

	if (path && is_missing(form->entries[index].input.text.text)) {
		ch_buffer_add(out, _("? no such file"));
		return;
	}
	if (import->desk->c->scheme == NULL || !look(form, import)) {
		if (path && form->entries[index].input.text.length > 0 && index != form->focus)
			ch_buffer_add(out, import->desk->c->scheme == NULL ? "" : _("looked at when saved"));
		return;
	}
	const struct ch_import_result *found = &import->found;

	if (path) {
		add_file(import, options_of(form).kind, out);
	} else if (strcmp(key, "sheet") == 0) {
		add_sheets(found, out);
	} else if (strcmp(key, "header_row") == 0 && found->header_row > 0) {
		ch_buffer_printf(out, "= %" PRId64, found->header_row);
		add_headings(found, out);
	} else if (strcmp(key, "header_row") == 0 && found->format != NULL) {
		ch_buffer_add(out, _("? none: say which"));
	} else if (strcmp(key, "encoding") == 0 && found->encoding != NULL) {
		ch_buffer_printf(out, _("= %s, by %s"), found->encoding, found->delimiter);
	}
}

/* ---- Questions, in the line mode ---- */

/* How the file is to be read is found out: it is asked where that failed, or once the look ahead led back here. */
static bool is_read_well(struct import_form *import, const struct form *form)
{
	if (import->again)
		return false;
	return !look(form, import) || (import->status == CH_OK && import->found.header_row > 0);
}

/* What cannot stand there, of the kind of row and the kind of file, is not asked. */
static bool passes(const struct form *form, void *data, size_t index)
{
	struct import_form *import = data;
	const char *key = form->entries[index].field.key;
	int kind = ch_choice_find(ch_import_kinds, form_value(form, "kind")) - 1;

	if (strcmp(key, "role") == 0)
		return kind != CH_IMPORT_PEOPLE;
	if (strcmp(key, "records") == 0)
		return kind != CH_IMPORT_SESSIONS;
	if (strcmp(key, "newcomers") == 0)
		return kind != CH_IMPORT_PAIRINGS;
	if (import->desk->c->scheme == NULL || strcmp(key, "path") == 0 || strcmp(key, "kind") == 0 ||
	    strcmp(key, "programme") == 0)
		return false;
	if (strcmp(key, "sheet") == 0)
		return look(form, import) ? import->found.sheet_count < 2 : !import->again;
	if (strcmp(key, "header_row") != 0 && strcmp(key, "date_order") != 0 && look(form, import) &&
	    import->found.sheet != NULL)
		return true; /* a workbook has no encoding */
	return is_read_well(import, form);
}

/* ---- The form ---- */

static enum ch_status find_programme(const struct import_form *import, const char *programme, int64_t *id,
				     struct ch_error *err)
{
	if (*programme == '\0' || ch_find(import->desk->c, CH_PROGRAMME, programme, id, err) == CH_OK)
		return CH_OK;
	return ch_error_field(err, "programme");
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct import_form *import = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *row = form_value(form, "header_row");
	struct import_wanted wanted = {.options = options_of(form),
				       .name = import->asks_name ? form_value(form, "name") : NULL};

	wanted.options.path = file_full_path(form_value(form, "path"), &arena);
	if (row[strspn(row, "0123456789")] != '\0')
		ch_fail_field(err, "header_row", _("\"%s\" is no number of a row"), row);
	else if (file_check(wanted.options.path, err) == CH_OK &&
		 find_programme(import, form_value(form, "programme"), &wanted.options.programme_id, err) == CH_OK &&
		 import->done(app, import->data, &wanted, err) != CH_OK && *err->field == '\0')
		ch_error_field(err, "path");
	ch_arena_release(&arena);
	return err->status;
}

static void close_form(void *data)
{
	struct import_form *import = data;

	ch_arena_release(&import->arena);
	ch_buffer_release(&import->looked);
	free(import);
}

static const struct form_ops import_form_ops = {
	.save = save,
	.does = N_("looks at the file; nothing is written yet"),
	.complete = complete,
	.meaning = meaning,
	.tells_blank = true,
	.passes = passes,
	.close = close_form,
};

static const struct form_field path_field = {
	.key = "path",
	.label = N_("Spreadsheet"),
	.help = N_("a spreadsheet: .xlsx, .ods or CSV; " KEY_(COMPLETE) " lists files"),
	.type = CH_TYPE_TEXT,
	.required = true,
	.typed_over = true,
};

static const struct form_field name_field = {
	.key = "name",
	.label = N_("Your scheme"),
	.help = N_("what it is called, as \"Riverside Mentoring 2026\""),
	.type = CH_TYPE_TEXT,
	.required = true,
};

static const struct form_field fields_of_import[] = {
	{
		.key = "kind",
		.label = N_("Each row is of"),
		.help = N_("people first, then who is paired, then sessions; enrolments and more last"),
		.type = CH_TYPE_CHOICE,
		.choices = ch_import_kinds,
		.required = true,
	},
	{
		.key = "programme",
		.label = N_("Programme"),
		.help = N_("people are enrolled in it; empty: nowhere yet"),
		.type = CH_TYPE_ID,
	},
	{
		.key = "records",
		.label = N_("Sessions without notes"),
		.help = N_("that say nothing of what was learned: unfinished, unless the pairs keep it"),
		.type = CH_TYPE_CHOICE,
		.choices = records_choices,
	},
	{
		.key = "newcomers",
		.label = N_("Who is not here yet"),
		.help = N_("of pairings: whoever of the two is not here comes in with them; empty: not"),
		.type = CH_TYPE_CHOICE,
		.choices = newcomer_choices,
	},
	{
		.key = "sheet",
		.label = N_("Sheet"),
		.help = N_("of a workbook, where it is not the one found; " KEY_(COMPLETE) " lists them"),
		.heading = N_("found out; only where it is wrong"),
		.type = CH_TYPE_TEXT,
	},
	{
		.key = "header_row",
		.label = N_("Headings in row"),
		.help = N_("the number of the row, where it is not the one found"),
		.type = CH_TYPE_TEXT,
	},
	{
		.key = "encoding",
		.label = N_("Encoding"),
		.help = N_("where accents look wrong: Windows-1252, Macintosh, ...; " KEY_(COMPLETE) " lists them"),
		.type = CH_TYPE_TEXT,
	},
	{
		.key = "delimiter",
		.label = N_("Between cells"),
		.help = N_("where columns come apart wrongly; Space chooses"),
		.type = CH_TYPE_CHOICE,
		.choices = delimiter_choices,
	},
	{
		.key = "date_order",
		.label = N_("Dates"),
		.help = N_("where 03/04 may be either; Space chooses"),
		.type = CH_TYPE_CHOICE,
		.choices = order_choices,
	},
};

enum { FIELDS_OF_IMPORT = sizeof(fields_of_import) / sizeof(fields_of_import[0]), PEOPLE_FIELDS = 2 };

static struct form_field role_field(void)
{
	return (struct form_field){
		.key = "role",
		.label = N_("All of them as"),
		.help = N_("of people where the file does not say; empty: as the file says"),
		.type = CH_TYPE_CHOICE,
		.choices = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices,
	};
}

static void set_values(struct form *form, const struct desk *desk, const struct ch_import_options *options)
{
	const struct ch_choice *roles = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices;
	struct ch_arena arena = CH_ARENA_EMPTY;

	form_set(form, "kind", ch_import_kinds[options->kind + 1].code);
	if (options->path != NULL)
		form_set(form, "path", options->path);
	if (options->programme_id != 0)
		form_set(form, "programme", desk_name(desk, CH_PROGRAMME, options->programme_id, &arena));
	if (options->role != 0)
		form_set(form, "role", roles[options->role].code);
	if (options->records_kept)
		form_set(form, "records", records_choices[1].code);
	if (options->new_people)
		form_set(form, "newcomers", newcomer_choices[1].code);
	if (options->sheet != NULL)
		form_set(form, "sheet", options->sheet);
	if (options->header_row != 0)
		form_set(form, "header_row", ch_arena_printf(&arena, "%" PRId64, options->header_row));
	if (options->encoding != NULL)
		form_set(form, "encoding", options->encoding);
	if (options->delimiter != NULL)
		form_set(form, "delimiter", options->delimiter);
	if (options->date_order != NULL)
		form_set(form, "date_order", options->date_order);
	ch_arena_release(&arena);
}

void import_form_open(struct app *app, bool asks_name, const struct ch_import_options *options,
		      enum ch_status (*done)(struct app *app, void *data, const struct import_wanted *wanted,
					     struct ch_error *err),
		      void *data)
{
	static const struct ch_import_options nothing = {.kind = CH_IMPORT_PEOPLE};
	struct import_form *import = malloc(sizeof(*import));
	struct form_field fields[FIELDS_OF_IMPORT + 2] = {path_field};
	struct form *form;
	size_t count = 1;

	if (import == NULL)
		ch_abort("out of memory");
	*import = (struct import_form){.desk = desk_of(app),
				       .asks_name = asks_name,
				       .again = options != NULL && options->path != NULL,
				       .arena = CH_ARENA_EMPTY,
				       .looked = CH_BUFFER_EMPTY,
				       .done = done,
				       .data = data};
	fields[0].refilled = options != NULL && options->path != NULL;
	if (asks_name) {
		fields[count++] = name_field;
	} else {
		for (size_t i = 0; i < FIELDS_OF_IMPORT; i++) {
			if (i == PEOPLE_FIELDS)
				fields[count++] = role_field();
			fields[count++] = fields_of_import[i];
		}
	}
	form = form_new(&import_form_ops, import, _("Import a spreadsheet"), import->desk->today, fields, count);
	if (!asks_name)
		set_values(form, import->desk, options != NULL ? options : &nothing);
	if (options == NULL || options->path == NULL)
		form_draft_keep_as(app, form, "import.file", 0, NULL);
	else
		form_draft_keep_as(app, form, "import.options", form_draft_subject(options->path, ""), NULL);
	form_open(app, form);
}
