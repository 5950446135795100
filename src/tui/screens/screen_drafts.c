/* What was typed into forms and is not saved. Opening one opens its form, which brings back what was typed. */
#include <stdlib.h>
#include <string.h>

#include "tui/personal.h"
#include "tui/screens/goals_form.h"
#include "tui/screens/kind_form.h"
#include "tui/screens/import_form.h"
#include "tui/screens/leave_form.h"
#include "tui/screens/log_form.h"
#include "tui/screens/person_form.h"
#include "tui/screens/programme_form.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form_draft.h"
#include "tui/widgets/list_rows.h"

enum { NUMBER_COLUMN = 0, TITLE_COLUMN = 2, FORM_COLUMN = 3, SUBJECT_COLUMN = 4 }; /* of ch_draft_list() */

struct drafts_screen {
	struct screen screen;
	struct list list;
	const struct desk *desk;
	struct ch_arena arena;
	struct ch_grid drafts;
	struct ch_error err; /* why they could not be read */
	struct ch_column columns[SUBJECT_COLUMN + 1];
	int64_t dropping; /* the draft that is asked about */
};

/* ---- Opening a form by the name of its drafts ---- */

static void open_person_add(struct app *app, int64_t subject_id)
{
	(void)subject_id;
	person_add(app);
}

static void open_programme_add(struct app *app, int64_t subject_id)
{
	(void)subject_id;
	programme_form_add(app, NULL);
}

static void open_role_words(struct app *app, int64_t subject_id)
{
	(void)subject_id;
	role_words_open(app);
}

static void open_pairing_add(struct app *app, int64_t subject_id)
{
	(void)subject_id;
	pairing_form_add(app, NULL);
}

static void open_import(struct app *app, int64_t subject_id)
{
	(void)subject_id;
	import_open(app, CH_IMPORT_PEOPLE);
}

static void open_log(struct app *app, int64_t subject_id)
{
	log_form_open(app, subject_id, NULL);
}

static void open_cancel(struct app *app, int64_t subject_id)
{
	pairing_form_cancel(app, &subject_id, 1, false);
}

static void open_no_show(struct app *app, int64_t subject_id)
{
	pairing_form_cancel(app, &subject_id, 1, true);
}

static void open_cancel_marked(struct app *app, const int64_t *ids, size_t count)
{
	pairing_form_cancel(app, ids, count, false);
}

static void open_no_show_marked(struct app *app, const int64_t *ids, size_t count)
{
	pairing_form_cancel(app, ids, count, true);
}

static void open_settle(struct app *app, int64_t subject_id)
{
	pairing_form_settle(app, subject_id, CH_ACTION_DONE);
}

/* A part of a programme or a person is added or changed from the list of its kind. */
static void open_parts_of_programme(struct app *app, int64_t subject_id)
{
	parts_open(app, CH_PROGRAMME, subject_id);
}

static void open_parts_of_person(struct app *app, int64_t subject_id)
{
	parts_open(app, CH_PERSON, subject_id);
}

static void open_release(struct app *app, int64_t subject_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_release release;

	if (ch_release_get(desk_of(app)->c, subject_id, &arena, &release, &err) == CH_OK)
		releases_open(app, release.pairing_id);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

static void open_introduction(struct app *app, int64_t subject_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_introduction introduction;

	if (ch_introduction_get(desk_of(app)->c, subject_id, &arena, &introduction, &err) == CH_OK)
		introductions_open(app, introduction.pairing_id);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

static void open_referral(struct app *app, int64_t subject_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_referral referral;

	if (ch_referral_get(desk_of(app)->c, subject_id, &arena, &referral, &err) == CH_OK)
		referrals_open(app, referral.pairing_id);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

static void open_coordinators(struct app *app, int64_t subject_id)
{
	(void)subject_id;
	coordinators_open(app);
}

static void open_fields(struct app *app, int64_t subject_id)
{
	(void)subject_id;
	fields_open(app);
}

static void open_preferences(struct app *app, int64_t subject_id)
{
	(void)subject_id;
	personal_open_form(app, app->top);
}

static void open_feedback(struct app *app, int64_t subject_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_feedback feedback;

	if (ch_feedback_get(desk_of(app)->c, subject_id, &arena, &feedback, &err) == CH_OK)
		feedback_open(app, feedback.pairing_id);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

/* To the board, where it is asked again. */
static void open_proposal(struct app *app, int64_t subject_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_proposal proposal;

	if (ch_proposal_get(desk_of(app)->c, subject_id, &arena, &proposal, &err) != CH_OK)
		desk_say_error(app, &err);
	else if (desk_is_coordinator(desk_of(app)))
		proposals_open(app, proposal.programme_id, false);
	else
		app_push(app, own_proposals_open(app));
	ch_arena_release(&arena);
}

static void open_proposals(struct app *app, const int64_t *ids, size_t count)
{
	(void)count;
	open_proposal(app, ids[0]);
}

#define OPEN_PART(name, upper)                                                                                         \
	static void open_##name(struct app *app, int64_t subject_id)                                                   \
	{                                                                                                              \
		parts_open_at(app, CH_##upper, subject_id);                                                            \
	}

OPEN_PART(cohort, COHORT)
OPEN_PART(objective, OBJECTIVE)
OPEN_PART(requirement, REQUIREMENT)
OPEN_PART(eligibility, ELIGIBILITY)
OPEN_PART(credential, CREDENTIAL)

static const struct {
	const char *name;
	void (*open)(struct app *app, int64_t subject_id);
} forms[] = {
	{"action.add", pairing_form_action},
	{"action.settle", open_settle},
	{"assessment.add", assessments_open},
	{"brief.write", brief_form_open},
	{"checkin.add", checkin_form_open},
	{"cohort.add", open_parts_of_programme},
	{"cohort.edit", open_cohort},
	{"committee_member.add", match_lists_open},
	{"coordinator.add", open_coordinators},
	{"coordinator.edit", open_coordinators},
	{"credential.add", open_parts_of_person},
	{"credential.edit", open_credential},
	{"custom_field.add", open_fields},
	{"custom_field.edit", open_fields},
	{"eligibility.add", open_parts_of_programme},
	{"eligibility.edit", open_eligibility},
	{"enrolment.add", enrolment_form_add},
	{"enrolment.edit", enrolment_form_edit},
	{"feedback.record", feedback_open},
	{"feedback.waive", open_feedback},
	{"goal.add", goal_form_add},
	{"goal.rate", goals_form_open},
	{"goal.word", goal_form_word},
	{"import.column", open_import},
	{"import.file", open_import},
	{"import.mend", open_import},
	{"import.options", open_import},
	{"import.plan", import_open_draft},
	{"introduction.add", introductions_open},
	{"introduction.settle", open_introduction},
	{"manager_feedback.add", manager_open},
	{"objective.add", open_parts_of_programme},
	{"objective.edit", open_objective},
	{"pair_rule.add", match_lists_open},
	{"pairing.add", open_pairing_add},
	{"pairing.agree", agreement_form_open},
	{"pairing.change", kind_form_open},
	{"pairing.close", closure_form_open},
	{"pairing.hand_over", hand_over_form_open},
	{"pairing.pause", pairing_open}, /* the reason that overrides a rule: asked for when it is tried again there */
	{"pairing.reopen", pairing_open},
	{"pairing.resume", pairing_open},
	{"pairing.so_far", so_far_form_open},
	{"pairing.start", pairing_open},
	{"pairing.three_way", three_way_form_open},
	{"person.add", open_person_add},
	{"person.edit", person_form_edit},
	{"person.leave", leave_form_open},
	{"preferences", open_preferences},
	{"programme.add", open_programme_add},
	{"programme.edit", programme_form_edit},
	{"programme.open", programme_form_launch},
	{"proposal.accept", open_proposal}, /* asked for when it is tried again */
	{"proposal.approve", open_proposal},
	{"proposal.decline", open_proposal},
	{"referral.approve", open_referral},
	{"referral.close", open_referral},
	{"referral.decline", open_referral},
	{"referral.discuss", open_referral},
	{"referral.forward", open_referral},
	{"referral.raise", referrals_open},
	{"release.add", releases_open},
	{"release.approve", open_release},
	{"release.decline", open_release},
	{"release.send", open_release},
	{"requirement.add", open_parts_of_programme},
	{"requirement.edit", open_requirement},
	{"scheme.edit", open_role_words},
	{"session.arrange", pairing_form_arrange},
	{"session.cancel", open_cancel},
	{"session.edit", pairing_form_correct},
	{"session.finish", log_form_finish},
	{"session.held", log_form_open_arranged},
	{"session.log", open_log},
	{"session.no_show", open_no_show},
	{"session.quick", log_open},
	{"settings.edit", programme_form_settings},
	{"wish.add", match_lists_open},
};

/* Those about several, whose drafts say which. */
static const struct {
	const char *name;
	void (*open)(struct app *app, const int64_t *ids, size_t count);
} forms_of_marked[] = {
	{"enrolment.add_marked", enrolment_form_add_all},
	{"enrolment.edit_marked", enrolment_form_edit_all},
	{"pairing.agree_marked", agreement_form_open_all},
	{"pairing.close_marked", closure_form_open_all},
	{"person.edit_marked", person_form_edit_all},
	{"proposal.approve", open_proposals},
	{"proposal.decline", open_proposals},
	{"session.cancel_marked", open_cancel_marked},
	{"session.no_show_marked", open_no_show_marked},
};

enum {
	FORMS = sizeof(forms) / sizeof(forms[0]),
	FORMS_OF_MARKED = sizeof(forms_of_marked) / sizeof(forms_of_marked[0])
};

/* Whether the draft is about several and its form is open now. */
static bool open_marked(struct app *app, int64_t draft_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_draft draft;
	int64_t *ids;
	size_t count = 0, i = 0;

	if (ch_draft_get(desk_of(app)->c, draft_id, &arena, &draft, &ignored) == CH_OK)
		count = form_draft_marked(&draft, &arena, &ids);
	while (count > 0 && i < FORMS_OF_MARKED && strcmp(forms_of_marked[i].name, draft.form) != 0)
		i++;
	if (count > 0 && i < FORMS_OF_MARKED)
		forms_of_marked[i].open(app, ids, count);
	ch_arena_release(&arena);
	return count > 0 && i < FORMS_OF_MARKED;
}

/* ---- As a source ---- */

static enum ch_status drafts_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				   struct ch_grid *page, struct ch_error *err)
{
	struct drafts_screen *drafts = data;

	(void)arena;
	*err = drafts->err;
	*page = drafts->drafts;
	page->columns = drafts->columns;
	list_rows_page(drafts->drafts.rows, drafts->drafts.row_count, request, page);
	return err->status;
}

static int64_t drafts_count(void *data)
{
	return (int64_t)((const struct drafts_screen *)data)->drafts.row_count;
}

static void drafts_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	(void)data;
	ch_buffer_add(out, row->cells[TITLE_COLUMN]);
}

static const char *drafts_empty(void *data)
{
	(void)data;
	return _("You have no drafts: all that you typed into forms was saved, or dropped.");
}

static const struct list_source drafts_source = {
	.fetch = drafts_fetch, .count = drafts_count, .name = drafts_name, .empty = drafts_empty};

static void read_drafts(struct drafts_screen *drafts)
{
	struct ch_arena before = drafts->arena;

	drafts->arena = CH_ARENA_EMPTY;
	drafts->drafts = (struct ch_grid){.row_count = 0};
	drafts->err = CH_NO_ERROR;
	if (ch_draft_list(drafts->desk->c, &drafts->arena, &drafts->drafts, &drafts->err) == CH_OK) {
		memcpy(drafts->columns, drafts->drafts.columns, sizeof(drafts->columns));
		drafts->columns[NUMBER_COLUMN].extra = true; /* its number is for the command line */
	}
	list_reload(&drafts->list); /* from the rows before, which are still there */
	ch_arena_release(&before);
}

/* ---- Commands ---- */

static struct drafts_screen *drafts_of(const struct screen *screen)
{
	return (struct drafts_screen *)screen;
}

/* What stands behind the name says which of several forms it is: "feedback.record.pulse.guide". */
static bool is_name(const char *name, const char *form)
{
	size_t length = strlen(name);

	return strncmp(form, name, length) == 0 && (form[length] == '\0' || form[length] == '.');
}

static void run_open(struct app *app, struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);
	int64_t subject_id = strtoll(row->cells[SUBJECT_COLUMN], NULL, 10);

	if (open_marked(app, row->id))
		return;
	for (size_t i = 0; i < FORMS; i++)
		if (is_name(forms[i].name, row->cells[FORM_COLUMN])) {
			forms[i].open(app, subject_id);
			return;
		}
	app_say(app, "%s", _("The form of this draft is not known here; `chiron draft show` shows what it holds"));
}

static void drop_answered(struct app *app, void *data, char letter)
{
	const struct drafts_screen *drafts = data;
	struct ch_error err = CH_NO_ERROR;

	if (letter == 'y')
		desk_done(app, ch_draft_drop(desk_of(app)->c, drafts->dropping, &err), &err, "%s",
			  _("The draft is dropped"));
}

static void run_drop(struct app *app, struct screen *screen)
{
	drafts_of(screen)->dropping = list_row(screen->list)->id;
	question_ask(app, "yn", drop_answered, screen, "%s",
		     _("Drop this draft? What was typed is gone then [y]es [n]o"));
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row, .label = N_("go on typing"),
	 .help = N_("Open the form with what was typed")},
	{.command = COMMAND_DELETE, .run = run_drop, .offered = list_has_row, .label = N_("drop"),
	 .help = N_("Throw away what was typed")},
};

/* ---- As a screen ---- */

static void drafts_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Drafts"));
}

static void drafts_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	list_draw(screen->list, canvas, body, true);
}

static void drafts_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("What you typed into forms and did not save. Nobody else sees it.\n"));
}

static void drafts_changed(struct screen *screen, struct app *app)
{
	(void)app;
	read_drafts(drafts_of(screen));
}

static void drafts_close(struct screen *screen, struct app *app)
{
	struct drafts_screen *drafts = drafts_of(screen);

	(void)app;
	list_release(&drafts->list);
	ch_arena_release(&drafts->arena);
	free(drafts);
}

static const struct screen_ops drafts_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = drafts_title,
	.draw = drafts_draw,
	.help = drafts_help,
	.changed = drafts_changed,
	.close = drafts_close,
};

void drafts_open(struct app *app)
{
	struct drafts_screen *drafts = calloc(1, sizeof(*drafts));

	if (drafts == NULL)
		ch_abort("out of memory");
	*drafts = (struct drafts_screen){.screen = {.ops = &drafts_screen, .list = &drafts->list},
					 .desk = desk_of(app),
					 .arena = CH_ARENA_EMPTY};
	list_init(&drafts->list, &drafts_source, drafts, drafts->desk->today);
	read_drafts(drafts);
	app_push(app, &drafts->screen);
}
