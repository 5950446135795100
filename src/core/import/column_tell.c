/* What was decided of each column, in one line each; of states what each word is read as. */
#include "core/import/column_meaning.h"

#include <string.h>

#include "core/import/custom_column.h"
#include "core/import/ending_said.h"
#include "core/import/import_kind.h"
#include "core/import/session_said.h"
#include "model/choices.h"

#define COURSES_LEAST 2	     /* columns of dates that may be training */
#define UNKNOWN_ONE_BY_ONE 4 /* columns that nothing is known of, each in a line */
#define UNKNOWN_NAMED 12     /* of more, in one line */

/* Why a column is left out, in words. */
static const struct {
	const char *why;
	const char *text;
} reasons[] = {
	{.why = "form", .text = N_("the form made it")},
	{.why = "consent", .text = N_("consent is not brought in from a list")},
	{.why = "active", .text = N_("who leaves is recorded with the day; who is said to have left is asked about")},
	{.why = "apart", .text = N_("whom somebody is not to be paired with is asked about, and kept as no field")},
	{.why = "check", .text = N_("its cells do not say when, and a check is recorded with its date")},
	{.why = "number",
	 .text = N_("what counts of a check is its day, and not its number" CH_WAY
		    "; --map 'HEADING=custom' keeps it as a field of your own" CH_KEY)},
	{.why = "words",
	 .text = N_("its grades are words or codes, and grades are compared as numbers" CH_WAY
		    "; --map 'HEADING=custom' keeps them as a field of your own" CH_KEY)},
	{.why = "rating", .text = N_("it looks like a rating of performance, which chiron never keeps (R16)")},
	{.why = "wording", .text = N_("what two people say to each other is theirs (R58)")},
	{.why = "counted", .text = N_("chiron counts it itself")},
	{.why = "tally",
	 .text = N_("chiron counts the sessions that are recorded; a list of pairings takes the number of those before "
		    "(`chiron import pairings`)")},
	{.why = "pairing",
	 .text = N_("its days are of the pairing and not of a session; a list of pairings takes them (`chiron import "
		    "pairings`)")},
	{.why = "other", .text = N_("it is about somebody else than the person of the row")},
	{.why = "unused", .text = N_("chiron has no use for it")},
	{.why = "taken", .text = N_("another column is surer to hold the same")},
	{.why = "correction", .text = N_("chiron wrote it, to say what to correct")},
	{.why = "asked", .text = N_("that was asked for")},
	{.why = "own",
	 .text = N_("the scheme that the list was exported from has it as a field of its own" CH_WAY
		    "; --map 'HEADING=custom' makes it one here" CH_KEY)},
	{.why = "unknown",
	 .text = N_("its heading is not known" CH_WAY "; --map 'HEADING=FIELD' brings it in" CH_KEY)},
};

const char *import_column_why(const struct import_column *column)
{
	if (column->field)
		return NULL;
	if (*column->heading == '\0' && strcmp(column->why, "unknown") == 0)
		return _("it has no heading");
	if (strcmp(column->why, "unknown") == 0 && column->how.lexicon->kind == import_kind_of(CH_IMPORT_PEOPLE))
		return _("its heading is not known" CH_WAY
			 "; --map 'HEADING=FIELD' brings it in, 'HEADING=custom' as a field of your own" CH_KEY);
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
		if (strcmp(reasons[i].why, column->why) == 0)
			return _(reasons[i].text);
	return _("nothing is known of it");
}

static const char *label_of(const struct import_column *column)
{
	if (column->how.part == IMPORT_PART_LAST_FIRST)
		return import_kind_label(column->how.lexicon->kind, import_column_code(column));
	if (column->how.role)
		return ch_field_named(ch_entity_of(CH_PERSON), "roles")->choices[column->how.role].label;
	if (column->custom)
		return column->custom->row.label;
	if (column->beside || !column->how.field)
		return import_kind_label(column->how.lexicon->kind, column->field);
	return column->how.field->label;
}

/* As it can be typed: a heading without an apostrophe. */
static void tell_how_to_bring_in(const struct import_column *column, struct import_findings *findings)
{
	const char *heading = column->heading;

	if (column->how.lexicon->kind == import_kind_of(CH_IMPORT_PEOPLE))
		import_notice_add(findings, IMPORT_TOPIC_IGNORED,
				  _("Column \"%s\" is left out: its heading is not known; --map '%s=FIELD' brings it "
				    "in, '%s=custom' as a field of your own"),
				  heading, heading, heading);
	else
		import_notice_add(findings, IMPORT_TOPIC_IGNORED,
				  _("Column \"%s\" is left out: its heading is not known; --map '%s=FIELD' brings it "
				    "in"),
				  heading, heading);
}

static void tell(const struct import_column *column, size_t number, struct import_findings *findings)
{
	if (!column->field && *column->heading == '\0') {
		if (column->samples[0])
			import_notice_add(findings, IMPORT_TOPIC_IGNORED,
					  _("Column %zu is left out: it has no heading"), number);
		return;
	}
	if (import_column_is_unknown(column) && strchr(column->heading, '\'') == NULL) {
		tell_how_to_bring_in(column, findings);
		return;
	}
	if (!column->field) {
		import_notice_add(findings, IMPORT_TOPIC_IGNORED, _("Column \"%s\" is left out: %s"), column->heading,
				  import_column_why(column));
		return;
	}
	import_notice_add(findings, IMPORT_TOPIC_MAPPING,
			  column->how.part == IMPORT_PART_BEFORE || column->how.part == IMPORT_PART_AFTER ?
				  _("Column \"%s\" is read as part of %s") :
			  column->certainty == IMPORT_BY_ORDER	? _("Column \"%s\" is read as %s, as asked for") :
			  column->certainty == IMPORT_BY_MEMORY ? _("Column \"%s\" is read as %s, as remembered") :
			  column->certainty == IMPORT_BY_PHRASE ? _("Column \"%s\" is taken for %s by its words") :
			  column->certainty == IMPORT_BY_PLACE	? _("Column \"%s\" is taken for %s by its place") :
			  column->certainty == IMPORT_BY_CELLS	? _("Column \"%s\" is taken for %s by its cells") :
								  _("Column \"%s\" is read as %s"),
			  column->heading, _(label_of(column)));
}

/* The words for states that are read as another: "Active as ready". */
static void tell_states(const struct import_column *column, const struct import_cells *cells,
			struct import_findings *findings)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer words = CH_BUFFER_EMPTY;

	for (size_t i = 0; column->how.field && i < IMPORT_STATES_TOLD && cells->states[i]; i++) {
		const char *code = import_value_read(&column->how, cells->states[i], &arena).text;
		const struct ch_choice *choice = column->how.field->choices + 1;
		const char *how = column->how.field->choices == choices_pairing_state
			? ending_said_read(column->how.lexicon, cells->states[i], &arena).kind : NULL;

		if (how != NULL) {
			choice = choices_closure_kind + 1;
			code = how;
		}

		if (!code && column->how.field->choices == choices_session_state)
			code = session_said_read(column->how.lexicon, cells->states[i], NULL, NULL, &arena).state;
		while (code && choice->code && strcmp(choice->code, code) != 0)
			choice++;
		if (!code || strcmp(import_key(&arena, _(choice->label)), import_key(&arena, cells->states[i])) == 0)
			continue;
		ch_buffer_printf(&words, _("%s\"%s\" as %s"), words.length > 0 ? ", " : "",
				 import_excerpt(findings, cells->states[i]), _(choice->label));
	}
	if (words.length > 0)
		import_notice_add(findings, IMPORT_TOPIC_MAPPING, _("In \"%s\": %s"), column->heading, words.text);
	ch_buffer_release(&words);
	ch_arena_release(&arena);
}

/* Many columns that nothing is known of, as a personnel system has, in one line; whether they were many. */
static bool tell_unknown(const struct import_columns *columns, struct import_findings *findings)
{
	struct ch_buffer headings = CH_BUFFER_EMPTY;
	size_t count = 0;

	for (size_t i = 0; i < columns->count; i++) {
		if (!import_column_is_unknown(&columns->columns[i]))
			continue;
		count++;
		if (count <= UNKNOWN_NAMED)
			ch_buffer_printf(&headings, "%s\"%s\"", count > 1 ? ", " : "", columns->columns[i].heading);
	}
	if (count > UNKNOWN_NAMED)
		ch_buffer_printf(&headings, _(" and %zu more"), count - UNKNOWN_NAMED);
	if (count > UNKNOWN_ONE_BY_ONE)
		import_notice_add(findings, IMPORT_TOPIC_IGNORED,
				  columns->lexicon->kind == import_kind_of(CH_IMPORT_PEOPLE)
					  ? _("%zu columns are left out, since their headings are not known: %s; --map "
					      "'HEADING=FIELD' brings one in, 'HEADING=custom' as a field of your own")
					  : _("%zu columns are left out, since their headings are not known: %s"),
				  count, headings.text);
	ch_buffer_release(&headings);
	return count > UNKNOWN_ONE_BY_ONE;
}

/* Of a list of people, a column left out that names certificates where the list is read as one of them. */
static const char *names_certificates(const struct import_columns *columns)
{
	struct import_lexicon credentials = *columns->lexicon;

	credentials.kind = import_kind_of(CH_IMPORT_CREDENTIALS);
	for (size_t i = 0; i < columns->count; i++) {
		struct import_meaning meaning = import_lexicon_find(&credentials, columns->columns[i].bare);

		if (import_column_is_unknown(&columns->columns[i]) && meaning.certainty == IMPORT_BY_NAME &&
		    strcmp(meaning.field, "what") == 0)
			return columns->columns[i].heading;
	}
	return NULL;
}

/* A list of people may be one of training as well, a course a column; one of pairs of the days they met. */
static void tell_days(const struct import_columns *columns, const struct import_cells *cells,
			 struct import_findings *findings)
{
	size_t count = 0;

	for (size_t i = 0; i < columns->count; i++)
		count += import_column_is_unknown(&columns->columns[i]) && cells[i].dates > 0 &&
			2 * (cells[i].dates + cells[i].yes) >= cells[i].filled;
	if (count > 0 && columns->lexicon->kind == import_kind_of(CH_IMPORT_PAIRINGS))
		import_notice_add(findings, IMPORT_TOPIC_ROWS,
				  _n("%zu of the columns left out is of dates: if the two met on them, bring the file "
				     "in once more as past sessions (`chiron import sessions`)",
				     "%zu of the columns left out are of dates: if the two met on them, bring the file "
				     "in once more as past sessions (`chiron import sessions`)",
				     count),
				  count);
	const char *named = columns->lexicon->kind == import_kind_of(CH_IMPORT_PEOPLE) ? names_certificates(columns)
										       : NULL;
	if (named != NULL)
		import_notice_add(findings, IMPORT_TOPIC_IGNORED,
				  _("\"%s\" and what stands beside it come in from the same file once more, as "
				    "training and checks (`chiron import credentials`)"),
				  named);
	else if (count >= COURSES_LEAST && columns->lexicon->kind == import_kind_of(CH_IMPORT_PEOPLE))
		import_notice_add(findings, IMPORT_TOPIC_IGNORED,
				  _("%zu of the columns left out are of dates: if they are training, import the file "
				    "once more as training and checks (`chiron import credentials`)"),
				  count);
}

void import_meanings_tell(struct import_columns *columns, const struct import_cells *cells,
			  struct import_findings *findings)
{
	bool told = tell_unknown(columns, findings);

	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];

		if (column->custom && column->custom->field->custom_field_id == 0)
			import_custom_settle(column, cells[i].guess, findings->arena, findings);
		else if (!told || !import_column_is_unknown(column))
			tell(column, i + 1, findings);
		tell_states(column, &cells[i], findings);
	}
	tell_days(columns, cells, findings);
}
