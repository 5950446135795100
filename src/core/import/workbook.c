#include "core/import/workbook.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "chiron/text.h"
#include "core/import/heading.h"

#define DIGITS "0123456789"
#define YEAR_DIGITS 4
#define SHEETS_TOLD 10 /* of those that are not read */

enum ch_status workbook_add_sheet(struct workbook *workbook, const char *name, const char *path, bool hidden,
				  struct ch_error *err)
{
	if (workbook->sheet_count == WORKBOOK_SHEETS_MOST)
		return workbook_too_large(workbook->zip.file, err, _("it has more than %d sheets"),
					  WORKBOOK_SHEETS_MOST);
	workbook->sheets[workbook->sheet_count++] = (struct workbook_sheet){
		.name = ch_arena_copy(&workbook->arena, name),
		.path = ch_arena_copy(&workbook->arena, path),
		.hidden = hidden,
	};
	return CH_OK;
}

size_t workbook_formula_shown(const char *formula, size_t length)
{
	if (length <= WORKBOOK_FORMULA_SHOWN)
		return length;
	length = WORKBOOK_FORMULA_SHOWN;
	while (length > 0 && ((unsigned char)formula[length] & 0xc0) == 0x80)
		length--;
	return length;
}

/* ---- As a source of rows ------------------------------------------------------------- */

static enum ch_status next_row(struct row_source *source, struct ch_arena *arena, struct import_findings *findings,
			       struct import_record *record, bool *found, struct ch_error *err)
{
	struct workbook *workbook = (struct workbook *)source;

	(void)arena;
	while (!*found) {
		if (workbook->rows.too_many)
			return workbook_too_large(
				source->file, err, _("its sheet \"%s\" has more than %lld cells, or %d MB in them"),
				workbook->sheets[workbook->sheet].name, (long long)WORKBOOK_CELLS_MOST,
				(int)(WORKBOOK_BYTES_MOST >> 20));
		if (workbook_rows_take(&workbook->rows, source, findings, record, found))
			continue;
		if (!workbook->more)
			break;
		enum ch_status status = workbook->kind->step(workbook, &workbook->more, err);

		if (status) {
			workbook_rows_clear(&workbook->rows);
			return status;
		}
	}
	return CH_OK;
}

static enum ch_status rewind_rows(struct row_source *source, struct ch_error *err)
{
	struct workbook *workbook = (struct workbook *)source;

	if (!workbook->more && workbook->rows_of == workbook->sheet && workbook_rows_again(&workbook->rows))
		return CH_OK;
	workbook_rows_clear(&workbook->rows);
	workbook->rows_of = workbook->sheet;
	workbook->more = true;
	return workbook->kind->begin(workbook, err);
}

static void tell_rows(const struct row_source *source, int64_t heading_row, struct import_findings *findings)
{
	workbook_rows_tell(&((const struct workbook *)source)->rows, heading_row, findings);
}

static const struct row_source_ops workbook_ops = {.next = next_row, .rewind = rewind_rows, .tell = tell_rows};

/* ---- The kind of workbook ------------------------------------------------------------- */

static enum ch_status refuse_kind(const struct workbook_zip *zip, const char *what, const char *fix,
				  struct ch_error *err)
{
	ch_fail(err, CH_DATA, _("%s is %s; lists are read from CSV, .xlsx and .ods"), zip->file, what);
	return ch_error_fix(err, "%s", fix);
}

static bool is_spreadsheet(const struct workbook_zip *zip)
{
	struct workbook_part part;
	struct ch_error ignored = CH_NO_ERROR;
	char type[80] = "";
	size_t length = 0;

	if (!workbook_part_open(&part, zip, "mimetype", &ignored) &&
	    workbook_part_read(&part, type, sizeof(type) - 1, &length, &ignored))
		length = 0;
	workbook_part_close(&part);
	type[length] = '\0';
	return strncmp(type, "application/vnd.oasis.opendocument.spreadsheet", 46) == 0;
}

static enum ch_status identify(struct workbook *workbook, struct ch_error *err)
{
	const struct workbook_zip *zip = &workbook->zip;
	const char *save = _("open it in the program it is from, save its list as .xlsx or \"CSV UTF-8\", and import "
			     "that");

	if (is_spreadsheet(zip)) {
		workbook->kind = &workbook_ods;
		return CH_OK;
	}
	if (workbook_zip_has(zip, "xl/workbook.bin"))
		return refuse_kind(zip, _("a binary Excel workbook (.xlsb)"), save, err);
	if (workbook_zip_has(zip, "word/document.xml"))
		return refuse_kind(zip, _("a Word document"),
				   _("copy its table into a spreadsheet, save that, and import it"), err);
	if (workbook_zip_has(zip, "ppt/presentation.xml"))
		return refuse_kind(zip, _("a presentation"), save, err);
	if (workbook_zip_has_ending(zip, ".iwa") || workbook_zip_has(zip, "Index.zip"))
		return refuse_kind(zip, _("an Apple Numbers document"),
				   _("in Numbers choose File, Export To, Excel or CSV, and import that file"), err);
	if (workbook_zip_has(zip, "_rels/.rels") && workbook_zip_has(zip, "[Content_Types].xml")) {
		workbook->kind = &workbook_xlsx;
		return CH_OK;
	}
	if (workbook_zip_has(zip, "content.xml"))
		return refuse_kind(zip, _("an OpenDocument file that is no spreadsheet"), save, err);
	return refuse_kind(zip, _("a zip archive, and no workbook"), _("unpack it and import the list inside"), err);
}

/* A name that promises something else is no reason to refuse, but to say so. */
static void tell_name(const struct workbook *workbook, struct import_findings *findings)
{
	const char *file = workbook->zip.file;
	const char *dot = strrchr(file, '.');

	if (dot && strcasecmp(dot, workbook->kind->name) != 0 && strcasecmp(dot, ".xlsm") != 0 &&
	    strcasecmp(dot, ".xltx") != 0 && strcasecmp(dot, ".ots") != 0)
		import_notice_add(findings, IMPORT_TOPIC_SHEET,
				  _("%s is a workbook of the kind %s, whatever its name says"), file,
				  workbook->kind->name);
}

/* ---- The sheet ---------------------------------------------------------------------------- */

enum look { LOOK_EMPTY, LOOK_ROWS, LOOK_HEADINGS, LOOK_LIST /* headings with a row below */ };

/* What the first rows of a sheet are like. */
static enum ch_status look_at(struct workbook *workbook, size_t sheet, const struct import_lexicon *lexicon,
			      enum look *look, struct ch_error *err)
{
	struct import_record record;
	bool found = true;

	*look = LOOK_EMPTY;
	workbook->sheet = sheet;
	enum ch_status status = row_source_rewind(&workbook->source, err);

	while (!status && found && *look != LOOK_HEADINGS) {
		status = row_source_next(&workbook->source, NULL, NULL, &record, &found, err);
		if (status || !found || record.row > IMPORT_HEADING_ROWS)
			break;
		*look = import_record_is_headings(lexicon, &record) ? LOOK_HEADINGS : LOOK_ROWS;
	}
	if (!status && found && *look == LOOK_EMPTY)
		*look = LOOK_ROWS;
	if (!status && *look == LOOK_HEADINGS)
		status = row_source_next(&workbook->source, NULL, NULL, &record, &found, err);
	if (!status && found && *look == LOOK_HEADINGS)
		*look = LOOK_LIST;
	return status;
}

/* The last year that the name of a sheet has, "2025" or "Mentors 2025-26"; 0: none. */
static long year_of(const char *name)
{
	long year = 0;

	for (const char *at = name; *at != '\0'; at += strspn(at, DIGITS) + (strspn(at, DIGITS) == 0)) {
		long number = strspn(at, DIGITS) == YEAR_DIGITS ? strtol(at, NULL, 10) : 0;

		year = number >= 1990 && number < 2100 && number > year ? number : year;
	}
	return year;
}

/* Whether the names are the same but for the years in them. */
static bool differ_in_years(const char *a, const char *b)
{
	while (*a != '\0' || *b != '\0') {
		a += strspn(a, DIGITS "-/ ");
		b += strspn(b, DIGITS "-/ ");
		if (*a != *b)
			return false;
		a += *a != '\0';
		b += *b != '\0';
	}
	return true;
}

/* Of sheets that are a year each, the newest that has rows. */
static size_t newest_of(const struct workbook *workbook, const enum look *looks, size_t chosen)
{
	const char *name = workbook->sheets[chosen].name;
	long year = year_of(name);

	for (size_t i = 0; year != 0 && looks[chosen] == LOOK_LIST && i < workbook->sheet_count; i++)
		if (looks[i] == LOOK_LIST && differ_in_years(name, workbook->sheets[i].name) &&
		    year_of(workbook->sheets[i].name) > year) {
			chosen = i;
			year = year_of(workbook->sheets[i].name);
		}
	return chosen;
}

static void tell_others(const struct workbook *workbook, const enum look *looks, struct import_findings *findings)
{
	size_t told = 0;

	for (size_t i = 0; i < workbook->sheet_count && told < SHEETS_TOLD; i++) {
		const struct workbook_sheet *sheet = &workbook->sheets[i];

		if (i == workbook->sheet || (!sheet->hidden && looks[i] == LOOK_EMPTY))
			continue;
		told++;
		import_notice_add(findings, IMPORT_TOPIC_SHEET,
				  sheet->hidden ? _("Sheet \"%s\" is hidden and not read" CH_WAY
						    "; --sheet reads it" CH_KEY "; " KEY_(OPEN) " here reads it")
				  : looks[i] >= LOOK_HEADINGS
					  ? _("Sheet \"%s\" looks like another list and is not read" CH_WAY
					      "; --sheet reads it" CH_KEY "; " KEY_(OPEN) " here reads it")
					  : _("Sheet \"%s\" is not read: it has no headings of a list"),
				  sheet->name);
	}
}

static enum ch_status choose_sheet(struct workbook *workbook, const struct import_lexicon *lexicon,
				   struct import_findings *findings, struct ch_error *err)
{
	enum look looks[WORKBOOK_SHEETS_MOST] = {LOOK_EMPTY}, best = LOOK_EMPTY;
	enum ch_status status = CH_OK;
	size_t chosen = 0;
	bool visible = false;

	for (size_t i = 0; !status && i < workbook->sheet_count; i++) {
		if (workbook->sheets[i].hidden)
			continue;
		status = look_at(workbook, i, lexicon, &looks[i], err);
		if (!visible || looks[i] > best) {
			chosen = i;
			best = looks[i];
		}
		visible = true;
	}
	if (status)
		return status;
	workbook->sheet = newest_of(workbook, looks, chosen);
	import_notice_add(findings, IMPORT_TOPIC_SHEET,
			  workbook->sheet != chosen ? _("Sheet \"%s\" is read, the newest of those named by a year")
						    : _("Sheet \"%s\" is read"),
			  workbook->sheets[workbook->sheet].name);
	tell_others(workbook, looks, findings);
	return CH_OK;
}

/* The sheet of that name or, among the visible ones, that number; sheet_count where there is none. */
static size_t find_sheet(const struct workbook *workbook, const char *wanted)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *name = ch_text_fold(&arena, wanted);
	size_t found = workbook->sheet_count, number = 0;

	for (size_t i = workbook->sheet_count; i-- > 0;)
		if (strcmp(ch_text_fold(&arena, workbook->sheets[i].name), name) == 0)
			found = i;
	for (size_t i = 0; found == workbook->sheet_count && i < workbook->sheet_count; i++)
		if (!workbook->sheets[i].hidden &&
		    strcmp(ch_arena_printf(&arena, "%zu", ++number), wanted) == 0)
			found = i;
	ch_arena_release(&arena);
	return found;
}

static enum ch_status take_sheet(struct workbook *workbook, const char *wanted, struct import_findings *findings,
				 struct ch_error *err)
{
	struct ch_buffer names = CH_BUFFER_EMPTY;

	workbook->sheet = find_sheet(workbook, wanted);
	if (workbook->sheet < workbook->sheet_count) {
		import_notice_add(findings, IMPORT_TOPIC_SHEET, _("Sheet \"%s\" is read, as asked for"),
				  workbook->sheets[workbook->sheet].name);
		return CH_OK;
	}
	for (size_t i = 0; i < workbook->sheet_count && i < SHEETS_TOLD; i++)
		ch_buffer_printf(&names, "%s%s", i > 0 ? ", " : "", workbook->sheets[i].name);
	ch_fail(err, CH_USAGE, _("%s has no sheet \"%s\""), workbook->zip.file, wanted);
	ch_error_field(err, "sheet");
	ch_error_fix(err, _("its sheets are %s"), names.text);
	ch_buffer_release(&names);
	return err->status;
}

static enum ch_status open_sheets(struct workbook *workbook, const char *wanted, const struct import_lexicon *lexicon,
				  struct import_findings *findings, struct ch_error *err)
{
	enum ch_status status = identify(workbook, err);

	if (!status) {
		tell_name(workbook, findings);
		status = workbook->kind->open(workbook, err);
	}
	if (!status && workbook->sheet_count == 0)
		status = workbook_damaged(workbook->zip.file, err, _("it has no sheet"));
	if (!status)
		status = wanted ? take_sheet(workbook, wanted, findings, err) :
				  choose_sheet(workbook, lexicon, findings, err);
	if (status)
		return status;
	workbook->source.sheet = workbook->sheets[workbook->sheet].name;
	return row_source_rewind(&workbook->source, err);
}

enum ch_status import_workbook_open(struct workbook *workbook, struct import_bytes *bytes, const char *wanted,
			     const struct import_lexicon *lexicon, struct import_findings *findings,
			     struct ch_error *err)
{
	*workbook = (struct workbook){
		.source = {.ops = &workbook_ops, .file = bytes->name, .sheet = "", .delimiter = ','},
		.arena = CH_ARENA_EMPTY,
	};
	enum ch_status status = workbook_zip_open(&workbook->zip, bytes, err);

	if (!status) {
		workbook->sheets =
			ch_arena_array(&workbook->arena, WORKBOOK_SHEETS_MOST, sizeof(*workbook->sheets));
		status = open_sheets(workbook, wanted, lexicon, findings, err);
	}
	if (status)
		import_workbook_close(workbook);
	return status;
}

void import_workbook_close(struct workbook *workbook)
{
	if (workbook->kind)
		workbook->kind->close(workbook);
	workbook->kind = NULL;
	workbook_zip_close(&workbook->zip);
	workbook_rows_release(&workbook->rows);
	ch_arena_release(&workbook->arena);
}
