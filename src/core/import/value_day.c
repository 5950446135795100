/*
 * Days of a column: most are whole dates. People leave the year out while it is
 * the present one, and the day where only the month counts.
 */
#include <string.h>

#include "core/import/value.h"

#define HALF_A_YEAR 183

/* A bare number, which counts days. */
static bool is_serial(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits == 5 && (text[digits] == '\0' || text[digits] == '.');
}

static bool is_year(const char *text)
{
	return strlen(text) == 4 && strspn(text, "0123456789") == 4 && (text[0] == '1' || text[0] == '2');
}

static const char *iso_of(ch_date day, struct ch_arena *arena)
{
	char iso[CH_DATE_SIZE];

	return day == CH_NO_DATE ? NULL : ch_arena_copy(arena, ch_date_iso(day, iso));
}

/* How a day is to be written: as the others of the column are, where one of them is known. */
static const char *write_it(const struct import_how *how, struct ch_arena *arena)
{
	return how->day_sample != NULL
		       ? ch_arena_printf(arena, _("Write the day that is meant as the others are, as %s"),
					 how->day_sample)
		       : _("Write it as 2026-03-05: year, month, day");
}

/* `what` begins "is"; where nothing can be said without the day, the row does not come in. */
static struct import_value left_out(const struct import_how *how, const char *what, ch_date meant,
				    struct ch_arena *arena)
{
	return (struct import_value){
		.reason = IMPORT_BAD_DATE,
		.rejected = how->needed != NULL,
		.message = how->needed == NULL ? ch_arena_printf(arena, _("%s; it is left out"), what)
					       : ch_arena_printf(arena, _("%s, so %s"), what, _(how->needed)),
		.fix = meant != CH_NO_DATE   ? NULL :
		       how->needed != NULL ? _("Write the day, or take the row out until there is one") :
					     write_it(how, arena),
		.suggestion = iso_of(meant, arena),
	};
}

static ch_date last_of_month(ch_date day)
{
	return ch_date_add(day, 1, CH_UNIT_MONTHS) - 1;
}

static struct import_value read_month(const struct import_how *how, const struct import_short_date *found,
				      struct ch_arena *arena)
{
	ch_date first = ch_date_of(found->year, found->month, 1);
	ch_date day = how->use == IMPORT_DAY_END ? last_of_month(first) : first;

	if (how->use == IMPORT_DAY_EXACT)
		return left_out(how, _("is a month without a day"), CH_NO_DATE, arena);
	return (struct import_value){
		.text = iso_of(day, arena),
		.reason = IMPORT_SHORT_DATE,
		.message = how->use == IMPORT_DAY_END
			? ch_arena_printf(arena, _("is read as %s, the last day of the month"), iso_of(day, arena))
			: ch_arena_printf(arena, _("is read as %s, the first day of the month"), iso_of(day, arena)),
	};
}

/* The newest day of that name up to today; 29 February is in some years only. */
static ch_date newest(const struct import_short_date *found, ch_date today)
{
	enum { LEAP_YEARS = 8 };
	int year = ch_date_split(today).year;
	ch_date day = CH_NO_DATE;

	for (int i = 0; i < LEAP_YEARS && (day == CH_NO_DATE || day > today); i++)
		day = ch_date_of(year - i, found->month, found->day);
	return day;
}

static bool is_past(const struct import_how *how)
{
	return how->use == IMPORT_DAY_PAST || how->use == IMPORT_DAY_EXACT;
}

static struct import_value read_as(ch_date day, const char *why, struct ch_arena *arena)
{
	return (struct import_value){
		.text = iso_of(day, arena),
		.reason = IMPORT_SHORT_DATE,
		.message = ch_arena_printf(arena, _("has no year, and is read as %s: %s"), iso_of(day, arena), why),
	};
}

/*
 * Of what was, the newest such day is meant where it is not long ago and the list tells of no other year. Whether
 * somebody begins on the next 14 September or began on the last one nobody can tell.
 */
static struct import_value read_day_of_year(const struct import_how *how, const struct import_short_date *found,
					    struct ch_arena *arena)
{
	ch_date day = how->today == CH_NO_DATE ? CH_NO_DATE : newest(found, how->today);
	ch_date of_list = how->year_of_list > 0 ? ch_date_of(how->year_of_list, found->month, found->day) : CH_NO_DATE;

	if (of_list != CH_NO_DATE && !(is_past(how) && how->today != CH_NO_DATE && of_list > how->today))
		return read_as(of_list, _("the name of the list has the year"), arena);
	if (is_past(how) && day != CH_NO_DATE && how->year_of_list == 0 && how->today - day <= HALF_A_YEAR &&
	    (how->year_of_samples == 0 || how->year_of_samples == ch_date_split(day).year))
		return read_as(day, _("the last one before today"), arena);
	return left_out(how, _("is a day without a year"), day, arena);
}

static struct import_value read_short(const struct import_how *how, const struct import_short_date *found,
				      struct ch_arena *arena)
{
	if (found->unclear)
		return left_out(how, ch_arena_printf(arena, _("may be the day %d, or the year %d"), found->day,
						     2000 + found->day), CH_NO_DATE, arena);
	return found->day == 0 ? read_month(how, found, arena) : read_day_of_year(how, found, arena);
}

struct import_value import_day(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	bool open;
	enum import_date_order proof = import_date_proof(how->lexicon, text, &open);
	struct import_short_date found;
	ch_date date = CH_NO_DATE;

	if (!(open && how->order_unclear))
		date = import_date(how->lexicon, text, how->order);
	if (date != CH_NO_DATE && is_serial(text))
		date += how->serial_shift;
	if (date != CH_NO_DATE)
		return (struct import_value){.text = iso_of(date, arena)};
	if (open && (how->order_unclear || (proof && proof != how->order)))
		return (struct import_value){
			.reason = IMPORT_DATE_ORDER,
			.message = how->order == IMPORT_MDY ? _("is no date with the month first; it is left out") :
				   how->order == IMPORT_YMD ? _("is no date with the year first; it is left out") :
				   how->order_unclear	    ? _("may be day or month first; it is left out") :
							      _("is no date with the day first; it is left out"),
			.fix = _("Write it as 2026-03-05: year, month, day"),
		};
	if (import_date_short(how->lexicon, text, how->order, &found))
		return read_short(how, &found, arena);
	return left_out(how, is_year(text) ? _("is a year without a day") : _("is no date"), CH_NO_DATE, arena);
}
