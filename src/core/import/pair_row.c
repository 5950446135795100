#include "core/import/pair_row.h"

#include <string.h>

#include "chiron/text.h"
#include "core/journal/change.h"
#include "core/import/column_meaning.h"
#include "core/import/custom_column.h"
#include "core/import/ending_said.h"
#include "core/import/import_kind.h"
#include "core/import/pair_cell.h"
#include "core/import/session_said.h"
#include "model/choices.h"
#include "model/field_table.h"

#define RECORD pair_row

/* Who a row is about; the labels are what a notice calls a column. */
#define WHO                                                                                                            \
	FIELD(scheme_id, TEXT, FACT, .label = N_("The scheme's own mark")),                                          \
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing")),                                                           \
	FIELD(guide_id, ID, FACT, .label = N_("Number of the mentor or coach")),                                       \
	FIELD(learner_id, ID, FACT, .label = N_("Number of the mentee or coachee")),                                   \
	FIELD(guide, TEXT, FACT, .label = N_("Mentor or coach"), .max = 1000),                                         \
	FIELD(guide_first_name, TEXT, FACT, .label = N_("First name of the mentor or coach")),                         \
	FIELD(guide_last_name, TEXT, FACT, .label = N_("Last name of the mentor or coach")),                           \
	FIELD(guide_email, EMAIL, FACT, .label = N_("E-mail of the mentor or coach")),                                 \
	FIELD(learner, TEXT, FACT, .label = N_("Mentee or coachee"), .max = 1000),                                     \
	FIELD(learner_first_name, TEXT, FACT, .label = N_("First name of the mentee or coachee")),                     \
	FIELD(learner_last_name, TEXT, FACT, .label = N_("Last name of the mentee or coachee")),                       \
	FIELD(learner_email, EMAIL, FACT, .label = N_("E-mail of the mentee or coachee")),                             \
	FIELD(pair, TEXT, FACT, .label = N_("The two in one cell"), .max = 1000),                                      \
	FIELD(guide_phone, PHONE, FACT, .label = N_("Phone of the mentor or coach")),                                  \
	FIELD(learner_phone, PHONE, FACT, .label = N_("Phone of the mentee or coachee")),                              \
	FIELD(programme_id, ID, FACT, .label = N_("Number of the programme")),                                         \
	FIELD(programme, TEXT, FACT, .label = N_("Programme"))

static const struct ch_field pairing_row_fields[] = {
	WHO,
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_pairing_state),
	FIELD(made_on, DATE, FACT, .label = N_("Made on"), .flags = CH_FIELD_PAST),
	FIELD(started_on, DATE, FACT, .label = N_("Started on"), .flags = CH_FIELD_PAST),
	FIELD(paused_on, DATE, FACT, .label = N_("Paused on"), .flags = CH_FIELD_PAST),
	FIELD(pause_until, DATE, FACT, .label = N_("Paused until"), .flags = CH_FIELD_UNTIL),
	FIELD(resumed_on, DATE, FACT, .label = N_("Resumed on"), .flags = CH_FIELD_PAST),
	FIELD(closing_on, DATE, FACT, .label = N_("Closing since"), .flags = CH_FIELD_PAST),
	FIELD(closed_on, DATE, FACT, .label = N_("Closed on"), .flags = CH_FIELD_PAST),
	FIELD(sessions_so_far, NUMBER, FACT, .label = N_("Sessions so far"), .min = 0, .max = 1000),
	FIELD(so_far_on, DATE, FACT, .label = N_("Counted on"), .flags = CH_FIELD_PAST),
	FIELD(last_met_on, DATE, FACT, .label = N_("Last met"), .flags = CH_FIELD_PAST),
	FIELD(closure_kind, CHOICE, FACT, .label = N_("How it ended"), .choices = choices_closure_kind),
	FIELD(closure_initiator, CHOICE, FACT, .label = N_("Who ended it"), .choices = choices_initiator),
	FIELD(closure_reason, CHOICE, FACT, .label = N_("Why it ended"), .choices = choices_closure_reason),
	FIELD(closure_note, TEXT, FACT, .label = N_("In words"), .max = 300),
	FIELD(interval, INTERVAL, FACT, .label = N_("Meet every")),
	FIELD(usual_day, TEXT, FACT, .label = N_("Usual day and time"), .max = 100),
	FIELD(usual_minutes, MINUTES, FACT, .label = N_("Usual length"), .min = 5, .max = 480),
	FIELD(usual_place, TEXT, FACT, .label = N_("Usual place"), .max = 200),
	FIELD(starts_on, DATE, FACT, .label = N_("Starts on")),
	FIELD(planned_end_on, DATE, FACT, .label = N_("Planned end"), .flags = CH_FIELD_UNTIL),
	FIELD(planned_sessions, NUMBER, FACT, .label = N_("Planned sessions"), .min = 1, .max = 200),
	FIELD(open_ended, YES, FACT, .label = N_("Open-ended")),
	FIELD(purpose, CHOICE, FACT, .label = N_("Purpose"), .choices = choices_purpose),
	FIELD(extensions, NUMBER, FACT, .label = N_("Extended"), .min = 0, .max = 1000),
	FIELD(conflict_declared, YES, FACT, .label = N_("No conflict of interest")),
	FIELD(known_before, YES, FACT, .label = N_("Known to each other")),
	FIELD(power_spoken, YES, FACT, .label = N_("Power spoken of")),
	FIELD(aims_shared_on, DATE, FACT, .label = N_("Aims told on"), .flags = CH_FIELD_PAST),
	FIELD(experience, CHOICE, FACT, .label = N_("Peer or reverse"), .choices = choices_experience),
	FIELD(objective, TEXT, FACT, .label = N_("Objective")),
	FIELD(guide_agreed_on, DATE, FACT, .label = N_("Mentor or coach agreed on"), .flags = CH_FIELD_PAST),
	FIELD(guide_agreed_how, CHOICE, FACT, .label = N_("How the mentor or coach agreed"), .choices = choices_how),
	FIELD(learner_agreed_on, DATE, FACT, .label = N_("Mentee or coachee agreed on"), .flags = CH_FIELD_PAST),
	FIELD(learner_agreed_how, CHOICE, FACT, .label = N_("How the mentee or coachee agreed"),
	      .choices = choices_how),
	FIELD(guide_three_way_on, DATE, FACT, .label = N_("Coach agreed, as one of three, on"), .flags = CH_FIELD_PAST),
	FIELD(guide_three_way_how, CHOICE, FACT, .label = N_("How the coach agreed, as one of three"),
	      .choices = choices_how),
	FIELD(learner_three_way_on, DATE, FACT, .label = N_("Coachee agreed, as one of three, on"),
	      .flags = CH_FIELD_PAST),
	FIELD(learner_three_way_how, CHOICE, FACT, .label = N_("How the coachee agreed, as one of three"),
	      .choices = choices_how),
	FIELD(manager_three_way_on, DATE, FACT, .label = N_("Line manager agreed, as one of three, on"),
	      .flags = CH_FIELD_PAST),
	FIELD(manager_three_way_how, CHOICE, FACT, .label = N_("How the line manager agreed, as one of three"),
	      .choices = choices_how),
};

static const struct ch_field session_row_fields[] = {
	WHO,
	FIELD(session_id, ID, FACT, .label = N_("Number of the session")),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_session_state),
	FIELD(session_date, DATE, FACT, .label = N_("Date"), .flags = CH_FIELD_MEETING),
	FIELD(starts_at, TIME, FACT, .label = N_("Start"), .min = 0, .max = 1439),
	FIELD(ends_at, TIME, FACT, .label = N_("End"), .min = 0, .max = 1439),
	FIELD(minutes, MINUTES, FACT, .label = N_("Length"), .min = 1, .max = 1440),
	FIELD(medium, CHOICE, FACT, .label = N_("How"), .choices = choices_medium),
	FIELD(place, TEXT, FACT, .label = N_("Place"), .max = 200),
	FIELD(place_marks, CHOICES, FACT, .label = N_("The place was"), .choices = choices_place_mark),
	FIELD(place_rating, NUMBER, FACT, .label = N_("Place rated"), .min = 1, .max = 5),
	FIELD(guide_prepared, YES, FACT, .label = N_("Mentor or coach prepared")),
	FIELD(learner_prepared, YES, FACT, .label = N_("Mentee or coachee prepared")),
	FIELD(aim, YES, FACT, .label = N_("Has an aim")),
	FIELD(techniques, LIST, FACT, .label = N_("Techniques"), .max = 500),
	FIELD(revisited, YES, FACT, .label = N_("Earlier learning revisited")),
	FIELD(framework, TEXT, FACT, .label = N_("Framework"), .max = 60),
	FIELD(guide_attendance, CHOICE, FACT, .label = N_("Mentor or coach came"),
	      .choices = choices_attendance),
	FIELD(learner_attendance, CHOICE, FACT, .label = N_("Mentee or coachee came"),
	      .choices = choices_attendance),
	FIELD(cancelled_by, CHOICE, FACT, .label = N_("By whom"), .choices = choices_initiator),
	FIELD(cancelled_on, DATE, FACT, .label = N_("Told on"), .flags = CH_FIELD_PAST),
	FIELD(introduction, YES, FACT, .label = N_("Introductory meeting")),
	FIELD(learning, CHOICE, FACT, .label = N_("Learning"), .choices = choices_learning),
	FIELD(no_actions, YES, FACT, .label = N_("No actions agreed")),
	FIELD(actions_reviewed, YES, FACT, .label = N_("Actions reviewed")),
	FIELD(complete, YES, FACT, .label = N_("Complete")),
	FIELD(logged_at, INSTANT, FACT, .label = N_("Logged at")),
};

/* Whom a row of one person is about; the keys are a person's, so that their headings are known in every language. */
#define WHO_ALONE                                                                                                      \
	FIELD(scheme_id, TEXT, FACT, .label = N_("The scheme's own mark")),                                          \
	FIELD(person_id, ID, FACT, .label = N_("Number of the person")),                                               \
	FIELD(name, TEXT, FACT, .label = N_("Person"), .max = 1000),                                                   \
	FIELD(first_name, TEXT, FACT, .label = N_("First name")),                                                      \
	FIELD(last_name, TEXT, FACT, .label = N_("Last name")),                                                        \
	FIELD(email, EMAIL, FACT, .label = N_("E-mail"))

static const struct ch_field enrolment_row_fields[] = {
	WHO_ALONE,
	FIELD(enrolment_id, ID, FACT, .label = N_("Number of the enrolment")),
	FIELD(programme_id, ID, FACT, .label = N_("Number of the programme")),
	FIELD(programme, TEXT, FACT, .label = N_("Programme")),
	FIELD(role, CHOICE, FACT, .label = N_("Role"), .choices = choices_role),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_enrolment_state),
	FIELD(cohort, TEXT, FACT, .label = N_("Cohort")),
	FIELD(applied_on, DATE, FACT, .label = N_("Waiting since"), .flags = CH_FIELD_PAST),
	FIELD(ready_on, DATE, FACT, .label = N_("Ready since"), .flags = CH_FIELD_PAST),
	FIELD(not_ready_because, TEXT, FACT, .label = N_("Not ready because"), .max = 300),
	FIELD(capacity, NUMBER, FACT, .label = N_("Places"), .min = 0, .max = 99),
	FIELD(offers, LIST, FACT, .label = N_("Offers"), .max = 2000),
	FIELD(seeks, LIST, FACT, .label = N_("Seeks"), .max = 2000),
	FIELD(ready_aim, YES, FACT, .label = N_("Ready: knows what they want")),
	FIELD(ready_time, YES, FACT, .label = N_("Ready: can commit the time")),
	FIELD(intake_reasons, CHOICES, FACT, .label = N_("Reasons to join"), .choices = choices_intake_reason),
	FIELD(recommendation, LINES, FACT, .label = N_("Manager recommends"), .max = 2000),
	FIELD(notes, LINES, FACT, .label = N_("Notes"), .max = 10000),
};

static const struct ch_field credential_row_fields[] = {
	WHO_ALONE,
	FIELD(credential_id, ID, FACT, .label = N_("Number of the credential")),
	FIELD(kind, CHOICE, FACT, .label = N_("Kind"), .choices = choices_credential_kind),
	FIELD(what, TEXT, FACT, .label = N_("What"), .max = 100),
	FIELD(body, TEXT, FACT, .label = N_("Body"), .max = 100),
	FIELD(level, TEXT, FACT, .label = N_("Level"), .max = 60),
	FIELD(awarded_on, DATE, FACT, .label = N_("Given on"), .flags = CH_FIELD_PAST),
	FIELD(expires_on, DATE, FACT, .label = N_("Expires on"), .flags = CH_FIELD_UNTIL),
};

static const struct ch_field action_row_fields[] = {
	WHO,
	FIELD(action_id, ID, FACT, .label = N_("Number of the action")),
	FIELD(session_id, ID, FACT, .label = N_("Number of the session")),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_action_state),
	FIELD(owner, CHOICE, FACT, .label = N_("Owner"), .choices = choices_side),
	FIELD(set_on, DATE, FACT, .label = N_("Set on"), .flags = CH_FIELD_PAST),
	FIELD(due_on, DATE, FACT, .label = N_("Due on"), .flags = CH_FIELD_UNTIL),
	FIELD(settled_on, DATE, FACT, .label = N_("Settled on"), .flags = CH_FIELD_PAST),
};

#define SCALE(member, most, label_text)                                                                                \
	FIELD(member, NUMBER, OWN_SIDE, .label = label_text, .min = 1, .max = most)

static const struct ch_field feedback_row_fields[] = {
	WHO_ALONE,
	FIELD(programme_id, ID, FACT, .label = N_("Number of the programme")),
	FIELD(programme, TEXT, FACT, .label = N_("Programme")),
	FIELD(side, CHOICE, FACT, .label = N_("As mentor or coach, or as mentee or coachee"), .choices = choices_side),
	FIELD(form, CHOICE, FACT, .label = N_("Form"), .choices = choices_feedback_form),
	FIELD(answered_on, DATE, FACT, .label = N_("Answered on"), .flags = CH_FIELD_PAST),
	SCALE(quality, 5, N_("Relationship")),
	SCALE(helpful, 5, N_("Was helpful")),
	SCALE(aided_learning, 5, N_("Aided learning")),
	SCALE(gained_hopes, 5, N_("Gained what hoped")),
	SCALE(fed_back, 5, N_("Fed back into work")),
	SCALE(similar_alone, 5, N_("Can do it alone")),
	SCALE(confidence, 10, N_("Confidence")),
	SCALE(competence, 10, N_("Competence")),
	SCALE(independence, 10, N_("Independence")),
	FIELD(remarks, LINES, OWN_SIDE, .label = N_("Anything else"), .max = 4000),
	FIELD(start_on, DATE, FACT, .label = N_("Answered at the start on"), .flags = CH_FIELD_PAST),
	SCALE(start_confidence, 10, N_("Confidence at the start")),
	SCALE(start_competence, 10, N_("Competence at the start")),
	SCALE(start_independence, 10, N_("Independence at the start")),
	FIELD(end_on, DATE, FACT, .label = N_("Answered at the end on"), .flags = CH_FIELD_PAST),
	SCALE(end_confidence, 10, N_("Confidence at the end")),
	SCALE(end_competence, 10, N_("Competence at the end")),
	SCALE(end_independence, 10, N_("Independence at the end")),
};

#define ROW_ENTITY(lower, noun_text, table)                                                                            \
	const struct ch_entity lower##_row_entity = {.name = #lower,                                                   \
						     .noun = noun_text,                                                \
						     .size = sizeof(struct pair_row),                                  \
						     .fields = table,                                                  \
						     .field_count = sizeof table / sizeof table[0]}

ROW_ENTITY(pairing, "pairing", pairing_row_fields);
ROW_ENTITY(session, "session", session_row_fields);
ROW_ENTITY(enrolment, "enrolment", enrolment_row_fields);
ROW_ENTITY(credential, "credential", credential_row_fields);
ROW_ENTITY(action, "action", action_row_fields);
ROW_ENTITY(feedback, "feedback", feedback_row_fields);

bool pair_row_is_of_one(enum ch_import_kind kind)
{
	return kind == CH_IMPORT_ENROLMENTS || kind == CH_IMPORT_CREDENTIALS || kind == CH_IMPORT_FEEDBACK;
}

static void set_field(const struct import_column *column, const char *text, const char *cell,
		      struct ch_arena *arena, struct import_findings *findings, struct pair_row *out)
{
	const struct ch_field *field = column->how.field;
	struct ch_error err = CH_NO_ERROR;

	if (ch_field_known(field, out) || ch_field_set(field, out, text, CH_NO_DATE, arena, &err) == CH_OK)
		return;
	struct import_issue issue = {.row = out->row,
				     .line = out->line,
				     .column = column->heading,
				     .field = field->key,
				     .value = cell,
				     .reason = IMPORT_NOT_STORED,
				     .message = err.message,
				     .fix = err.fix[0] != '\0' ? err.fix : _("it was left out; correct the cell")};
	import_issue_add(findings, &issue);
}

/* A code, or words, for a field that nothing was said of yet; NULL is nothing. */
static void set_field_named(const struct ch_entity *entity, const char *key, const char *text, struct ch_arena *arena,
			    struct pair_row *out)
{
	const struct ch_field *field = ch_field_named(entity, key);
	struct ch_error err = CH_NO_ERROR;

	if (text != NULL && !ch_field_known(field, out))
		ch_field_set(field, out, text, CH_NO_DATE, arena, &err);
}

/* Of a cell whose row comes in all the same. */
static void tell_cell(const struct import_column *column, const char *cell, const char *message, const char *fix,
		      struct import_findings *findings, const struct pair_row *out)
{
	const struct import_issue issue = {
		.row = out->row,
		.line = out->line,
		.column = column->heading,
		.field = column->field,
		.value = cell,
		.reason = IMPORT_BAD_CHOICE,
		.is_cell = true,
		.message = message,
		.fix = fix,
	};

	import_issue_add(findings, &issue);
}

/* "Outcome: ended early", "Status: completed", "Reason: left trust": that it ended, how and why, whatever was asked. */
static bool takes_ending(const struct import_column *column, const char *cell, struct ch_arena *arena,
			 struct import_findings *findings, struct pair_row *out)
{
	const struct ch_entity *entity = &pairing_row_entity;
	const struct ch_choice *choices = column->how.field->choices;
	bool of_state = choices == choices_pairing_state;

	if (*cell == '\0' || !(of_state || choices == choices_closure_kind || choices == choices_closure_reason))
		return false;
	struct ending_said said = ending_said_read(column->how.lexicon, cell, arena);
	bool known = import_value_read(&column->how, cell, arena).reason == IMPORT_NO_REASON;

	if (known && !of_state)
		return false;
	if (said.kind == NULL && of_state && !known) {
		tell_cell(column, cell,
			  _("says neither what state the pairing is in nor how it ended; it is left out"),
			  _("Enter active, paused or closed; or completed as planned, goals attained early, ended "
			    "early or never started"),
			  findings, out);
		return true;
	}
	if (said.kind == NULL)
		return false;
	if (out->state == CH_NO_PAIRING_STATE)
		out->state = CH_PAIRING_CLOSED;
	set_field_named(entity, "closure_kind", said.kind, arena, out);
	set_field_named(entity, "closure_reason", said.reason, arena, out);
	if (said.in_words) {
		set_field_named(entity, "closure_note", ch_text_tidy(arena, cell), arena, out);
		tell_cell(column, cell,
			  _("does not say which of the two it is true of; it is kept in words, as why it ended"),
			  _("\"mentee left\" or \"mentor left\", and the like, count in the reports"), findings, out);
	}
	return true;
}

/* What is none of the reasons that are counted is why it ended all the same: of a pairing that did, it is kept so. */
static bool keeps_reason(const struct import_column *column, const char *cell, struct ch_arena *arena,
			 struct import_findings *findings, struct pair_row *out)
{
	bool ended = out->state == CH_PAIRING_CLOSED || out->closed_on != CH_NO_DATE ||
		     out->closure_kind != CH_NO_CLOSURE_KIND;

	if (!ended || out->closure_note != NULL || column->how.field->choices != choices_closure_reason ||
	    import_value_read(&column->how, cell, arena).reason != IMPORT_BAD_CHOICE)
		return false;
	set_field_named(&pairing_row_entity, "closure_note", ch_text_tidy(arena, cell), arena, out);
	if (out->closure_note == NULL)
		return false;
	tell_cell(column, cell, _("is none of the reasons that reports count; it is kept in words, as why it ended"),
		  _("\"not a good fit\", \"goals attained\", \"lack of time\" and the like count" CH_WAY
		    CH_KEY "; " KEY_(OPEN) " lists them"),
		  findings, out);
	return true;
}

/*
 * "Attended: cancelled" says what became of the session, "Status: mentee did not come" also through whom; whether the
 * cell is read by that.
 */
static bool takes_state(const struct import_column *column, const char *cell, struct ch_arena *arena,
			struct pair_row *out)
{
	const struct ch_entity *entity = &session_row_entity;
	const struct ch_choice *choices = column->how.field->choices;
	bool of_one = choices == choices_attendance;

	bool of_who = strcmp(column->field, "cancelled_by") == 0;
	if (*cell == '\0' || !(of_one || of_who || choices == choices_session_state))
		return false;
	struct session_said said =
		session_said_read(column->how.lexicon, cell, out->guide, out->learner, arena);
	/* That one did not come is what a column about one of them says itself. */
	if (said.state == NULL ? of_one || said.by == NULL : of_one && said.by == NULL && *said.state == 'n')
		return false;
	set_field_named(entity, "state", said.state, arena, out);
	set_field_named(entity, "cancelled_by", said.by, arena, out);
	return true;
}

/* Two words for a name where it stands in two columns, and an address that stands where a name is expected. */
static void settle_side(const char **name, const char *first, const char *last, const char **email,
			struct ch_arena *arena)
{
	if (*name == NULL)
		*name = ch_text_tidy(arena, ch_arena_printf(arena, "%s %s", first ? first : "", last ? last : ""));
	if (*name == NULL || strchr(*name, '@') == NULL)
		return;
	struct import_value address = import_email(*name, arena);

	if (*email == NULL && address.text != NULL)
		*email = address.text;
	*name = NULL;
}

/* The two of one cell, where no other says who they are. */
static void settle_pair(const struct import_columns *columns, struct pair_row *out, struct ch_arena *arena,
			struct import_findings *findings)
{
	bool known = (out->guide != NULL || out->guide_email != NULL) &&
		(out->learner != NULL || out->learner_email != NULL);

	if (out->pair == NULL || known || out->rejected)
		return;
	const char *heading = import_columns_heading(columns, "pair");
	struct pair_cell two = pair_cell_read(columns->lexicon, heading, out->pair, arena);
	if (two.wrong == NULL) {
		out->guide = two.guide;
		out->learner = two.learner;
		return;
	}
	struct import_issue issue = {
		.row = out->row,
		.line = out->line,
		.column = heading,
		.field = "pair",
		.value = out->pair,
		.reason = IMPORT_NO_PERSON,
		.rejected = true,
		.message = two.wrong,
		.fix = _("write it as Mentor's name -> Mentee's name, or head the column \"Mentor / Mentee\", or "
			 "give each a column of their own"),
		.is_cell = true,
	};
	out->rejected = true;
	import_issue_add(findings, &issue);
}

static void settle_numbers(const char *scheme_id, struct pair_row *out)
{
	out->of_session = out->session_id != 0;
	if (out->scheme_id != NULL && strcmp(out->scheme_id, scheme_id) == 0)
		return;
	out->number = out->scheme_id == NULL ? 0 : out->action_id != 0 ? out->action_id : out->session_id;
	out->pairing_id = out->guide_id = out->learner_id = out->programme_id = out->session_id = 0;
	out->person_id = out->enrolment_id = out->credential_id = out->action_id = 0;
}

static bool is_session_date(const struct import_column *column)
{
	return column->field != NULL && strcmp(column->field, "session_date") == 0;
}

size_t pair_row_sessions(const struct import_columns *columns)
{
	size_t count = 0;

	for (size_t i = 0; i < columns->count; i++)
		count += is_session_date(&columns->columns[i]);
	return count;
}

bool pair_row_waits(const struct import_columns *columns, const struct import_row *row)
{
	bool any = false;

	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];

		if (!is_session_date(column))
			continue;
		if (column->certainty != IMPORT_BY_CELLS || row->unvalued[i] ||
		    !(import_cell_is_blank(row->cells[i]) ||
		      import_word_is(columns->lexicon, "not_given", row->cells[i])))
			return false;
		any = true;
	}
	return any;
}

static bool is_field(const struct import_column *column, const char *field)
{
	return column->field != NULL && strcmp(column->field, field) == 0;
}

/* Whether each part between commas is a name of several words: "Lee, Ann" is one name, "Lily Chu, Reece Ford" two. */
static bool are_names(const char *text, struct ch_arena *arena)
{
	char *rest = NULL;
	bool names = strchr(text, ',') != NULL;

	for (char *part = strtok_r(ch_arena_copy(arena, text), ",", &rest); names && part != NULL;
	     part = strtok_r(NULL, ",", &rest)) {
		const char *name = ch_text_tidy(arena, part);

		names = name == NULL || strchr(name, ' ') != NULL;
	}
	return names;
}

struct ch_terms pair_row_learners(const struct import_columns *columns, const struct import_row *row,
				  struct ch_arena *arena)
{
	static const char *const said_otherwise[] = {"learner_id", "learner_email", "learner_first_name",
						     "learner_last_name"};
	struct ch_buffer names = CH_BUFFER_EMPTY;
	bool otherwise = false;

	for (size_t i = 0; i < columns->count; i++) {
		size_t taken;
		const char *cell = import_value_clean(arena, row->cells[i], &taken);

		for (size_t j = 0; j < sizeof(said_otherwise) / sizeof(*said_otherwise); j++)
			otherwise |= *cell != '\0' && is_field(&columns->columns[i], said_otherwise[j]);
		if (!is_field(&columns->columns[i], "learner") || import_word_is(columns->lexicon, "not_given", cell))
			continue;
		const char *marks = are_names(cell, arena) ? ";|\n," : ";|\n";
		char *rest = NULL;
		for (char *part = strtok_r(ch_arena_copy(arena, cell), marks, &rest); part != NULL;
		     part = strtok_r(NULL, marks, &rest))
			ch_buffer_printf(&names, "%s; ", part);
	}
	struct ch_terms found = ch_terms_split(arena, names.length > 0 && !otherwise ? names.text : NULL);
	found = ch_terms_split(arena, ch_terms_join(arena, found.terms, found.count));
	ch_buffer_release(&names);
	return found;
}

/* What one cell says; `told` NULL: what is wrong with it was told already. */
static void read_cell(const struct import_columns *columns, const struct import_row *row, size_t i,
		      struct ch_arena *arena, struct import_findings *told, struct pair_row *out)
{
	const struct import_column *column = &columns->columns[i];

	if (column->custom != NULL) {
		out->custom_values = import_custom_value(columns, row, i, out->custom_values, arena, told);
		return;
	}
	if (takes_state(column, row->cells[i], arena, out) ||
	    takes_ending(column, row->cells[i], arena, told, out) ||
	    keeps_reason(column, row->cells[i], arena, told, out))
		return;
	struct import_value value = import_columns_value(columns, row, i, arena, told);
	out->rejected |= value.rejected;
	if (value.text != NULL)
		set_field(column, value.text, row->cells[i], arena, told, out);
}

/* Why it ended is read once it is known whether it did. */
static bool is_reason(const struct import_column *column)
{
	return column->how.field != NULL && column->how.field->choices == choices_closure_reason;
}

void pair_row_read(const struct import_columns *columns, const struct import_row *row, size_t which,
		   const struct ch_terms *learners, const char *scheme_id, struct ch_arena *arena,
		   struct import_findings *findings, struct pair_row *out)
{
	struct import_findings *beside = which == 0 ? findings : NULL;
	size_t dates = 0;

	ch_record_clear(import_kind_entity(columns->lexicon->kind), out);
	out->row = row->row;
	out->line = row->line;
	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];
		bool is_date = is_session_date(column);

		if (column->how.field == NULL || column->beside || is_reason(column) ||
		    (learners != NULL && is_field(column, "learner")) || (is_date && dates++ != which))
			continue;
		read_cell(columns, row, i, arena, is_date ? findings : beside, out);
	}
	for (size_t i = 0; i < columns->count; i++)
		if (is_reason(&columns->columns[i]) && !columns->columns[i].beside)
			read_cell(columns, row, i, arena, beside, out);
	if (learners != NULL)
		out->learner = learners->terms[which];
	settle_numbers(scheme_id, out);
	settle_pair(columns, out, arena, findings);
	settle_side(&out->guide, out->guide_first_name, out->guide_last_name, &out->guide_email, arena);
	settle_side(&out->learner, out->learner_first_name, out->learner_last_name, &out->learner_email, arena);
	settle_side(&out->name, out->first_name, out->last_name, &out->email, arena);
}

enum ch_status pair_row_give(const struct ch_entity *row_entity, const struct pair_row *row,
			     const struct ch_entity *entity, void *record, bool *differs, struct ch_arena *arena,
			     struct ch_error *err)
{
	for (size_t i = 0; i < row_entity->field_count; i++) {
		const struct ch_field *from = &row_entity->fields[i];
		const struct ch_field *to = ch_field_named(entity, from->key);
		const char *text = to == NULL || from->type == CH_TYPE_ID ? NULL : ch_field_text(from, row, arena);
		const char *before = text == NULL ? NULL : ch_field_text(to, record, arena);

		if (text == NULL || (before != NULL && strcmp(before, text) == 0))
			continue;
		TRY(ch_field_set(to, record, text, CH_NO_DATE, arena, err));
		*differs = true;
	}
	return CH_OK;
}
