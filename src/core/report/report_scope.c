/* What a report is about, typed in one line. */
#include <string.h>

#include "chiron/list.h"
#include "chiron/report.h"
#include "core/report/report_file.h"

enum { FIRST_WEEK = 7 };

/* What may be said of a report, each as KEY:VALUE; a value goes on, blanks and all, to the next of them. */
enum part { PART_PERIOD, PART_PROGRAMME, PART_COHORT, PART_FROM, PART_TO, PARTS };

static const char *const keys[PARTS] = {"period:", "programme:", "cohort:", "from:", "to:"};

/* Which part begins here; PARTS: none does. */
static enum part part_at(const char *text)
{
	enum part part = PART_PERIOD;

	while (part < PARTS && strncmp(text, keys[part], strlen(keys[part])) != 0)
		part++;
	return part;
}

/* Letters of the key that begins here, known or not; 0: none does. */
static size_t key_length(const char *text)
{
	size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz_");

	return text[length] == ':' ? length : 0;
}

/* The value at the start of *text up to the next part, without its quotes; *text is moved behind it. */
static const char *next_value(const char **text, struct ch_arena *arena)
{
	struct ch_buffer value = CH_BUFFER_EMPTY;
	const char *at = *text, *copy;
	bool quoted = false, was_quoted = false;

	for (; *at != '\0' && (quoted || *at != ' ' || !(was_quoted || key_length(at + strspn(at, " ")) > 0)); at++)
		if (*at == '"') {
			quoted = !quoted;
			was_quoted = true;
		} else {
			ch_buffer_add_char(&value, *at);
		}
	*text = at + strspn(at, " ");
	while (value.length > 0 && value.text[value.length - 1] == ' ')
		value.text[--value.length] = '\0';
	copy = ch_arena_copy(arena, value.text);
	ch_buffer_release(&value);
	return copy;
}

static enum ch_status read_part(struct ch_context *c, enum part part, const char *value,
				struct ch_report_query *query, struct ch_error *err)
{
	ch_date today = ch_clock_today(&c->clock);

	if (*value == '\0')
		return CH_OK;
	if (part == PART_PROGRAMME)
		return ch_find(c, CH_PROGRAMME, value, &query->programme_id, err);
	if (part == PART_COHORT)
		return ch_find(c, CH_COHORT, value, &query->cohort_id, err);
	if (part == PART_FROM)
		return ch_date_parse(value, today, false, &query->from, err);
	if (part == PART_TO)
		return ch_date_parse(value, today, false, &query->to, err);
	if (ch_period_parse(value, today, &query->from, &query->to, err) == CH_OK)
		return CH_OK;
	return ch_error_fix(err, _("write a period as october, last month, q3 or 2026-10, or as from:1 oct to:31 oct; "
				   "a programme as programme:\"Back to Work\""));
}

/* What stands before any key is the period. */
static enum ch_status read_next(struct ch_context *c, const char **text, struct ch_arena *arena,
				struct ch_report_query *query, struct ch_error *err)
{
	enum part part = part_at(*text);

	if (part == PARTS && key_length(*text) > 0) {
		ch_fail(err, CH_DATA, _("\"%.*s\" is none of period, programme, cohort, from and to"),
			(int)key_length(*text), *text);
		return ch_error_fix(err, _("as october, or programme:\"Back to Work\" from:2026-11-01 to:today"));
	}
	if (part != PARTS)
		*text += strlen(keys[part]);
	return read_part(c, part != PARTS ? part : PART_PERIOD, next_value(text, arena), query, err);
}

enum ch_status report_check_period(const struct ch_report_query *query, struct ch_error *err)
{
	char from[CH_DATE_WORDS_SIZE], to[CH_DATE_WORDS_SIZE];

	if (query->from == CH_NO_DATE || query->to == CH_NO_DATE || query->from <= query->to)
		return CH_OK;
	ch_fail(err, CH_DATA, _("the period ends before it begins: from %s, to %s"),
		ch_date_words(query->from, CH_NO_DATE, from),
		ch_date_words(query->to, CH_NO_DATE, to));
	return ch_error_fix(err, _("from is the first day, to the last"));
}

enum ch_status ch_report_scope_parse(struct ch_context *c, const char *text, struct ch_report_query *query,
				     struct ch_error *err)
{
	struct ch_report_query read = {.name = query->name, .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status = CH_OK;

	text += strspn(text, " ");
	while (status == CH_OK && *text != '\0')
		status = read_next(c, &text, &arena, &read, err);
	if (status == CH_OK)
		status = report_check_period(&read, err);
	if (status == CH_OK)
		*query = read;
	ch_arena_release(&arena);
	return status;
}

void ch_report_period(const struct ch_report_info *info, ch_date today, struct ch_report_query *query)
{
	struct ch_ymd day = ch_date_split(today);
	ch_date first = today - day.day + 1;

	if (!info->monthly || query->from != CH_NO_DATE || query->to != CH_NO_DATE)
		return;
	if (day.day > FIRST_WEEK) {
		query->from = first;
		return;
	}
	query->to = first - 1;
	query->from = query->to - ch_date_split(query->to).day + 1;
}
