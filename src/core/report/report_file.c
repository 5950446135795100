/* As check_file.c: parsed when first asked for, constant from then on. */
#include "core/report/report_file.h"

#include <stdlib.h>
#include <string.h>

#include "core/check/check_header.h"
#include "generated/data.h"

static const char *const keys[] = {"report", "title", "about", "columns", "none", "chart", "rules", "scan", NULL};

static const char *const type_names[] = {
	[CH_TYPE_ID] = "id",	     [CH_TYPE_TEXT] = "text",	      [CH_TYPE_LINES] = "lines",
	[CH_TYPE_LIST] = "list",     [CH_TYPE_EMAIL] = "email",	      [CH_TYPE_PHONE] = "phone",
	[CH_TYPE_NUMBER] = "number", [CH_TYPE_MINUTES] = "minutes",   [CH_TYPE_TIME] = "time",
	[CH_TYPE_HOURS] = "hours",   [CH_TYPE_DATE] = "date",	      [CH_TYPE_INSTANT] = "instant",
	[CH_TYPE_YES] = "yes",	     [CH_TYPE_INTERVAL] = "interval",
};

/* The type by its name, or that of a field, with the field's choices; false where it is neither. */
static bool read_type(char *name, struct ch_column *column)
{
	char *dot = strchr(name, '.');

	if (dot == NULL) {
		for (size_t i = 0; i < sizeof(type_names) / sizeof(type_names[0]); i++)
			if (type_names[i] != NULL && strcmp(type_names[i], name) == 0)
				column->type = (enum ch_type)i;
		return column->type != 0;
	}
	*dot = '\0';
	const struct ch_entity *entity = ch_entity_named(name);
	const struct ch_field *field = entity != NULL ? ch_field_named(entity, dot + 1) : NULL;

	*dot = '.';
	if (field == NULL)
		return false;
	column->type = field->type;
	column->choices = field->choices;
	return true;
}

static enum ch_status parse_column(const struct check_header *header, char *text, struct ch_column *column,
				   struct ch_error *err)
{
	char *type = strchr(text, ':');
	char *label = type != NULL ? strchr(type + 1, ':') : NULL;

	if (label == NULL || type == text || label[1] == '\0')
		return check_header_fail(header, "columns", err, _("\"%.60s\" is not key:type:Label"), text);
	*type++ = '\0';
	*label++ = '\0';
	*column = (struct ch_column){.key = text, .label = label};
	if (!read_type(type, column))
		return check_header_fail(
			header, "columns", err,
			_("\"%.60s\" is no type, as text, number or date, nor a field, as pairing.state"), type);
	return CH_OK;
}

static enum ch_status parse_columns(const struct check_header *header, struct ch_arena *arena,
				    struct report_file *report, struct ch_error *err)
{
	const char *given;
	enum ch_status status = check_header_need(header, "columns", &given, err);
	size_t most = 1;

	if (status != CH_OK)
		return status;
	for (const char *comma = strchr(given, ','); comma != NULL; comma = strchr(comma + 1, ','))
		most++;
	report->columns = ch_arena_array(arena, most, sizeof(*report->columns));
	while (status == CH_OK && *given != '\0') {
		size_t length = strcspn(given, ",");

		status = parse_column(header, ch_arena_copy_bytes(arena, given, length),
				      &report->columns[report->column_count++], err);
		given += length;
		given += strspn(given, ", ");
	}
	return status;
}

/* The place of the column with this key; the number of columns where there is none. */
static size_t column_named(const struct report_file *report, const char *key)
{
	size_t i = 0;

	while (i < report->column_count && strcmp(report->columns[i].key, key) != 0)
		i++;
	return i;
}

static bool is_figure(enum ch_type type)
{
	return type == CH_TYPE_NUMBER || type == CH_TYPE_MINUTES || type == CH_TYPE_HOURS;
}

static enum ch_status parse_chart(const struct check_header *header, struct ch_arena *arena, struct report_file *report,
				  struct ch_error *err)
{
	const char *given = check_header_value(header, "chart");

	if (given == NULL)
		return CH_OK;
	size_t length = strcspn(given, " ");

	report->chart_label = column_named(report, ch_arena_copy_bytes(arena, given, length));
	report->chart_value = column_named(report, given + length + strspn(given + length, " "));
	if (report->chart_label == report->column_count || report->chart_value == report->column_count ||
	    report->chart_value == 0 || !is_figure(report->columns[report->chart_value].type))
		return check_header_fail(header, "chart", err,
					 _("\"%.60s\" is not LABEL FIGURE: two of the columns, the second of "
					   "figures and not the first column"),
					 given);
	return CH_OK;
}

enum ch_status report_file_parse(const char *file, const char *text, struct ch_arena *arena, struct report_file *report,
				 struct ch_error *err)
{
	static const char *const needed[] = {"report", "title", "about", "columns", NULL};
	struct check_header header;
	enum ch_status status = check_header_read(file, text, keys, arena, &header, err);

	*report = (struct report_file){.sql = status == CH_OK ? header.sql : NULL};
	header.needed = needed;
	if (status == CH_OK)
		status = check_header_name(&header, "report", &report->info.name, err);
	if (status == CH_OK)
		status = check_header_need(&header, "title", &report->info.title, err);
	if (status == CH_OK)
		status = check_header_need(&header, "about", &report->info.about, err);
	if (status == CH_OK)
		status = parse_columns(&header, arena, report, err);
	if (status == CH_OK)
		status = parse_chart(&header, arena, report, err);
	if (status == CH_OK) {
		report->scan = check_header_value(&header, "scan");
		report->info.none = check_header_value(&header, "none");
		report->rules = check_header_value(&header, "rules");
	}
	return status;
}

const struct report_file *report_file_all(size_t *count)
{
	static struct {
		struct ch_arena arena;
		struct report_file *files;
		size_t count;
	} parsed;

	if (parsed.files == NULL) {
		struct ch_error err = CH_NO_ERROR;

		while (report_files[parsed.count].name != NULL)
			parsed.count++;
		parsed.files = ch_arena_array(&parsed.arena, parsed.count, sizeof(*parsed.files));
		for (size_t i = 0; i < parsed.count; i++)
			if (report_file_parse(report_files[i].name, report_files[i].text, &parsed.arena,
					      &parsed.files[i], &err) != CH_OK)
				ch_abort(err.message);
	}
	*count = parsed.count;
	return parsed.files;
}
