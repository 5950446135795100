/* What a report is about, typed in one line. */
#include <string.h>

#include "chiron/list.h"
#include "chiron/report.h"

enum { FIRST_WEEK = 7 };

/* The word at the start of *text, as "from:2026-11-01", without its quotes; *text is moved behind it. */
static char *next_word(const char **text, struct ch_arena *arena)
{
	struct ch_buffer word = CH_BUFFER_EMPTY;
	bool quoted = false;
	const char *at = *text + strspn(*text, " ");
	char *copy;

	for (; *at != '\0' && (quoted || *at != ' '); at++)
		if (*at == '"')
			quoted = !quoted;
		else
			ch_buffer_add_char(&word, *at);
	*text = at + strspn(at, " ");
	copy = ch_arena_copy(arena, word.text);
	ch_buffer_release(&word);
	return copy;
}

static enum ch_status read_word(struct ch_context *c, char *word, struct ch_report_query *query, struct ch_error *err)
{
	char *value = strchr(word, ':');
	ch_date today = ch_clock_today(&c->clock);

	if (value != NULL)
		*value++ = '\0';
	if (value != NULL && *value == '\0')
		return CH_OK;
	if (value != NULL && strcmp(word, "programme") == 0)
		return ch_find(c, CH_PROGRAMME, value, &query->programme_id, err);
	if (value != NULL && strcmp(word, "cohort") == 0)
		return ch_find(c, CH_COHORT, value, &query->cohort_id, err);
	if (value != NULL && strcmp(word, "from") == 0)
		return ch_date_parse(value, today, false, &query->from, err);
	if (value != NULL && strcmp(word, "to") == 0)
		return ch_date_parse(value, today, false, &query->to, err);
	ch_fail(err, CH_DATA, _("\"%.60s\" is none of programme:NAME, cohort:NAME, from:DAY and to:DAY"), word);
	return ch_error_fix(err, _("as programme:\"Back to Work\" from:2026-11-01 to:today"));
}

enum ch_status ch_report_scope_parse(struct ch_context *c, const char *text, struct ch_report_query *query,
				     struct ch_error *err)
{
	struct ch_report_query read = {.name = query->name, .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status = CH_OK;

	text += strspn(text, " ");
	while (status == CH_OK && *text != '\0')
		status = read_word(c, next_word(&text, &arena), &read, err);
	if (status == CH_OK && read.from != CH_NO_DATE && read.to != CH_NO_DATE && read.from > read.to) {
		ch_fail(err, CH_DATA, _("the period ends before it begins"));
		status = ch_error_fix(err, _("from: is the first day, to: the last"));
	}
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
