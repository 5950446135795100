/* How the days of a column are read: which of two small numbers is the day, and what is known of a year left out. */
#include <stdlib.h>
#include <string.h>

#include "chiron/mapping.h"
#include "core/import/column_meaning.h"

static const char *order_words(enum import_date_order order)
{
	if (order == IMPORT_MDY)
		return _("month first");
	return order == IMPORT_YMD ? _("year first") : _("day first");
}

static void settle_order(struct import_columns *columns, struct import_column *column, const struct import_cells *cells,
			 const struct import_columns_options *options, struct import_findings *findings)
{
	struct import_how *how = &column->how;
	enum import_date_order remembered = IMPORT_ORDER_NONE;
	struct ch_error unknown = CH_NO_ERROR;

	if (columns->remembered)
		import_date_order_named(columns->remembered->date_order, &remembered, &unknown);
	how->order = options->likely ? options->likely : IMPORT_DMY;
	if (cells->open == 0)
		return;
	if (options->order || remembered) {
		how->order = options->order ? options->order : remembered;
		import_notice_add(findings, IMPORT_TOPIC_DATE_ORDER,
				  options->order ? _("Dates in \"%s\" are read %s, as asked for")
						 : _("Dates in \"%s\" are read %s, as remembered"),
				  column->heading, order_words(how->order));
	} else if (cells->day_first > 0 && cells->month_first > 0) {
		how->order_unclear = true;
		import_notice_add(findings, IMPORT_TOPIC_DATE_ORDER,
				  _("Dates in \"%s\" are left out: %s has the day first, %s the month" CH_WAY
				    "; --date-order dmy or mdy says how to read them" CH_KEY
				    "; " KEY_(OPEN) " here, \"Dates\", says how to read them"),
				  column->heading, cells->day_first_sample, cells->month_first_sample);
		return;
	} else if (cells->day_first > 0 || cells->month_first > 0) {
		how->order = cells->day_first > 0 ? IMPORT_DMY : IMPORT_MDY;
		import_notice_add(findings, IMPORT_TOPIC_DATE_ORDER, _("Dates in \"%s\" are read %s, as in %s"),
				  column->heading, order_words(how->order),
				  cells->day_first > 0 ? cells->day_first_sample : cells->month_first_sample);
	} else {
		import_notice_add(findings, IMPORT_TOPIC_DATE_ORDER,
				  _("Dates in \"%s\" are read %s, though none of them proves it" CH_WAY
				    "; --date-order overrules" CH_KEY "; " KEY_(OPEN) " here, \"Dates\", overrules"),
				  column->heading, order_words(how->order));
	}
	columns->order = how->order;
}

/* What the days of a column are of. Where it is no date, as "Trained", its days are those when it was so. */
static enum import_day_use use_of(const struct ch_field *field)
{
	if (field == NULL)
		return IMPORT_DAY_PAST;
	if (field->flags & CH_FIELD_MEETING)
		return IMPORT_DAY_EXACT;
	if (field->flags & CH_FIELD_UNTIL)
		return IMPORT_DAY_END;
	return field->flags & CH_FIELD_PAST ? IMPORT_DAY_PAST : IMPORT_DAY_FREE;
}

/* The one year that a name has, "Sessions 2025"; 0: it has none; -1: several, as "2025-26 and 2026-27". */
static int year_in(const char *name)
{
	int year = 0;

	for (const char *at = name; at != NULL && *at != '\0'; at += *at != '\0') {
		size_t digits = strspn(at, "0123456789");
		int found = digits == 4 ? (int)strtol(at, NULL, 10) : 0;

		if (found >= 1990 && found < 2100)
			year = (year == 0 || year == found) && !(at[4] == '/' || at[4] == '-') ? found : -1;
		at += digits;
	}
	return year;
}

/* A day of the column that can be read in one way only: the form that the list has; NULL: none. */
static const char *day_sample(const struct import_column *column, const struct import_cells *cells)
{
	if (cells->day_first > 0 && cells->month_first > 0)
		return NULL;
	if (cells->day_first + cells->month_first > 0)
		return cells->day_first > 0 ? cells->day_first_sample : cells->month_first_sample;
	for (size_t i = 0; i < IMPORT_SAMPLES && column->samples[i] && cells->open == 0; i++)
		if (import_date(column->how.lexicon, column->samples[i], column->how.order) != CH_NO_DATE &&
		    strpbrk(column->samples[i], "./- ") != NULL)
			return column->samples[i];
	return NULL;
}

static int year_of_samples(const struct import_column *column)
{
	int year = 0;

	for (size_t i = 0; i < IMPORT_SAMPLES && column->samples[i]; i++) {
		ch_date day = import_date(column->how.lexicon, column->samples[i], column->how.order);
		int found = day == CH_NO_DATE ? 0 : ch_date_split(day).year;

		if (found != 0)
			year = year == 0 || year == found ? found : -1;
	}
	return year;
}

/* What is known of days that lack their year. */
static void settle_years(const struct import_columns *columns, struct import_column *column,
			 const struct import_cells *cells, const struct import_columns_options *options)
{
	const struct row_source *source = columns->source;

	column->how.use = use_of(column->how.field);
	column->how.today = options->today;
	column->how.year_of_list = year_in(column->heading);
	if (column->how.year_of_list == 0)
		column->how.year_of_list = year_in(source->sheet);
	if (column->how.year_of_list == 0)
		column->how.year_of_list = year_in(source->file);
	column->how.day_sample = day_sample(column, cells);
	column->how.year_of_samples = year_of_samples(column);
}

void import_days_settle(struct import_columns *columns, struct import_column *column, const struct import_cells *cells,
			const struct import_columns_options *options, struct import_findings *findings)
{
	settle_order(columns, column, cells, options, findings);
	settle_years(columns, column, cells, options);
}
