#include "tui/screens/proposal_moves.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"
#include "tui/widgets/record_form.h"
#include "tui/screens/screen_pairing_parts.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- What a form is about ---- */

struct chosen_proposals {
	struct ch_arena arena;
	const struct desk *desk;
	struct list *list; /* they were marked in, which lies below the form */
	int64_t *ids;
	size_t count;
	const char *about; /* "Dara Okafor with Ivo Haddad", "3 proposals" */
};

void proposals_row_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	const char *guide = scheme_list_cell(list, row, "guide"), *lacking = scheme_list_cell(list, row, "lacking");

	ch_buffer_printf(out, _("%s with %s"), scheme_list_cell(list, row, "learner"), guide);
	if (lacking != NULL)
		ch_buffer_printf(out, _(": %s has no %s in date"), guide, lacking);
}

static const char *pair_words(const struct desk *desk, int64_t id, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *guide, *learner;

	if (ch_proposal_names(desk->c, id, arena, &guide, &learner, &ignored) != CH_OK)
		return "";
	return ch_arena_printf(arena, _("%s with %s"), learner, guide);
}

static struct chosen_proposals *choose(struct app *app, const struct proposals_chosen *in)
{
	struct chosen_proposals *chosen = calloc(1, sizeof(*chosen));

	if (chosen == NULL)
		ch_abort("out of memory");
	*chosen = (struct chosen_proposals){
		.arena = CH_ARENA_EMPTY, .desk = desk_of(app), .list = in->list, .count = in->count};
	chosen->ids = ch_arena_array(&chosen->arena, in->count, sizeof(*in->ids));
	memcpy(chosen->ids, in->ids, in->count * sizeof(*in->ids));
	chosen->about = in->count == 1 ? pair_words(chosen->desk, in->ids[0], &chosen->arena)
				       : ch_arena_printf(&chosen->arena, _("%zu proposals"), in->count);
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

/* Opens it, with drafts under that name of these proposals. */
static void open_form(struct app *app, const struct chosen_proposals *chosen, const char *name, struct form *form)
{
	if (chosen->count == 1)
		form_draft_keep_as(app, form, name, chosen->ids[0], NULL);
	else
		form_draft_keep_marked(app, form, name, chosen->ids, chosen->count);
	form_open(app, form);
}

/* ---- Declining ---- */

static enum ch_status decline_one(struct ch_context *c, int64_t id, const struct form *form, struct ch_error *err)
{
	bool for_oneself = c->actor.person_id != 0;
	int by = for_oneself ? CH_NO_INITIATOR : choice_of(choices_of("declined_by"), form, "declined_by");

	return ch_proposal_decline(c, id, (enum ch_initiator)by,
				   (enum ch_decline_reason)choice_of(choices_of("decline_reason"), form,
								     "decline_reason"),
				   form_value(form, "decline_note"), err);
}

static enum ch_status decline_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct chosen_proposals *chosen = data;

	if (each_or_none(chosen, form, decline_one, err) == CH_OK)
		desk_done(app, CH_OK, err,
			  desk_is_coordinator(chosen->desk) ? _("Declined: %s. " KEY_(MATCH) " proposes anew, without")
							    : _("Declined: %s"),
			  chosen->about);
	return err->status;
}

static const struct form_ops decline_ops = {.save = decline_save, .close = free_chosen};

/* What one of the two says of themself is asked last; the coordinator says first who it was. */
void proposals_decline(struct app *app, const struct proposals_chosen *in)
{
	struct chosen_proposals *chosen = choose(app, in);
	size_t first = desk_is_coordinator(chosen->desk) ? 0 : 1;
	const struct form_field fields[] = {
		{.key = "declined_by",
		 .label = N_("Declined by"),
		 .help = N_("Who said no"),
		 .type = CH_TYPE_CHOICE,
		 .choices = pairing_role_choices(choices_of("declined_by"), in->kind, &chosen->arena),
		 .own_choices = true,
		 .required = true},
		{.key = "decline_reason",
		 .label = N_("Because"),
		 .help = N_("What fits best; the two are not proposed to each other again in this programme"),
		 .type = CH_TYPE_CHOICE,
		 .choices = choices_of("decline_reason"),
		 .required = true},
		{.key = "decline_note",
		 .label = N_("In words"),
		 .help = N_("Needed where none of these fits; only coordinators read it"),
		 .type = CH_TYPE_TEXT},
	};

	open_form(app, chosen, "proposal.decline",
		  form_new(&decline_ops, chosen, ch_arena_printf(&chosen->arena, _("Decline %s"), chosen->about),
			   chosen->desk->today, fields + first, COUNT(fields) - first));
}

/* ---- Approving ---- */

/* `form` NULL: the coordinator's. */
static enum ch_status approve_one(struct ch_context *c, int64_t id, const struct form *form, struct ch_error *err)
{
	ch_date meeting = CH_NO_DATE;
	int64_t member_id = form != NULL ? strtoll(form_value(form, "member"), NULL, 10) : 0;

	if (form != NULL && form_day(form, "meeting", &meeting, err) != CH_OK)
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
		desk_done(app, CH_OK, &err, _("Approved: %s. " KEY_(FORWARD) " makes the pair once both "
					      "accept"), about);
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

/* Where there is no committee the coordinator's word is enough; a member speaks for themself. */
static void approve_alone(struct app *app, struct chosen_proposals *chosen)
{
	struct ch_error err = CH_NO_ERROR;

	if (each_or_none(chosen, NULL, approve_one, &err) == CH_OK)
		say_approved(app, chosen->about, chosen->ids[0], chosen->count);
	else
		app_say_error(app, &err);
}

void proposals_approve(struct app *app, const struct proposals_chosen *in)
{
	struct chosen_proposals *chosen = choose(app, in);
	struct ch_error err = CH_NO_ERROR;
	struct ch_choice *members = NULL;
	size_t member_count = desk_is_coordinator(chosen->desk)
				      ? read_members(chosen, in->programme_id, &chosen->arena, &members, &err)
				      : 0;

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
		 .own_choices = true,
		 .required = true},
		{.key = "meeting",
		 .label = N_("At the meeting of"),
		 .help = N_("The day of the meeting; empty: between meetings"),
		 .type = CH_TYPE_DATE},
	};

	open_form(app, chosen, "proposal.approve",
		  form_new(&approve_ops, chosen, ch_arena_printf(&chosen->arena, _("Approve %s"), chosen->about),
			   chosen->desk->today, fields, COUNT(fields)));
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

const struct record_form_spec committee_member_form = {
	.entity = CH_COMMITTEE_MEMBER,
	.title = N_("Add a member of the matching committee"),
	.adding = true,
	.about = "programme_id",
	.keys = member_keys,
	.save = member_save,
};

void proposals_add_member(struct app *app, int64_t programme_id)
{
	struct ch_committee_member member;

	ch_record_start(ch_entity_of(CH_COMMITTEE_MEMBER), &member);
	member.programme_id = programme_id;
	record_form_open(app, &committee_member_form, &member, NULL);
}
