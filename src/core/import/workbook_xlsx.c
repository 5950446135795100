/*
 * The book: which sheets there are, and where their parts lie. Relations are
 * followed, since not every program uses the same paths; both the transitional
 * and the strict form of ECMA-376 are read, because only local names count.
 */
#include "core/import/workbook_xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"

struct relation {
	struct relation *next;
	const char *id, *path;
	enum { RELATED_BOOK, RELATED_SHEET, RELATED_TEXTS, RELATED_STYLES } kind;
};

struct relations {
	struct ch_arena *arena;
	const char *folder; /* in which the part lies whose relations these are, with "/" at its end */
	struct relation *first;
};

static bool ends_with(const char *text, const char *ending)
{
	size_t length = strlen(text), end = strlen(ending);

	return length >= end && strcmp(text + length - end, ending) == 0;
}

static void on_relation(void *context, const char *name, const char *const *attributes)
{
	static const struct {
		const char *ending;
		int kind;
	} kinds[] = {
		{"/officeDocument", RELATED_BOOK},
		{"/worksheet", RELATED_SHEET},
		{"/sharedStrings", RELATED_TEXTS},
		{"/styles", RELATED_STYLES},
	};
	struct relations *relations = context;
	const char *type = workbook_xml_attribute(attributes, "Type");
	const char *target = workbook_xml_attribute(attributes, "Target");
	const char *id = workbook_xml_attribute(attributes, "Id");
	const char *mode = workbook_xml_attribute(attributes, "TargetMode");

	if (strcmp(name, "Relationship") != 0 || !type || !target || !id || (mode && strcmp(mode, "External") == 0))
		return;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (!ends_with(type, kinds[i].ending))
			continue;
		struct relation *relation = ch_arena_alloc(relations->arena, sizeof(*relation));

		relation->next = relations->first;
		relation->id = ch_arena_copy(relations->arena, id);
		relation->path = *target == '/' ?
					 ch_arena_copy(relations->arena, target + 1) :
					 ch_arena_printf(relations->arena, "%s%s", relations->folder, target);
		relation->kind = kinds[i].kind;
		relations->first = relation;
	}
}

/* The relations of the part `folder` `part`. */
static enum ch_status read_relations(struct xlsx *xlsx, const char *folder, const char *part,
				     struct relations *relations, struct ch_error *err)
{
	static const struct workbook_xml_handlers handlers = {.start = on_relation};
	struct workbook *workbook = xlsx->workbook;
	const char *path = ch_arena_printf(&workbook->arena, "%s_rels/%s.rels", folder, part);

	*relations = (struct relations){.arena = &workbook->arena, .folder = folder};
	return workbook_xml_read(&workbook->zip, path, &handlers, relations, err);
}

static const char *related(const struct relations *relations, int kind, const char *id)
{
	for (const struct relation *relation = relations->first; relation; relation = relation->next)
		if (id ? strcmp(relation->id, id) == 0 && (int)relation->kind == kind : (int)relation->kind == kind)
			return relation->path;
	return NULL;
}

/* ---- The book ------------------------------------------------------------------ */

struct book {
	struct xlsx *xlsx;
	const struct relations *relations;
	struct ch_error *err;
	enum ch_status status;
};

static bool is_true(const char *value)
{
	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0 || strcmp(value, "on") == 0);
}

static void on_book(void *context, const char *name, const char *const *attributes)
{
	struct book *book = context;

	if (strcmp(name, "workbookPr") == 0)
		book->xlsx->from_1904 = is_true(workbook_xml_attribute(attributes, "date1904"));
	if (strcmp(name, "sheet") != 0 || book->status)
		return;
	const char *id = workbook_xml_attribute(attributes, "id");
	const char *sheet = workbook_xml_attribute(attributes, "name");
	const char *state = workbook_xml_attribute(attributes, "state");
	/* Sheets of charts and of macros have relations of other types, and no rows. */
	const char *path = id ? related(book->relations, RELATED_SHEET, id) : NULL;

	if (sheet && path)
		book->status = workbook_add_sheet(book->xlsx->workbook, sheet, path,
						  state && strcmp(state, "visible") != 0, book->err);
}

static enum ch_status read_book(struct xlsx *xlsx, const char *path, struct ch_error *err)
{
	static const struct workbook_xml_handlers handlers = {.start = on_book};
	struct workbook *workbook = xlsx->workbook;
	const char *slash = strrchr(path, '/');
	const char *part = slash ? slash + 1 : path;
	const char *folder = ch_arena_copy_bytes(&workbook->arena, path, (size_t)(part - path));
	struct relations relations;
	struct book book = {.xlsx = xlsx, .relations = &relations, .err = err};
	enum ch_status status = read_relations(xlsx, folder, part, &relations, err);

	if (!status)
		status = workbook_xml_read(&workbook->zip, path, &handlers, &book, err);
	if (!status)
		status = book.status;
	xlsx->texts_path = related(&relations, RELATED_TEXTS, NULL);
	xlsx->styles_path = related(&relations, RELATED_STYLES, NULL);
	return status;
}

static enum ch_status open_xlsx(struct workbook *workbook, struct ch_error *err)
{
	struct xlsx *xlsx = ch_arena_alloc(&workbook->arena, sizeof(*xlsx));
	struct relations relations;

	xlsx->workbook = workbook;
	xlsx->texts.text = CH_BUFFER_EMPTY;
	workbook->own = xlsx;
	enum ch_status status = read_relations(xlsx, "", "", &relations, err);

	if (status)
		return status;
	const char *book = related(&relations, RELATED_BOOK, NULL);

	if (!book)
		return workbook_damaged(workbook->zip.file, err, _("it does not say where its sheets are"));
	status = read_book(xlsx, book, err);
	if (!status)
		status = xlsx_styles_read(xlsx, err);
	workbook->source.serial_shift = xlsx->from_1904 ? 1462 : 0;
	return status;
}

static enum ch_status begin_xlsx(struct workbook *workbook, struct ch_error *err)
{
	enum ch_status status = xlsx_texts_read(workbook->own, err);

	return status ? status : xlsx_sheet_begin(workbook->own, err);
}

static enum ch_status step_xlsx(struct workbook *workbook, bool *more, struct ch_error *err)
{
	return xlsx_sheet_step(workbook->own, more, err);
}

static void close_xlsx(struct workbook *workbook)
{
	struct xlsx *xlsx = workbook->own;

	if (!xlsx)
		return;
	xlsx_sheet_end(xlsx);
	xlsx_texts_release(&xlsx->texts);
}

const struct workbook_kind workbook_xlsx = {
	.name = ".xlsx",
	.open = open_xlsx,
	.begin = begin_xlsx,
	.step = step_xlsx,
	.close = close_xlsx,
};
