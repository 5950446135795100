#include "tui/import_form.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tui/form_draft.h"
#include "tui/record_complete.h"

enum { FILES_MAX = 1000 };

struct import_form {
	const struct desk *desk;
	bool asks_name;
	enum ch_status (*done)(struct app *app, void *data, const struct import_wanted *wanted, struct ch_error *err);
	void *data;
};

/* ---- Files ---- */

/* The path with "~" as the home folder. */
static const char *full_path(const char *path, struct ch_arena *arena)
{
	const char *home = getenv("HOME");

	if (path[0] == '~' && (path[1] == '/' || path[1] == '\0') && home != NULL)
		return ch_arena_printf(arena, "%s%s", home, path + 1);
	return path;
}

static bool is_folder(const char *path)
{
	struct stat found;

	return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

static bool has_ending(const char *name)
{
	static const char *const endings[] = {".csv", ".tsv", ".txt", ".ods", ".xlsx", ".xlsm"};
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot != NULL && dot != name && i < sizeof(endings) / sizeof(endings[0]); i++)
		if (ch_text_equal_ascii(dot, endings[i]))
			return true;
	return false;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct form_candidate *)a)->text, ((const struct form_candidate *)b)->text);
}

/* Folders and spreadsheets whose path begins with what was typed. */
static size_t complete_path(const char *typed, struct ch_arena *arena, struct form_candidate *found)
{
	const char *slash = strrchr(typed, '/'), *start = slash != NULL ? slash + 1 : typed;
	const char *folder = ch_arena_copy_bytes(arena, typed, (size_t)(start - typed));
	const char *place = full_path(*folder != '\0' ? folder : "./", arena);
	DIR *dir = opendir(place);
	struct dirent *entry;
	size_t count = 0;

	while (dir != NULL && count < FILES_MAX && (entry = readdir(dir)) != NULL) {
		const char *name = entry->d_name;
		bool inside;

		if (strncmp(name, start, strlen(start)) != 0 || (name[0] == '.' && start[0] != '.') ||
		    ch_text_valid(name, strlen(name)) != strlen(name))
			continue;
		inside = is_folder(ch_arena_printf(arena, "%s/%s", place, name));
		if (inside || has_ending(name))
			found[count++] = (struct form_candidate){
				.text = ch_arena_printf(arena, "%s%s%s", folder, name, inside ? "/" : "")};
	}
	if (dir != NULL)
		closedir(dir);
	qsort(found, count, sizeof(*found), by_text);
	return count;
}

static size_t complete(const struct form *form, void *data, size_t index, const char *prefix, struct ch_arena *arena,
		       const struct form_candidate **candidates)
{
	const struct import_form *import = data;
	const struct ch_field *programme = ch_field_named(ch_entity_of(CH_ENROLMENT), "programme_id");
	struct form_candidate *found;

	if (strcmp(form->entries[index].field.key, "programme") == 0)
		return record_complete(import->desk, CH_ENROLMENT, programme, prefix, arena, candidates);
	if (strcmp(form->entries[index].field.key, "path") != 0)
		return 0;
	found = ch_arena_array(arena, FILES_MAX, sizeof(*found));
	*candidates = found;
	return complete_path(prefix, arena, found);
}

/* Whether there is a file to be read; says what is there instead. */
static enum ch_status check_path(const char *path, struct ch_error *err)
{
	struct stat found;

	if (stat(path, &found) != 0)
		ch_fail_field(err, "path", errno == ENOENT ? _("There is no file %s") : _("%s cannot be read"), path);
	else if (S_ISDIR(found.st_mode))
		ch_fail_field(err, "path", _("%s is a folder"), path);
	else
		return CH_OK;
	return ch_error_fix(err, _("Ctrl-N lists the spreadsheets there are"));
}

/* ---- The form ---- */

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct import_form *import = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *programme = form_value(form, "programme");
	struct import_wanted wanted = {
		.path = full_path(form_value(form, "path"), &arena),
		.name = import->asks_name ? form_value(form, "name") : NULL,
	};
	const struct ch_choice *roles = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices;
	int role = ch_choice_find(roles, form_value(form, "role"));
	struct ch_error why = CH_NO_ERROR;

	wanted.role = role > 0 ? role : 0;
	if (check_path(wanted.path, err) == CH_OK) {
		if (*programme != '\0' &&
		    ch_find(import->desk->c, CH_PROGRAMME, programme, &wanted.programme_id, &why) != CH_OK) {
			ch_fail_field(err, "programme", "%s", why.message);
			ch_error_fix(err, "%s", why.fix);
		} else {
			import->done(app, import->data, &wanted, err);
		}
	}
	ch_arena_release(&arena);
	return err->status;
}

static const struct form_ops import_form_ops = {.save = save, .complete = complete, .close = free};

static const struct form_field path_field = {
	.key = "path",
	.label = N_("Spreadsheet"),
	.help = N_("a spreadsheet: .xlsx, .ods or CSV; Ctrl-N lists files"),
	.type = CH_TYPE_TEXT,
	.required = true,
};

static const struct form_field name_field = {
	.key = "name",
	.label = N_("Your scheme"),
	.help = N_("what it is called, as \"Riverside Mentoring 2026\""),
	.type = CH_TYPE_TEXT,
	.required = true,
};

static const struct form_field programme_field = {
	.key = "programme",
	.label = N_("Enrol in"),
	.help = N_("a programme; blank: nowhere yet"),
	.type = CH_TYPE_ID,
};

static struct form_field role_field(void)
{
	return (struct form_field){
		.key = "role",
		.label = N_("All of them as"),
		.help = N_("where the file does not say; blank: as the file says"),
		.type = CH_TYPE_CHOICE,
		.choices = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices,
	};
}

void import_form_open(struct app *app, bool asks_name,
		      enum ch_status (*done)(struct app *app, void *data, const struct import_wanted *wanted,
					     struct ch_error *err),
		      void *data)
{
	struct import_form *import = malloc(sizeof(*import));
	struct form_field fields[3] = {path_field};
	struct form *form;
	size_t count = 1;

	if (import == NULL)
		ch_abort("out of memory");
	*import = (struct import_form){.desk = desk_of(app), .asks_name = asks_name, .done = done, .data = data};
	if (asks_name) {
		fields[count++] = name_field;
	} else {
		fields[count++] = programme_field;
		fields[count++] = role_field();
	}
	form = form_new(&import_form_ops, import, _("Import people"), import->desk->today, fields, count);
	form_draft_keep_as(app, form, "import.people", 0, NULL);
	form_open(app, form);
}
