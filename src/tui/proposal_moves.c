#include "tui/proposal_moves.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/form.h"
#include "tui/record_form.h"
#include "tui/screen_pairing_parts.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Accepting ---- */

static void say_accepted(struct app *app, size_t made, size_t count, const struct ch_error *first)
{
	app_changed(app);
	if (first->status != CH_OK && count == 1)
		desk_say_error(app, first);
	else if (first->status != CH_OK)
		app_say(app, _("%zu pairs made, %zu not: %s"), made, count - made, first->message);
	else
		app_say(app, made == 1 ? _("The pair is made. In 3 Pairs, y records what the two agree")
				       : _("%zu pairs are made. In 3 Pairs, y records what each agrees"),
			made);
}

/* Proposals whose learners have not been found ready (R15), kept while it is asked whether they are. */
struct unready {
	struct ch_arena arena;
	int64_t *ids;
	size_t count, made, tried;
	struct ch_error first; /* what else was refused */
};

static enum ch_status accept_ready(struct ch_context *c, int64_t id, struct ch_error *err)
{
	const struct ch_said said = {.how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	int64_t pairing_id;

	c->learner_ready = &said;
	ch_proposal_accept(c, id, CH_BY_BOTH, &pairing_id, err);
	c->learner_ready = NULL;
	return err->status;
}

static void ready_answered(struct app *app, void *data, char letter)
{
	struct unready *unready = data;
	struct ch_error err = unready->first;

	for (size_t i = 0; letter == 'y' && i < unready->count; i++) {
		struct ch_error why = CH_NO_ERROR;

		unready->made += accept_ready(desk_of(app)->c, unready->ids[i], &why) == CH_OK;
		if (err.status == CH_OK)
			err = why;
	}
	if (letter == 'y' || unready->made > 0 || err.status != CH_OK)
		say_accepted(app, unready->made, letter == 'y' ? unready->tried : unready->tried - unready->count,
			     &err);
	ch_arena_release(&unready->arena);
	free(unready);
}

static void ask_whether_ready(struct app *app, struct unready *unready)
{
	if (unready->count == 1)
		question_ask(app, "yn", ready_answered, unready,
			     _("Does the learner know what they want, and have the time? [y]es [n]o"));
	else
		question_ask(app, "yn", ready_answered, unready,
			     _("Do these %zu learners know what they want, and have the time? [y]es [n]o"),
			     unready->count);
}

/* One by one: a pair that is refused now stays proposed, and the others are made. */
void proposals_accept(struct app *app, const int64_t *ids, size_t count)
{
	struct unready *unready = calloc(1, sizeof(*unready));

	if (unready == NULL)
		ch_abort("out of memory");
	unready->arena = CH_ARENA_EMPTY;
	unready->first = CH_NO_ERROR;
	unready->tried = count;
	unready->ids = ch_arena_array(&unready->arena, count, sizeof(*unready->ids));
	for (size_t i = 0; i < count; i++) {
		struct ch_error err = CH_NO_ERROR;
		int64_t pairing_id;

		if (ch_proposal_accept(desk_of(app)->c, ids[i], CH_BY_BOTH, &pairing_id, &err) == CH_OK)
			unready->made++;
		else if (strcmp(err.rule, "R15") == 0)
			unready->ids[unready->count++] = ids[i];
		else if (unready->first.status == CH_OK)
			unready->first = err;
	}
	app_changed(app);
	if (unready->count > 0) {
		ask_whether_ready(app, unready);
		return;
	}
	say_accepted(app, unready->made, count, &unready->first);
	ch_arena_release(&unready->arena);
	free(unready);
}

/* ---- What a form is about ---- */

struct chosen_proposals {
	struct ch_arena arena;
	const struct desk *desk;
	struct list *list; /* they were marked in, which lies below the form */
	int64_t *ids;
	size_t count;
	const char *about; /* "Dara Okafor with Ivo Haddad", "3 proposals" */
};

static const char *pair_words(const struct desk *desk, int64_t id, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_proposal proposal;

	if (ch_proposal_get(desk->c, id, arena, &proposal, &ignored) != CH_OK)
		return "";
	return ch_arena_printf(arena, _("%s with %s"), desk_name(desk, CH_PERSON, proposal.learner_id, arena),
			       desk_name(desk, CH_PERSON, proposal.guide_id, arena));
}

static struct chosen_proposals *choose(struct app *app, struct list *list, const int64_t *ids, size_t count)
{
	struct chosen_proposals *chosen = calloc(1, sizeof(*chosen));

	if (chosen == NULL)
		ch_abort("out of memory");
	*chosen = (struct chosen_proposals){
		.arena = CH_ARENA_EMPTY, .desk = desk_of(app), .list = list, .count = count};
	chosen->ids = ch_arena_array(&chosen->arena, count, sizeof(*ids));
	memcpy(chosen->ids, ids, count * sizeof(*ids));
	chosen->about = count == 1 ? pair_words(chosen->desk, ids[0], &chosen->arena)
				   : ch_arena_printf(&chosen->arena, _("%zu proposals"), count);
	return chosen;
}

static void free_chosen(void *data)
{
	struct chosen_proposals *chosen = data;

	ch_arena_release(&chosen->arena);
	free(chosen);
}

/* The index of the choice that the form holds; 0: none. */
static int choice_of(const struct ch_choice *choices, const struct form *form, const char *key)
{
	int index = ch_choice_find(choices, form_value(form, key));

	return index > 0 ? index : 0;
}

static const struct ch_choice *choices_of(const char *key)
{
	return ch_field_named(ch_entity_of(CH_PROPOSAL), key)->choices;
}

/* All of them or none: what is refused stays in the form. */
static enum ch_status each_or_none(const struct chosen_proposals *chosen, const struct form *form,
				   enum ch_status (*one)(struct ch_context *c, int64_t id, const struct form *form,
							 struct ch_error *err),
				   struct ch_error *err)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_scheme *scheme = chosen->desk->c->scheme;
	enum ch_status status = ch_scheme_hold(scheme, err);

	if (status != CH_OK)
		return status;
	for (size_t i = 0; status == CH_OK && i < chosen->count; i++)
		status = one(chosen->desk->c, chosen->ids[i], form, err);
	if (status == CH_OK) {
		status = ch_scheme_release(scheme, true, err);
		list_unmark(chosen->list);
		return status;
	}
	ch_scheme_release(scheme, false, &ignored);
	desk_tell_rule(err);
	return status;
}

/* ---- Declining ---- */

static enum ch_status decline_one(struct ch_context *c, int64_t id, const struct form *form, struct ch_error *err)
{
	return ch_proposal_decline(c, id, (enum ch_initiator)choice_of(choices_of("declined_by"), form, "declined_by"),
				   (enum ch_decline_reason)choice_of(choices_of("decline_reason"), form,
								     "decline_reason"),
				   err);
}

static enum ch_status decline_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct chosen_proposals *chosen = data;

	if (each_or_none(chosen, form, decline_one, err) == CH_OK)
		desk_done(app, CH_OK, err, _("Declined: %s. m proposes anew, without"), chosen->about);
	return err->status;
}

static const struct form_ops decline_ops = {.save = decline_save, .close = free_chosen};

void proposals_decline(struct app *app, struct list *list, int kind, const int64_t *ids, size_t count)
{
	struct chosen_proposals *chosen = choose(app, list, ids, count);
	const struct form_field fields[] = {
		{.key = "declined_by",
		 .label = N_("Declined by"),
		 .help = N_("Who said no"),
		 .type = CH_TYPE_CHOICE,
		 .choices = pairing_role_choices(choices_of("declined_by"), kind, &chosen->arena),
		 .required = true},
		{.key = "decline_reason",
		 .label = N_("Because"),
		 .help = N_("What fits best; the two are not proposed to each other again in this programme"),
		 .type = CH_TYPE_CHOICE,
		 .choices = choices_of("decline_reason"),
		 .required = true},
	};

	form_open(app, form_new(&decline_ops, chosen,
				ch_arena_printf(&chosen->arena, _("Decline %s"), chosen->about), chosen->desk->today,
				fields, COUNT(fields)));
}

/* ---- Approving ---- */

/* `form` NULL: the coordinator's. */
static enum ch_status approve_one(struct ch_context *c, int64_t id, const struct form *form, struct ch_error *err)
{
	ch_date meeting = CH_NO_DATE;
	const char *on = form != NULL ? form_value(form, "meeting") : "";
	int64_t member_id = form != NULL ? strtoll(form_value(form, "member"), NULL, 10) : 0;

	if (*on != '\0' && ch_date_parse(on, form->today, false, &meeting, err) != CH_OK)
		return err->status;
	return ch_proposal_approve(c, id, member_id, meeting, err);
}

static void say_approved(struct app *app, const char *about, int64_t id, size_t count)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_proposal proposal;

	if (ch_proposal_get(desk_of(app)->c, id, &arena, &proposal, &err) != CH_OK || count > 1)
		desk_done(app, CH_OK, &err, _("The approval of %s is recorded"), about);
	else if (proposal.state == CH_PROPOSAL_APPROVED)
		desk_done(app, CH_OK, &err, _("Approved: %s. > makes the pair once both accept"), about);
	else
		desk_done(app, CH_OK, &err, _("The approval of %s is recorded; it needs others, too"), about);
	ch_arena_release(&arena);
}

static enum ch_status approve_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct chosen_proposals *chosen = data;

	if (each_or_none(chosen, form, approve_one, err) == CH_OK)
		say_approved(app, chosen->about, chosen->ids[0], chosen->count);
	return err->status;
}

static const struct form_ops approve_ops = {.save = approve_save, .close = free_chosen};

/* The members as choices, by the ids of the people; how many. */
static size_t read_members(const struct chosen_proposals *chosen, int64_t programme_id, struct ch_arena *arena,
			   struct ch_choice **members, struct ch_error *err)
{
	struct ch_list_query query = {.list = CH_LIST_COMMITTEE, .programme_id = programme_id};
	struct ch_grid grid = {0};
	size_t name = 0, id = 0;

	if (ch_list_fetch(chosen->desk->c, &query, arena, &grid, err) != CH_OK)
		return 0;
	for (size_t i = 0; i < grid.column_count; i++) {
		name = strcmp(grid.columns[i].key, "person") == 0 ? i : name;
		id = strcmp(grid.columns[i].key, "person_id") == 0 ? i : id;
	}
	*members = ch_arena_array(arena, grid.row_count + 2, sizeof(**members));
	(*members)[0] = (struct ch_choice){.code = "", .label = ""};
	for (size_t i = 0; i < grid.row_count; i++)
		(*members)[i + 1] =
			(struct ch_choice){.code = grid.rows[i].cells[id], .label = grid.rows[i].cells[name]};
	return grid.row_count;
}

/* Where there is no committee, the coordinator's word is enough. */
static void approve_alone(struct app *app, struct chosen_proposals *chosen)
{
	struct ch_error err = CH_NO_ERROR;

	if (each_or_none(chosen, NULL, approve_one, &err) == CH_OK)
		say_approved(app, chosen->about, chosen->ids[0], chosen->count);
	else
		app_say_error(app, &err);
}

void proposals_approve(struct app *app, struct list *list, int64_t programme_id, const int64_t *ids, size_t count)
{
	struct chosen_proposals *chosen = choose(app, list, ids, count);
	struct ch_error err = CH_NO_ERROR;
	struct ch_choice *members = NULL;
	size_t member_count = read_members(chosen, programme_id, &chosen->arena, &members, &err);

	if (err.status != CH_OK || member_count == 0) {
		if (err.status != CH_OK)
			desk_say_error(app, &err);
		else
			approve_alone(app, chosen);
		free_chosen(chosen);
		return;
	}
	const struct form_field fields[] = {
		{.key = "member",
		 .label = N_("Member"),
		 .help = N_("Who of the matching committee approves; who is near either of the two stands aside"),
		 .type = CH_TYPE_CHOICE,
		 .choices = members,
		 .required = true},
		{.key = "meeting",
		 .label = N_("At the meeting of"),
		 .help = N_("The day of the meeting; empty: between meetings"),
		 .type = CH_TYPE_DATE},
	};

	form_open(app, form_new(&approve_ops, chosen,
				ch_arena_printf(&chosen->arena, _("Approve %s"), chosen->about), chosen->desk->today,
				fields, COUNT(fields)));
}

/* ---- The committee ---- */

static enum ch_status member_save(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_committee_member *member = record;
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)data;
	if (ch_committee_add(desk_of(app)->c, member, err) == CH_OK)
		desk_done(app, CH_OK, err, _("%s is of the matching committee"),
			  desk_name(desk_of(app), CH_PERSON, member->person_id, &arena));
	ch_arena_release(&arena);
	return err->status;
}

static const char *const member_keys[] = {"person_id", "since", NULL};

static const struct record_form_spec member_form = {
	.entity = CH_COMMITTEE_MEMBER,
	.title = N_("Add a member of the matching committee"),
	.adding = true,
	.keys = member_keys,
	.save = member_save,
};

void proposals_add_member(struct app *app, int64_t programme_id)
{
	struct ch_committee_member member;

	ch_record_start(ch_entity_of(CH_COMMITTEE_MEMBER), &member);
	member.programme_id = programme_id;
	record_form_open(app, &member_form, &member, NULL);
}
