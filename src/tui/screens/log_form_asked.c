/*
 * The session form as a command asks it: what the options said stands in the
 * fields and is not asked again; what nobody can answer is not asked either.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "tui/screens/log_form_parts.h"

static bool is_given(const struct ch_session *given, const char *key)
{
	return ch_field_known(ch_field_named(ch_entity_of(CH_SESSION), key), given);
}

static bool says_who_came(const struct ch_session *given)
{
	return given->guide_attendance != CH_NO_ATTENDANCE || given->learner_attendance != CH_NO_ATTENDANCE;
}

const char *log_asked_framework(const struct log_form *log)
{
	return log->asked != NULL ? log->asked->given->framework : NULL;
}

/* ---- What was given ---- */

/* "guide; learner" without the side that lacks what is asked. */
static void type_sides(struct form *form, const char *key, bool guide, bool learner)
{
	form_type(form, key, guide && learner ? "guide; learner" : guide ? "guide" : learner ? "learner" : "");
}

static void type_facts(const struct ch_session *given, struct form *form)
{
	const struct ch_choice *media = ch_field_named(ch_entity_of(CH_SESSION), "medium")->choices;
	char text[24];

	if (is_given(given, "session_date"))
		form_type(form, "session_date", ch_date_iso(given->session_date, text));
	if (is_given(given, "minutes")) {
		snprintf(text, sizeof(text), "%" PRId64, given->minutes);
		form_type(form, "minutes", text);
	}
	if (is_given(given, "medium"))
		form_type(form, "medium", media[given->medium].code);
	if (!says_who_came(given))
		return;
	type_sides(form, "came", given->guide_attendance != CH_ABSENT, given->learner_attendance != CH_ABSENT);
	type_sides(form, "late", given->guide_attendance == CH_LATE, given->learner_attendance == CH_LATE);
}

static bool is_kept_by_pair(const struct ch_session *given)
{
	return given->learning == CH_LEARNING_KEPT_BY_PAIR;
}

void log_asked_type(const struct log_form *log, struct form *form)
{
	const struct ch_session *given = log->asked->given;

	if (!log->finishing)
		type_facts(given, form);
	if (is_kept_by_pair(given) || given->no_actions == CH_YES)
		form_type(form, "instead",
			  !is_kept_by_pair(given)	  ? "no_actions"
			  : given->no_actions == CH_YES	  ? "no_actions; kept_by_pair"
							  : "kept_by_pair");
}

/* ---- What is not asked ---- */

static bool is_heading(const char *key)
{
	return strcmp(key, "framework") == 0 || strncmp(key, "section_", strlen("section_")) == 0;
}

/* What a meeting brings, which needs two who met. */
static bool is_of_meeting(const char *key)
{
	return strcmp(key, "learning") == 0 || strcmp(key, "actions") == 0 || strcmp(key, "instead") == 0 ||
	       strcmp(key, "late") == 0 || is_heading(key) || log_is_rating(key);
}

static bool was_answered(const struct ch_session_asked *asked, const char *key)
{
	const struct ch_session *given = asked->given;

	if (strcmp(key, "pair") == 0)
		return asked->pairing_id != 0;
	if (strcmp(key, "session_date") == 0 || strcmp(key, "minutes") == 0 || strcmp(key, "medium") == 0)
		return is_given(given, key);
	if (strcmp(key, "came") == 0 || strcmp(key, "late") == 0)
		return says_who_came(given);
	if (strcmp(key, "learning") == 0)
		return given->learning != CH_NO_LEARNING;
	if (strcmp(key, "actions") == 0)
		return given->no_actions == CH_YES;
	if (strcmp(key, "instead") == 0)
		return given->learning != CH_NO_LEARNING && given->no_actions == CH_YES;
	if (log_is_rating(key))
		return log_rating_is_given(asked, key);
	return is_heading(key) && (!asked->headings || strcmp(key, "framework") == 0);
}

/* What stands instead of words, where the words are there; until when, where nothing is carried on. */
static bool is_needless(const struct form *form, const char *key)
{
	if (strcmp(key, "carry_to") == 0)
		return !log_carries(form->data, form);
	return strcmp(key, "instead") == 0 && *form_value(form, "learning") != '\0' &&
	       *form_value(form, "actions") != '\0';
}

bool log_asked_passes(const struct form *form, void *data, size_t field)
{
	const struct log_form *log = data;
	const char *key = form->entries[field].field.key;
	bool met = log->finishing || (log_has_code(form, "came", "guide") && log_has_code(form, "came", "learner"));

	return (!met && is_of_meeting(key)) || is_needless(form, key) ||
	       (log->asked != NULL && was_answered(log->asked, key));
}
