/*
 * From canonical text to what screens show. A cell that is not canonical, which
 * only a report of somebody's own can make, is shown as it is.
 */
#include <string.h>

#include "base/instant.h"
#include "base/length.h"
#include "chiron/grid.h"
#include "chiron/text.h"

static const char *label_of(const struct ch_choice *choices, const char *code)
{
	for (int i = 0; choices && choices[i].code; i++) {
		if (strcmp(choices[i].code, code) == 0)
			return *choices[i].label != '\0' ? _(choices[i].label) : code;
	}
	return code;
}

static const char *show_choices(const struct ch_choice *choices, const char *cell, struct ch_arena *arena)
{
	struct ch_terms codes = ch_terms_split(arena, cell);
	struct ch_buffer labels = CH_BUFFER_EMPTY;
	const char *shown;

	for (size_t i = 0; i < codes.count; i++) {
		ch_buffer_add(&labels, i > 0 ? ", " : "");
		ch_buffer_add(&labels, label_of(choices, codes.terms[i]));
	}
	shown = ch_arena_copy(arena, labels.text);
	ch_buffer_release(&labels);
	return shown;
}

static const char *show_yes(const char *cell)
{
	if (strcmp(cell, "yes") == 0)
		return _("yes");
	return strcmp(cell, "no") == 0 ? _("no") : cell;
}

static const char *show_minutes(const char *cell, struct ch_arena *arena)
{
	char shown[LENGTH_SIZE];
	int64_t minutes;

	if (!length_read(cell, LENGTH_BARE_MINUTES, &minutes))
		return cell;
	return ch_arena_copy(arena, length_show(minutes, shown));
}

static const char *show_interval(const char *cell, struct ch_arena *arena)
{
	struct ch_error err = CH_NO_ERROR;
	enum ch_unit unit;
	char shown[32];
	int count;

	if (ch_interval_parse(cell, &count, &unit, &err) != CH_OK)
		return cell;
	return ch_arena_copy(arena, ch_interval_show(count, unit, shown));
}

static const char *show_date(const char *cell, ch_date today, struct ch_arena *arena)
{
	ch_date date = ch_date_from_iso(cell);
	char shown[16];

	return date == CH_NO_DATE ? cell : ch_arena_copy(arena, ch_date_show(date, today, shown));
}

static const char *show_instant(const char *cell, ch_date today, struct ch_arena *arena)
{
	char shown[INSTANT_SHOWN_SIZE];

	return instant_valid(cell) ? ch_arena_copy(arena, instant_show(cell, today, shown)) : cell;
}

const char *ch_cell_show(const struct ch_column *column, const char *cell, ch_date today, struct ch_arena *arena)
{
	if (!cell)
		return "";
	switch (column->type) {
	case CH_TYPE_DATE:
		return show_date(cell, today, arena);
	case CH_TYPE_INSTANT:
		return show_instant(cell, today, arena);
	case CH_TYPE_MINUTES:
		return show_minutes(cell, arena);
	case CH_TYPE_INTERVAL:
		return show_interval(cell, arena);
	case CH_TYPE_CHOICE:
		return label_of(column->choices, cell);
	case CH_TYPE_CHOICES:
		return show_choices(column->choices, cell, arena);
	case CH_TYPE_YES:
		return show_yes(cell);
	case CH_TYPE_ID:
	case CH_TYPE_TEXT:
	case CH_TYPE_LINES:
	case CH_TYPE_LIST:
	case CH_TYPE_EMAIL:
	case CH_TYPE_PHONE:
	case CH_TYPE_NUMBER:
	case CH_TYPE_TIME:
	case CH_TYPE_HOURS:
		break;
	}
	return cell;
}

const char *ch_field_show(const struct ch_field *field, const void *record, ch_date today, struct ch_arena *arena)
{
	const struct ch_column column = {.type = field->type, .choices = field->choices};

	return ch_cell_show(&column, ch_field_text(field, record, arena), today, arena);
}
