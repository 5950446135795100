/*
 * The styles of an .xlsx, which tell dates from numbers, and its shared texts.
 */
#include "core/import/workbook_xlsx.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"

/* ---- Number formats -------------------------------------------------------------- */

/*
 * Whether the code shows a day: it has y, d or a month in words, outside of
 * quotation marks, brackets and escapes. Hours and minutes alone are no day.
 */
static bool shows_day(const char *code)
{
	size_t months = 0;

	for (; *code != '\0' && *code != ';'; code++) {
		char c = (char)tolower((unsigned char)*code);

		if (c == '"' || c == '[') {
			const char *end = strchr(code + 1, c == '[' ? ']' : '"');

			if (!end)
				return false;
			code = end;
		} else if ((c == '\\' || c == '_' || c == '*') && code[1] != '\0') {
			code++;
		} else if (c == 'y' || c == 'd') {
			return true;
		} else {
			months = c == 'm' ? months + 1 : 0;
			if (months == 3)
				return true;
		}
	}
	return false;
}

/* Whether a number format shows hours or seconds, also as a length: "[h]:mm". */
static bool shows_time(const char *code)
{
	bool quoted = false;

	for (; *code != '\0' && *code != ';'; code++) {
		if (*code == '"')
			quoted = !quoted;
		else if (*code == '[' && !quoted && strchr("hHmMsS", code[1]) == NULL)
			code += strcspn(code, "]") - (strchr(code, ']') == NULL);
		else if ((*code == '\\' || *code == '_' || *code == '*') && code[1] != '\0')
			code++;
		else if (!quoted && strchr("hHsS", *code) != NULL)
			return true;
	}
	return false;
}

/* "00000" fills up with zeros. */
static unsigned char filling_zeros(const char *code)
{
	size_t zeros = strspn(code, "0");

	return code[zeros] == '\0' && zeros > 1 && zeros <= 15 ? (unsigned char)zeros : 0;
}

/* The style of a number format, by its number and (NULL where it is built in) its code. */
static struct xlsx_style style_of(int64_t number, const char *code)
{
	/* ECMA-376 part 1, 18.8.30: 14 to 22 and 45 to 47, and those of East Asian locales. */
	if (!code)
		return (struct xlsx_style){.date = (number >= 14 && number <= 17) || number == 22 ||
						   (number >= 27 && number <= 31) || number == 36 ||
						   (number >= 50 && number <= 58),
					   .time = (number >= 18 && number <= 21) || (number >= 32 && number <= 35) ||
						   (number >= 45 && number <= 47)};
	return (struct xlsx_style){.date = shows_day(code), .time = shows_time(code), .zeros = filling_zeros(code)};
}

struct format {
	struct format *next;
	int64_t number;
	const char *code;
};

struct styles {
	struct xlsx *xlsx;
	struct ch_arena arena;
	struct format *formats;
	size_t format_count;
	bool in_cell_formats;
	size_t room;
};

static const char *code_of(const struct styles *styles, int64_t number)
{
	for (const struct format *format = styles->formats; format; format = format->next)
		if (format->number == number)
			return format->code;
	return NULL;
}

static void add_style(struct styles *styles, struct xlsx_style style)
{
	struct xlsx *xlsx = styles->xlsx;

	if (xlsx->style_count == XLSX_STYLES_MOST)
		return;
	xlsx->styles = ch_arena_room(&xlsx->workbook->arena, xlsx->styles, xlsx->style_count, &styles->room,
				     sizeof(*xlsx->styles));
	xlsx->styles[xlsx->style_count++] = style;
}

static void on_style(void *context, const char *name, const char *const *attributes)
{
	enum { FORMATS_MOST = 1000 };
	struct styles *styles = context;
	const char *code;
	int64_t number;

	if (strcmp(name, "cellXfs") == 0)
		styles->in_cell_formats = true;
	if (strcmp(name, "numFmt") == 0 && styles->format_count < FORMATS_MOST) {
		struct format *format = ch_arena_alloc(&styles->arena, sizeof(*format));

		code = workbook_xml_attribute(attributes, "formatCode");
		format->number = workbook_xml_number(attributes, "numFmtId", INT32_MAX, -1);
		format->code = ch_arena_copy(&styles->arena, code ? code : "");
		format->next = styles->formats;
		styles->formats = format;
		styles->format_count++;
	}
	if (strcmp(name, "xf") == 0 && styles->in_cell_formats) {
		number = workbook_xml_number(attributes, "numFmtId", INT32_MAX, 0);
		add_style(styles, style_of(number, code_of(styles, number)));
	}
}

static void on_style_end(void *context, const char *name)
{
	struct styles *styles = context;

	if (strcmp(name, "cellXfs") == 0)
		styles->in_cell_formats = false;
}

enum ch_status xlsx_styles_read(struct xlsx *xlsx, struct ch_error *err)
{
	static const struct workbook_xml_handlers handlers = {.start = on_style, .end = on_style_end};
	struct styles styles = {.xlsx = xlsx, .arena = CH_ARENA_EMPTY};
	enum ch_status status = CH_OK;

	if (xlsx->styles_path && workbook_zip_has(&xlsx->workbook->zip, xlsx->styles_path))
		status = workbook_xml_read(&xlsx->workbook->zip, xlsx->styles_path, &handlers, &styles, err);
	ch_arena_release(&styles.arena);
	return status;
}

/* ---- Shared texts ---------------------------------------------------------------- */

/* The character of an escape such as _x000D_ at `text`; -1 where there is none. */
static int escaped(const char *text, size_t length)
{
	int code = 0;

	if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
		return -1;
	for (size_t i = 2; i < 6; i++) {
		int digit = tolower((unsigned char)text[i]);

		if (!isxdigit(digit))
			return -1;
		code = code * 16 + (isdigit(digit) ? digit - '0' : digit - 'a' + 10);
	}
	return code;
}

static void add_character(struct ch_buffer *out, int code)
{
	/* What is no character of its own: NUL, and halves of pairs. */
	if (code == 0 || (code >= 0xd800 && code <= 0xdfff))
		code = 0xfffd;
	if (code < 0x80) {
		ch_buffer_add_char(out, (char)code);
	} else if (code < 0x800) {
		ch_buffer_add_char(out, (char)(0xc0 | code >> 6));
		ch_buffer_add_char(out, (char)(0x80 | (code & 0x3f)));
	} else {
		ch_buffer_add_char(out, (char)(0xe0 | code >> 12));
		ch_buffer_add_char(out, (char)(0x80 | (code >> 6 & 0x3f)));
		ch_buffer_add_char(out, (char)(0x80 | (code & 0x3f)));
	}
}

void xlsx_text_add(struct ch_buffer *out, const char *text, size_t length)
{
	size_t from = 0;

	for (size_t i = 0; i < length; i++) {
		int code = text[i] == '_' ? escaped(text + i, length - i) : -1;

		if (code < 0)
			continue;
		ch_buffer_add_bytes(out, text + from, i - from);
		add_character(out, code);
		i += 6;
		from = i + 1;
	}
	ch_buffer_add_bytes(out, text + from, length - from);
}

struct reading {
	struct xlsx *xlsx;
	struct xlsx_texts *texts;
	struct ch_buffer piece; /* of the element at hand */
	bool in_text;
	int phonetic; /* depth within elements that say how it is pronounced */
	struct workbook_xml xml;
};

static void on_text_start(void *context, const char *name, const char *const *attributes)
{
	struct reading *reading = context;
	struct xlsx_texts *texts = reading->texts;

	(void)attributes;
	if (strcmp(name, "rPh") == 0)
		reading->phonetic++;
	if (strcmp(name, "t") == 0 && reading->phonetic == 0)
		reading->in_text = true;
	if (strcmp(name, "si") != 0)
		return;
	if (texts->count == texts->capacity) {
		texts->capacity = texts->capacity ? texts->capacity * 2 : 1024;
		texts->starts = realloc(texts->starts, texts->capacity * sizeof(*texts->starts));
		if (!texts->starts)
			ch_abort("out of memory");
	}
	texts->starts[texts->count++] = (uint32_t)texts->text.length;
}

static void on_text_end(void *context, const char *name)
{
	struct reading *reading = context;
	struct xlsx_texts *texts = reading->texts;

	if (strcmp(name, "rPh") == 0)
		reading->phonetic--;
	if (strcmp(name, "t") == 0 && reading->in_text) {
		reading->in_text = false;
		xlsx_text_add(&texts->text, reading->piece.text, reading->piece.length);
		ch_buffer_clear(&reading->piece);
	}
	if (strcmp(name, "si") == 0)
		ch_buffer_add_char(&texts->text, '\0');
	if (texts->text.length > XLSX_TEXTS_MOST || texts->count > XLSX_TEXT_COUNT_MOST) {
		workbook_too_large(reading->xlsx->workbook->zip.file, reading->xml.err,
				   _("its cells hold more than %zu MB of text"), XLSX_TEXTS_MOST >> 20);
		workbook_xml_stop(&reading->xml);
	}
}

static void on_text(void *context, const char *text, size_t length)
{
	struct reading *reading = context;

	if (!reading->in_text)
		return;
	ch_buffer_add_bytes(&reading->piece, text, length);
	if (reading->piece.length > XLSX_TEXTS_MOST) {
		workbook_too_large(reading->xlsx->workbook->zip.file, reading->xml.err,
				   _("one cell holds more than %zu MB of text"), XLSX_TEXTS_MOST >> 20);
		workbook_xml_stop(&reading->xml);
	}
}

enum ch_status xlsx_texts_read(struct xlsx *xlsx, struct ch_error *err)
{
	static const struct workbook_xml_handlers handlers = {
		.start = on_text_start, .end = on_text_end, .text = on_text};
	struct reading reading = {.xlsx = xlsx, .texts = &xlsx->texts, .piece = CH_BUFFER_EMPTY};
	const struct workbook_zip *zip = &xlsx->workbook->zip;

	if (xlsx->texts_read || !xlsx->texts_path || !workbook_zip_has(zip, xlsx->texts_path))
		return CH_OK;
	xlsx->texts_read = true;
	enum ch_status status = workbook_xml_begin(&reading.xml, zip, xlsx->texts_path, &handlers, &reading, err);

	while (!status && !reading.xml.done)
		status = workbook_xml_step(&reading.xml, err);
	workbook_xml_end(&reading.xml);
	ch_buffer_release(&reading.piece);
	return status;
}

void xlsx_texts_release(struct xlsx_texts *texts)
{
	ch_buffer_release(&texts->text);
	free(texts->starts);
	*texts = (struct xlsx_texts){.text = CH_BUFFER_EMPTY};
}
