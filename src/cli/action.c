/* `chiron action ...`, `chiron goal ...` and `chiron checkin add`. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "cli/review.h"
#include "cli/wording.h"

/* Finds the pairing of the first word, and asks for wording about it. */
static enum ch_status pairing_and_text(struct cli *cli, const struct cli_args *args, const char *question,
				       struct ch_pairing *pairing, const char **text, struct ch_error *err)
{
	int64_t id;

	*text = NULL;
	if (cli_which(cli, CH_PAIRING, args->words[0], &id, err) != CH_OK ||
	    ch_pairing_get(&cli->context, id, &cli->arena, pairing, err) != CH_OK)
		return err->status;
	if (!cli_keeps_wording(cli))
		return CH_OK;
	question = ch_arena_printf(&cli->arena, "%s (%s)", question,
				   cli_wording_readers(cli, pairing));
	return cli_wording(cli, question, text, err);
}

/* ---- Actions --------------------------------------------------------------------------- */

enum ch_status cli_action_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_pairing pairing;
	struct ch_action action;
	const char *text;
	char shown[16];

	ch_record_start(ch_entity_of(CH_ACTION), &action);
	if (cli_fill(cli, args, CH_ACTION, &action, err) != CH_OK ||
	    pairing_and_text(cli, args, _("What is to be done?"), &pairing, &text, err) != CH_OK)
		return err->status;
	action.pairing_id = pairing.pairing_id;
	if (ch_action_add(&cli->context, &action, text, err) != CH_OK ||
	    ch_action_get(&cli->context, action.action_id, &cli->arena, &action, err) != CH_OK)
		return err->status;
	const char *whose = cli_name(cli, CH_PERSON,
				     action.owner == CH_SIDE_GUIDE ? pairing.guide_id : pairing.learner_id);

	if (action.due_on == CH_NO_DATE)
		cli_done(cli, CH_ACTION, &action, _("Action %" PRId64 " for %s."), action.action_id, whose);
	else
		cli_done(cli, CH_ACTION, &action, _("Action %" PRId64 " for %s, due on %s."), action.action_id, whose,
			 ch_date_show(action.due_on, cli_today(cli), shown));
	cli_point_out(cli, CH_AT_ACTION, action.action_id);
	return CH_OK;
}

enum ch_status cli_action_review(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_pairing pairing;
	int64_t id;

	if (cli_which(cli, CH_PAIRING, args->words[0], &id, err) != CH_OK ||
	    ch_pairing_get(&cli->context, id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	if (!cli->asks) {
		ch_fail(err, CH_USAGE, _("`chiron action review` asks questions, and nobody is here to answer"));
		return ch_error_fix(err, _("`chiron action done`, `carry` and `drop` do the same without asking"));
	}
	return cli_review(cli, &pairing, err);
}

struct settling {
	enum ch_action_state state;
	ch_date due_on;
};

static enum ch_status settle_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct settling *settling = context;
	struct ch_action action;
	int64_t next = 0;

	if (ch_action_settle(&cli->context, id, settling->state, settling->due_on, &next, err) != CH_OK ||
	    ch_action_get(&cli->context, id, &cli->arena, &action, err) != CH_OK)
		return err->status;
	if (next)
		cli_done(cli, CH_ACTION, &action, _("Action %" PRId64 " goes on as action %" PRId64 "."), id, next);
	else
		cli_done(cli, CH_ACTION, &action, _("Action %" PRId64 ": %s."), id,
			 ch_field_show(ch_field_named(ch_entity_of(CH_ACTION), "state"), &action, cli_today(cli),
				       &cli->arena));
	return CH_OK;
}

static bool is_number(const char *word)
{
	return word[0] && strspn(word, "0123456789") == strlen(word);
}

/* "PAIRING 1 3": the first and the third open action of the pairing, oldest first, as action ids. */
static enum ch_status ids_of_pairing(struct cli *cli, const struct cli_args *args, struct cli_args *ids,
				     struct ch_error *err)
{
	struct ch_list_query open = {.list = CH_LIST_ACTIONS, .filter = "state:open", .sort = "action_id"};
	struct ch_grid grid;

	if (args->word_count < 2) {
		ch_fail(err, CH_USAGE, _("which action of \"%s\" is not said"), args->words[0]);
		return ch_error_fix(err, _("Give its number, as `chiron action list` shows it"));
	}
	if (cli_which(cli, CH_PAIRING, args->words[0], &open.pairing_id, err) != CH_OK ||
	    ch_list_fetch(&cli->context, &open, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	*ids = (struct cli_args){.word_count = args->word_count - 1};
	ids->words = ch_arena_array(&cli->arena, ids->word_count, sizeof(*ids->words));
	for (size_t i = 0; i < ids->word_count; i++) {
		const char *word = args->words[i + 1];
		unsigned long number = is_number(word) ? strtoul(word, NULL, 10) : 0;

		if (number == 0 || number > grid.row_count) {
			ch_fail(err, CH_MISSING, _("%s have %zu open actions; \"%s\" was given"),
				cli_name(cli, CH_PAIRING, open.pairing_id), grid.row_count, word);
			return ch_error_fix(err, _("Count them from 1, the oldest first"));
		}
		ids->words[i] = ch_arena_printf(&cli->arena, "%" PRId64, grid.rows[number - 1].id);
	}
	return CH_OK;
}

static enum ch_status settle(struct cli *cli, const struct cli_args *args, const struct settling *settling,
			     struct ch_error *err)
{
	struct cli_args ids;

	if (is_number(args->words[0]))
		return cli_each_word(cli, args, CH_ACTION, settle_one, settling, err);
	if (ids_of_pairing(cli, args, &ids, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, &ids, CH_ACTION, settle_one, settling, err);
}

enum ch_status cli_action_done(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return settle(cli, args, &(struct settling){.state = CH_ACTION_DONE, .due_on = CH_NO_DATE}, err);
}

enum ch_status cli_action_drop(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return settle(cli, args, &(struct settling){.state = CH_ACTION_DROPPED, .due_on = CH_NO_DATE}, err);
}

enum ch_status cli_action_carry(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct settling settling = {.state = CH_ACTION_CARRIED, .due_on = CH_NO_DATE};

	if (cli_date_option(cli, args, "due", &settling.due_on, err) != CH_OK)
		return err->status;
	return settle(cli, args, &settling, err);
}

enum ch_status cli_action_tried(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_action action;
	const char *text;
	int64_t id;

	if (cli_which(cli, CH_ACTION, args->words[0], &id, err) != CH_OK ||
	    ch_action_get(&cli->context, id, &cli->arena, &action, err) != CH_OK ||
	    cli_ask_about(cli, action.pairing_id, _("What happened when it was tried?"), &text, err) != CH_OK ||
	    ch_action_tried(&cli->context, id, text, err) != CH_OK)
		return err->status;
	cli_say(cli, _("It is kept with action %" PRId64 "."), id);
	return CH_OK;
}

/* ---- Goals ------------------------------------------------------------------------------ */

enum ch_status cli_goal_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_pairing pairing;
	struct ch_goal goal;
	const char *text;

	ch_record_start(ch_entity_of(CH_GOAL), &goal);
	if (cli_fill(cli, args, CH_GOAL, &goal, err) != CH_OK ||
	    pairing_and_text(cli, args, _("What is the goal, or the focus area?"), &pairing, &text, err) != CH_OK)
		return err->status;
	goal.pairing_id = pairing.pairing_id;
	if (text == NULL && cli_keeps_wording(cli)) {
		ch_fail(err, CH_USAGE, _("no wording was given: a goal, or a focus area, is what it says"));
		return ch_error_fix(err, _("Answer the question, or give it on standard input; nobody but the two is "
					   "shown it"));
	}
	if (ch_goal_add(&cli->context, &goal, text, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_GOAL, &goal, _("Goal %" PRId64 " of %s is set."), goal.goal_id,
		 cli_name(cli, CH_PAIRING, goal.pairing_id));
	return CH_OK;
}

enum ch_status cli_goal_areas(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const struct ch_column columns[] = {
		{.key = "focus_area", .label = N_("Focus area"), .type = CH_TYPE_TEXT}};
	const char *name = cli_args_value(args, "programme");
	struct ch_grid grid = {.columns = columns, .column_count = 1};
	struct ch_terms areas;
	int64_t programme_id = 0;

	if ((name != NULL && cli_which(cli, CH_PROGRAMME, name, &programme_id, err) != CH_OK) ||
	    ch_focus_areas(&cli->context, programme_id, &cli->arena, &areas, err) != CH_OK)
		return err->status;
	grid.row_count = areas.count;
	grid.rows = ch_arena_array(&cli->arena, areas.count, sizeof(*grid.rows));
	for (size_t i = 0; i < areas.count; i++)
		grid.rows[i] = (struct ch_row){.id = (int64_t)i + 1, .cells = &areas.terms[i]};
	cli_show_grid(cli, &grid, "");
	return CH_OK;
}

enum ch_status cli_goal_word(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	int64_t id;
	const char *text;

	if (!cli_keeps_wording(cli)) {
		ch_fail(err, CH_USAGE, _("this scheme keeps no wording, only facts"));
		return ch_error_fix(err, _("the two keep the wording of their goals themselves"));
	}
	if (cli_which(cli, CH_GOAL, args->words[0], &id, err) != CH_OK ||
	    cli_wording(cli, _("How is it to read now?"), &text, err) != CH_OK ||
	    ch_goal_word(&cli->context, id, text, err) != CH_OK)
		return err->status;
	cli_say(cli, _("The wording of goal %" PRId64 " is changed; what it was before is kept."), id);
	return CH_OK;
}

static enum ch_status settle_goal(struct cli *cli, int64_t id, enum ch_goal_state state, struct ch_error *err)
{
	struct ch_goal goal;

	if (ch_goal_settle(&cli->context, id, state, err) != CH_OK ||
	    ch_goal_get(&cli->context, id, &cli->arena, &goal, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_GOAL, &goal, _("Goal %" PRId64 ": %s."), id,
		 ch_field_show(ch_field_named(ch_entity_of(CH_GOAL), "state"), &goal, cli_today(cli), &cli->arena));
	return CH_OK;
}

static enum ch_status attain_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_goal goal;

	(void)context;
	if (settle_goal(cli, id, CH_GOAL_ATTAINED, err) == CH_OK &&
	    ch_goal_get(&cli->context, id, &cli->arena, &goal, err) == CH_OK)
		cli_point_out(cli, CH_AT_GOAL, goal.pairing_id);
	return err->status;
}

enum ch_status cli_goal_attain(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_GOAL, attain_one, NULL, err);
}

/* How far, and how much it matters. */
struct rating {
	int64_t level, weight;
};

static enum ch_status rate_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct rating *rating = context;
	struct ch_goal goal;

	if (ch_goal_rate(&cli->context, id, rating->level, rating->weight, err) != CH_OK ||
	    ch_goal_get(&cli->context, id, &cli->arena, &goal, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_GOAL, &goal, _("Goal %" PRId64 ": attained %+d, weight %d."), id, (int)goal.attained,
		 (int)goal.weight);
	return CH_OK;
}

enum ch_status cli_goal_rate(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct rating rating = {.level = cli_args_number(args, "level", CH_UNKNOWN),
				.weight = cli_args_number(args, "weight", CH_UNKNOWN)};

	return cli_each_word(cli, args, CH_GOAL, rate_one, &rating, err);
}

static enum ch_status drop_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	(void)context;
	return settle_goal(cli, id, CH_GOAL_DROPPED, err);
}

enum ch_status cli_goal_drop(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_GOAL, drop_one, NULL, err);
}

/* ---- Check-ins -------------------------------------------------------------------------- */

enum ch_status cli_checkin_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_contact_answers answers = CH_NO_CONTACT_ANSWERS;
	struct ch_feedback feedback;
	struct ch_checkin checkin;
	struct ch_pairing pairing;

	ch_record_start(ch_entity_of(CH_CHECKIN), &checkin);
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	if (cli_which(cli, CH_PAIRING, args->words[0], &checkin.pairing_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_CHECKIN, &checkin, err) != CH_OK ||
	    cli_fill(cli, args, CH_FEEDBACK, &feedback, err) != CH_OK)
		return err->status;
	answers.fit = feedback.fit;
	answers.quality = feedback.quality;
	answers.available = cli_args_has(args, "still-available");
	if (ch_checkin_add(&cli->context, &checkin, &answers, err) != CH_OK ||
	    ch_pairing_get(&cli->context, checkin.pairing_id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_CHECKIN, &checkin, _("The check-in with %s is recorded."),
		 cli_name(cli, CH_PERSON,
			  checkin.side == CH_SIDE_GUIDE ? pairing.guide_id : pairing.learner_id));
	return CH_OK;
}
