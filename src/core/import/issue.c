/*
 * Two lists in an arena, and the one sentence that every issue is shown as.
 */
#include "core/import/issue.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "chiron/exchange.h"
#include "chiron/text.h"

#define ROW_BYTES_MOST 65536 /* of a row that could not be read, which goes to the corrections */
#define SAMPLE_BYTES_MOST 200
#define VALUE_CHARACTERS 40 /* of a value, as shown in a sentence */

/* The start of a value, whole characters of it; NULL stays NULL. */
static const char *start_of(struct ch_arena *arena, const char *value, size_t most)
{
	size_t length = value ? strnlen(value, most) : 0;

	if (!value)
		return NULL;
	while (length > 0 && ((unsigned char)value[length] & 0xc0) == 0x80)
		length--;
	return ch_arena_copy_bytes(arena, value, length);
}

const char *import_cell_start(struct ch_arena *arena, const char *cell)
{
	return start_of(arena, cell, SAMPLE_BYTES_MOST);
}

static const char *const *cells_of(struct ch_arena *arena, const struct import_issue *issue)
{
	size_t bytes = 0;

	for (size_t i = 0; i < issue->cell_count; i++)
		bytes += strlen(issue->cells[i]);
	if (issue->cells == NULL || bytes > ROW_BYTES_MOST)
		return NULL;
	const char **cells = ch_arena_array(arena, issue->cell_count, sizeof *cells);
	for (size_t i = 0; i < issue->cell_count; i++)
		cells[i] = ch_arena_copy(arena, issue->cells[i]);
	return cells;
}

bool import_findings_keep(const struct import_findings *findings)
{
	return findings->kept < IMPORT_ISSUES_MOST;
}

void import_issue_add(struct import_findings *findings, const struct import_issue *issue)
{
	if (!findings)
		return;
	bool kept = import_findings_keep(findings);
	struct ch_arena *arena = kept ? findings->arena : &findings->spare;
	struct import_issue *copy = ch_arena_alloc(arena, sizeof(*copy));

	*copy = *issue;
	copy->column = ch_arena_copy(arena, issue->column);
	copy->field = ch_arena_copy(arena, issue->field);
	copy->value = start_of(arena, issue->value, issue->column ? IMPORT_CELL_SHOWN : ROW_BYTES_MOST);
	copy->cells = cells_of(arena, issue);
	copy->message = ch_arena_copy(arena, issue->message);
	copy->fix = ch_arena_copy(arena, issue->fix);
	copy->suggestion = ch_arena_copy(arena, issue->suggestion);
	copy->who = ch_arena_copy(arena, issue->who);
	copy->other_name = ch_arena_copy(arena, issue->other_name);
	copy->next = NULL;
	if (findings->last_issue)
		findings->last_issue->next = copy;
	else
		findings->first_issue = copy;
	findings->last_issue = copy;
	findings->issue_count++;
	if (kept) {
		findings->last_kept = copy;
		findings->kept++;
	}
	if (copy->rejected)
		findings->rejected_count++;
}

void import_findings_next(struct import_findings *findings)
{
	if (findings->last_issue == findings->last_kept)
		return;
	findings->last_issue = findings->last_kept;
	if (findings->last_kept)
		findings->last_kept->next = NULL;
	ch_arena_reset(&findings->spare);
}

void import_findings_end(struct import_findings *findings)
{
	import_findings_next(findings);
	ch_arena_release(&findings->spare);
	if (findings->issue_count > findings->kept)
		import_notice_add(findings, IMPORT_TOPIC_ROWS,
				  _("The first %zu problems are shown of %zu; the corrections file has every row that "
				    "did not come in"),
				  findings->kept, findings->issue_count);
}

void import_notice_add(struct import_findings *findings, enum import_topic topic, const char *format, ...)
{
	if (!findings)
		return;
	struct import_notice *notice = ch_arena_alloc(findings->arena, sizeof(*notice));
	struct ch_buffer text = CH_BUFFER_EMPTY;
	va_list args;

	va_start(args, format);
	ch_buffer_vprintf(&text, format, args);
	va_end(args);
	*notice = (struct import_notice){.topic = topic, .text = ch_arena_copy(findings->arena, text.text)};
	ch_buffer_release(&text);
	if (findings->last_notice)
		findings->last_notice->next = notice;
	else
		findings->first_notice = notice;
	findings->last_notice = notice;
}

const char *import_topic_code(enum import_topic topic)
{
	static const char *const codes[] = {
		[IMPORT_TOPIC_ENCODING] = "encoding",	  [IMPORT_TOPIC_DELIMITER] = "delimiter",
		[IMPORT_TOPIC_SHEET] = "sheet",		  [IMPORT_TOPIC_HEADING_ROW] = "heading_row",
		[IMPORT_TOPIC_MAPPING] = "mapping",	  [IMPORT_TOPIC_MEMORY] = "memory",
		[IMPORT_TOPIC_IGNORED] = "ignored",	  [IMPORT_TOPIC_DATE_ORDER] = "date_order",
		[IMPORT_TOPIC_MENDED_BEFORE] = "mended_before",
		[IMPORT_TOPIC_MENDED] = "mended",	  [IMPORT_TOPIC_ROWS] = "rows",
	};

	return codes[topic];
}

const char *import_reason_code(enum import_reason reason)
{
	static const char *const codes[] = {
		[IMPORT_NO_REASON] = "",
#define X(name, code) [IMPORT_##name] = (code),
		IMPORT_REASONS(X)
#undef X
	};

	return codes[reason];
}

/* Bytes of the characters that are shown of a text. */
static size_t shown_bytes(const char *text)
{
	size_t length = 0;
	int width;

	for (int i = 0; i < VALUE_CHARACTERS && text[length]; i++)
		length += ch_text_cluster(text + length, &width);
	return length;
}

const char *import_excerpt(const struct import_findings *findings, const char *text)
{
	size_t length;

	if (!findings)
		return "";
	length = shown_bytes(text);
	return ch_arena_printf(findings->arena, "%.*s%s", (int)length, text, text[length] ? "…" : "");
}

static void add_quoted(struct ch_buffer *out, const char *value)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	size_t length = shown_bytes(value);

	ch_buffer_add_char(out, '"');
	ch_text_add_safe(out, ch_arena_copy_bytes(&arena, value, length));
	ch_buffer_add(out, value[length] ? "…\"" : "\"");
	ch_arena_release(&arena);
}

/* Adds a sentence: a capital letter at its start, and a full stop at its end unless it has its own. */
static void add_sentence(struct ch_buffer *out, const char *sentence)
{
	size_t start = out->length;

	ch_text_add_safe(out, sentence);
	if (out->length > start && out->text[start] >= 'a' && out->text[start] <= 'z')
		out->text[start] = (char)(out->text[start] - 'a' + 'A');
	if (out->length > start && !strchr(".?!", out->text[out->length - 1]))
		ch_buffer_add_char(out, '.');
}

void ch_import_issue_sentence(struct ch_buffer *out, const char *where, const struct ch_import_issue *issue)
{
	ch_text_add_safe(out, where);
	if (issue->row > 0)
		ch_buffer_printf(out, _(" row %" PRId64), issue->row);
	if (issue->row > 0 && issue->line > 0 && issue->line != issue->row)
		ch_buffer_printf(out, _(" (line %" PRId64 ")"), issue->line);
	if (issue->column) {
		ch_buffer_add(out, _(", column \""));
		ch_text_add_safe(out, issue->column);
		ch_buffer_add_char(out, '"');
	}
	ch_buffer_add(out, ": ");
	if (issue->value) {
		add_quoted(out, issue->value);
		ch_buffer_add_char(out, ' ');
	}
	ch_text_add_safe(out, issue->message);
	if (out->length > 0 && !strchr(".?!", out->text[out->length - 1]))
		ch_buffer_add_char(out, '.');
	if (issue->fix && issue->fix[0] != '\0') {
		ch_buffer_add_char(out, ' ');
		add_sentence(out, issue->fix);
	}
}

void ch_import_replaced_sentence(struct ch_buffer *out, const struct ch_row *replaced)
{
	const char *before = replaced->cells[2], *after = replaced->cells[3], *by_hand = replaced->cells[4];
	char day[CH_DATE_WORDS_SIZE];

	ch_text_add_safe(out, replaced->cells[0]);
	ch_buffer_printf(out, ": %s ", replaced->cells[1]);
	if (after == NULL)
		ch_buffer_add(out, _("no longer "));
	add_quoted(out, after != NULL ? after : before);
	if (after != NULL && before != NULL) {
		ch_buffer_add(out, _(" instead of "));
		add_quoted(out, before);
	}
	if (by_hand != NULL)
		ch_buffer_printf(out, _(", which was changed here by hand on %s"),
				 ch_date_words(ch_date_from_iso(by_hand), CH_NO_DATE, day));
}

const char *import_said(struct ch_arena *arena, const char *text, enum import_face face)
{
	const char *way, *key;

	if (!text || !ch_two_ways(text, &way, &key))
		return text;
	if (face == IMPORT_BY_NEITHER)
		return ch_arena_copy_bytes(arena, text, (size_t)(way - text));
	if (face == IMPORT_BY_KEY)
		return ch_arena_printf(arena, "%.*s%s", (int)(way - text), text, key + 1);
	return ch_arena_printf(arena, "%.*s%.*s", (int)(way - text), text, (int)(key - way - 1), way + 1);
}

const char *import_issue_fix(const struct import_issue *issue, enum import_face face, struct ch_arena *arena)
{
	const char *said = import_said(arena, issue->fix, face), *fix = said ? said : "";

	if (!issue->suggestion)
		return said;
	if (*fix == '\0')
		return ch_arena_printf(arena, _("Did you mean %s?"), issue->suggestion);
	return ch_arena_printf(arena, _("Did you mean %s? %c%s"), issue->suggestion,
			       toupper((unsigned char)*fix), fix + 1);
}

void import_issue_sentence(struct ch_buffer *out, const char *where, const struct import_issue *issue)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct ch_import_issue shown = {
		.row = issue->row,
		.line = issue->line,
		.column = issue->column,
		.value = issue->value,
		.message = issue->message,
		.fix = import_issue_fix(issue, IMPORT_BY_COMMAND, &arena),
	};

	ch_import_issue_sentence(out, where, &shown);
	ch_arena_release(&arena);
}
