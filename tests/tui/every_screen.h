/*
 * Every screen and form, as the keys that lead there: drawn by test_golden.c,
 * searched for planted phrases by test_planted.c. Included once by each.
 */
#ifndef TESTS_TUI_EVERY_SCREEN_H
#define TESTS_TUI_EVERY_SCREEN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/person_form.h"
#include "tui/personal.h"
#include "tui/screens/screens.h"

struct golden {
	const char *screen; /* in the name of its files */
	const char *tab;    /* its label */
	struct screen *(*open)(struct app *app);
	const char *keys; /* pressed then, by name: "Enter ?" */
	const char *shows; /* the sources of src/tui whose screens and forms these are; NULL: others show them */
	void (*over)(struct app *app); /* what is opened over it before the keys; NULL: nothing */
};

static void open_log(struct app *app)
{
	log_open(app, 0);
}

static void open_import(struct app *app)
{
	import_open_file(app, "tests/fixtures/rosters/volunteer-centre-uk.csv");
}

/* Two fields of the scheme's own, where there are people; the first person has a value of one. */
static void open_fields(struct app *app)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error none = CH_NO_ERROR;
	struct ch_custom_field field;
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = "T-shirt size";
	field.kind = CH_CUSTOM_CHOICE;
	field.options = "S; M; L; XL; XXL; something else altogether, to be asked";
	field.hint = "for the summer fair";
	if (ch_person_get(c, 1, &arena, &person, &none) == CH_OK &&
	    ch_custom_field_add(c, &field, &none) == CH_OK &&
	    ch_custom_give(c, CH_PERSON, &person, "T-shirt size=M", &arena, &none) == CH_OK &&
	    ch_person_set(c, &person, &none) == CH_OK) {
		ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
		field.name = "\u062a\u0627\u0631\u064a\u062e \u0627\u0644\u0645\u0642\u0627\u0628\u0644\u0629";
		field.belongs_to = CH_CUSTOM_OF_ENROLMENT;
		field.kind = CH_CUSTOM_DATE;
		field.readers = CH_CUSTOM_FOR_EVERYBODY;
		ch_custom_field_add(c, &field, &none);
	}
	ch_arena_release(&arena);
	fields_open(app);
}

/* The first person's own form, with such a field in it. */
static void open_person_with_fields(struct app *app)
{
	open_fields(app);
	person_form_edit(app, 1);
}

/* The first pairing as its mentor sees it, in the pane of what was agreed, where there is one. */
static void open_as_mentor(struct app *app)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error none = CH_NO_ERROR;
	struct ch_pairing pairing;

	if (ch_pairing_get(c, 1, &arena, &pairing, &none) == CH_OK) {
		c->actor = (struct ch_actor){.person_id = pairing.guide_id, .name = "somebody", .channel = "test"};
		pairing_open(app, 1);
	}
	ch_arena_release(&arena);
}

/* Makes and opens a programme of coaching, where there is none yet. */
static void open_beside_coaching(struct app *app)
{
	struct ch_programme programme;
	struct ch_error err = CH_NO_ERROR;
	int64_t found;

	if (ch_find(desk_of(app)->c, CH_PROGRAMME, "Stepping Up", &found, &err) != CH_OK) {
		err = CH_NO_ERROR;
		ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
		programme.name = "Stepping Up";
		programme.kind = CH_KIND_COACHING;
		assert_int_equal(ch_programme_add(desk_of(app)->c, &programme, &err), CH_OK);
		assert_int_equal(ch_programme_open(desk_of(app)->c, programme.programme_id, &err), CH_OK);
	}
	pairing_open(app, 1);
}

/* The desk of a learner to whom a pair is proposed, and approved; where there is none, of nobody in particular. */
static void open_own_proposals(struct app *app)
{
	struct ch_context *c = desk_of(app)->c;
	const struct ch_list_query query = {.list = CH_LIST_PROPOSALS, .filter = "state:drafted,approved", .limit = 1};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error none = CH_NO_ERROR;
	struct ch_proposal proposal;
	struct ch_grid grid;

	if (ch_list_fetch(c, &query, &arena, &grid, &none) == CH_OK && grid.row_count > 0 &&
	    ch_proposal_get(c, grid.rows[0].id, &arena, &proposal, &none) == CH_OK) {
		if (proposal.state == CH_PROPOSAL_DRAFTED)
			ch_proposal_approve(c, proposal.proposal_id, 0, CH_NO_DATE, &none);
		c->actor = (struct ch_actor){.person_id = proposal.learner_id, .name = "somebody", .channel = "test"};
	}
	ch_arena_release(&arena);
	app_push(app, own_proposals_open(app));
}

/* Somebody who has set nothing yet. */
static void open_preferences(struct app *app)
{
	static struct personal personal;
	static bool is_read;

	if (!is_read)
		personal_read(&personal, "config", false);
	is_read = true;
	desk_of(app)->personal = &personal;
	personal_open_form(app, app->top);
}

/* Where there is no scheme; the others are drawn before, since its path is told. */
static struct screen *open_welcome(struct app *app)
{
	desk_of(app)->path = "scheme.db";
	return welcome_open(app);
}

static const struct golden screens[] = {
	{"today", "Today", today_open, "", "screen_today.c", NULL},
	{"today-snooze", "Today", today_open, "z", NULL, NULL},
	{"snoozed", "Today", today_open, "x s n o o z e d Enter", "screen_handled.c", NULL},
	{"people", "People", people_open, "", "screen_people.c", NULL},
	{"people-last", "People", people_open, "G", NULL, NULL},
	{"people-help", "People", people_open, "?", "help.c", NULL},
	{"people-palette", "People", people_open, ":", "palette.c", NULL},
	{"people-palette-found", "People", people_open, ": o k a f", "palette_find.c", NULL},
	{"people-filter", "People", people_open, "f o k a", NULL, NULL},
	{"people-sort", "People", people_open, "s", NULL, NULL},
	{"person", "People", people_open, "j Enter", "screen_person.c", NULL},
	{"person-add", "People", people_open, "a", "person_form.c record_form.c form.c", NULL},
	{"person-edit", "People", people_open, "G e", NULL, NULL},
	{"people-erase", "People", people_open, "G k d d", "screen_erase.c", NULL},
	{"people-erase-marked", "People", people_open, "Space Space Space d", NULL, NULL},
	{"people-merge", "People", people_open, "G k Space G Space =", "screen_merge.c", NULL},
	{"person-merge", "People", people_open, "G Enter =", NULL, NULL},
	{"people-edit", "People", people_open, "Space Space Space e", NULL, NULL},
	{"people-enrol", "People", people_open, "Space Space Space E", NULL, NULL},
	{"person-leave", "People", people_open, "G Enter C", "leave_form.c", NULL},
	{"pairs", "Pairs", pairs_open, "", "screen_pairings.c", NULL},
	{"pairs-marked", "Pairs", pairs_open, "Space Space", NULL, NULL},
	{"pairs-add", "Pairs", pairs_open, "a", "screen_pairing_add.c", NULL},
	{"pairing", "Pairs", pairs_open, "Enter", "screen_pairing.c", NULL},
	{"pairing-agree", "Pairs", pairs_open, "y", "agreement_form.c", NULL},
	{"pairing-close", "Pairs", pairs_open, "C", "closure_form.c", NULL},
	{"pairing-start", "Pairs", pairs_open, "G Enter b", "override.c", NULL},
	{"pairing-arrange", "Pairs", pairs_open, "Enter r", "screen_pairing_forms.c", NULL},
	{"pairing-goal", "Pairs", pairs_open, "Enter o", "goal_form.c", NULL},
	{"pairing-action", "Pairs", pairs_open, "Enter a", NULL, NULL},
	{"pairing-settle", "Pairs", pairs_open, "Enter Tab Enter", NULL, NULL},
	{"pairing-releases", "Pairs", pairs_open, "Enter T", "screen_matters.c", NULL},
	{"pairing-assessments", "Pairs", pairs_open, "Enter x a s s e s s Enter", NULL, NULL},
	{"pairing-assessment", "Pairs", pairs_open, "Enter x a s s e s s Enter a", NULL, NULL},
	{"pairing-referrals", "Pairs", pairs_open, "Enter X", NULL, NULL},
	{"pairing-hand-over", "Pairs", pairs_open, "Enter x h a n d Enter", "hand_over_form.c", NULL},
	{"pairing-feedback", "Pairs", pairs_open, "Enter B", "screen_feedback.c", NULL},
	{"pairing-so-far", "Pairs", pairs_open, "Enter : m e t Space s o Enter", "so_far_form.c", NULL},
	{"pairing-brief", "Pairs", pairs_open, "Enter : b r i e f Enter", "brief_form.c", NULL},
	{"pairing-contact", "Pairs", pairs_open, "Enter : c o n t a c t Enter", "checkin_form.c", NULL},
	{"log", "Pairs", pairs_open, "L Tab", "log_form.c", NULL},
	{"actions", "Actions", actions_open, "", "screen_actions.c", NULL},
	{"sessions", "Sessions", sessions_open, "", "screen_sessions.c", NULL},
	{"sessions-month", "Sessions", sessions_open, "Tab", NULL, NULL},
	{"session-cancel", "Pairs", pairs_open, "Enter r t o m o r r o w Ctrl-S g : c a n c e l Enter",
	 "cancel_form.c", NULL},
	{"reports", "Reports", reports_open, "", "screen_reports.c", NULL},
	{"report", "Reports", reports_open, "Enter", "screen_page.c", NULL},
	{"report-list", "Reports", reports_open, "G Enter", "screen_report.c", NULL},
	{"programmes", "Programmes", programmes_open, "", "screen_programmes.c", NULL},
	{"programme-edit", "Programmes", programmes_open, "e", "programme_form.c", NULL},
	{"programme-settings", "Programmes", programmes_open, "S", NULL, NULL},
	{"programme-limits", "Programmes", programmes_open, "v", "screen_parts.c", NULL},
	{"programme-enrolled", "Programmes", programmes_open, ": e n r o l l e d Enter", "screen_enrolments.c", NULL},
	{"programme-limits-add", "Programmes", programmes_open, "v a", NULL, NULL},
	{"history", "Pairs", pairs_open, "", "screen_history.c", history_open},
	{"history-step", "Pairs", pairs_open, "Enter", NULL, history_open},
	{"drafts", "Pairs", pairs_open, "", "screen_drafts.c", drafts_open},
	{"kinds", "Pairs", pairs_open, "", "screen_kinds.c", kinds_open},
	{"log-quick", "Pairs", pairs_open, "Ctrl-U 4 5 Space v", NULL, open_log},
	{"drafts-kept", "Pairs", pairs_open, "", NULL, drafts_open},
	{"import", "People", people_open, "I", "import_form.c", NULL},
	{"import-file", "People", people_open, "", "screen_import.c", open_import},
	{"import-columns", "People", people_open, "/ S u r n a m e Enter", NULL, open_import},
	{"import-mend", "People", people_open, "/ r a n g e Enter Enter", "import_edit.c", open_import},
	{"import-column", "People", people_open, "/ S u r n a m e Enter Enter", NULL, open_import},
	{"imports", "People", people_open, "", "screen_imports.c", imports_open},
	{"mappings", "People", people_open, "", "screen_mappings.c", mappings_open},
	{"coordinators", "People", people_open, "", "screen_coordinators.c", coordinators_open},
	{"role-words", "People", people_open, "", "role_words_form.c", role_words_open},
	{"coordinator-form", "People", people_open, "a", NULL, coordinators_open},
	{"fields", "People", people_open, "", "screen_fields.c", open_fields},
	{"credentials", "People", people_open, "v", "screen_credentials.c", NULL},
	{"fields-add", "People", people_open, "a", NULL, open_fields},
	{"fields-of-person", "People", people_open, "S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab"
	 " S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab S-Tab", NULL, open_person_with_fields},
	/* These propose pairs, which the screens above do not show. */
	{"board", "Programmes", programmes_open, "m", "screen_proposals.c", NULL},
	{"board-left-out", "Programmes", programmes_open, "m Tab", NULL, NULL},
	{"board-others", "Programmes", programmes_open, "m O", "screen_others.c", NULL},
	{"board-criteria", "Programmes", programmes_open, "m W", "screen_criteria.c", NULL},
	{"board-decline", "Programmes", programmes_open, "m D", "proposal_moves.c", NULL},
	{"board-accept", "Programmes", programmes_open, "m >", "proposal_accept.c", NULL},
	{"board-wishes", "Programmes", programmes_open, "m R", "screen_match_lists.c", NULL},
	{"board-rules", "Programmes", programmes_open, "m R Tab", NULL, NULL},
	{"pairing-own", "Pairs", pairs_open, "Tab Tab", NULL, open_as_mentor},
	{"pairing-goal-words", "Pairs", pairs_open, "Tab Tab e", NULL, open_as_mentor},
	{"pairing-rate-goals", "Pairs", pairs_open, ": r a t e Space g o a l s Enter", "goals_form.c", open_as_mentor},
	{"pairing-kind", "Pairs", pairs_open, ": c h a n g e Space k i n d Enter", "kind_form.c", open_beside_coaching},
	{"pairing-feedback-ask", "Pairs", pairs_open, "Enter B a m", NULL, NULL},
	{"own-proposals", "Pairs", pairs_open, "", "screen_own_proposals.c", open_own_proposals},
	{"preferences", "People", people_open, "", "personal.c", open_preferences},
	{"welcome", "Welcome", open_welcome, "", "screen_welcome.c", NULL},
	{"welcome-start", "Welcome", open_welcome, "1", NULL, NULL},
};

#endif
