/*
 * `chiron pairing show`, `session show` and `action show`: facts for everybody who may
 * see them, wording only for the two it belongs to.
 */
#include <inttypes.h>
#include <string.h>

#include "chiron/json.h"
#include "cli/output.h"
#include "cli/wording.h"

/* What the head of the pairing says is not said again in every row. */
static bool stands_in_the_head(const char *key)
{
	return strcmp(key, "guide") == 0 || strcmp(key, "learner") == 0 || strcmp(key, "programme") == 0;
}

/* How far the goal was attained stands behind its wording, for the two. */
static enum ch_status add_rating(struct cli *cli, int64_t goal_id, const char **text, struct ch_error *err)
{
	struct ch_goal goal;

	if (ch_goal_get(&cli->context, goal_id, &cli->arena, &goal, err) != CH_OK)
		return err->status;
	if (goal.attained != CH_UNKNOWN)
		*text = ch_arena_printf(&cli->arena, _("%s (attained %+d, weight %d)"), *text != NULL ? *text : "",
					(int)goal.attained, (int)goal.weight);
	return CH_OK;
}

/* What the rated goals come to; NULL where none is, or the actor is not of the pair. */
static const char *attainment(struct cli *cli, int64_t pairing_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	int64_t hundredths, rated;

	if (ch_goal_attained(&cli->context, pairing_id, &hundredths, &rated, &ignored) != CH_OK ||
	    hundredths == CH_UNKNOWN)
		return NULL;
	return ch_arena_printf(&cli->arena, _("T-score %.2f of %" PRId64 " rated; 50 is as expected"),
			       (double)hundredths / 100, rated);
}

/* A list with the pair's wording as one more column, where there is any that the actor may read. */
static enum ch_status with_wording(struct cli *cli, enum ch_text_kind kind, struct ch_grid *grid, struct ch_error *err)
{
	size_t count = grid->column_count;
	struct ch_column *columns = ch_arena_array(&cli->arena, count + 1, sizeof(*columns));
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		columns[i] = grid->columns[i];
		columns[i].extra = columns[i].extra || stands_in_the_head(columns[i].key);
	}
	columns[count] = (struct ch_column){
		.key = "wording", .label = cli_wording_label(kind), .type = CH_TYPE_LINES};
	for (size_t row = 0; row < grid->row_count; row++) {
		const char **cells = ch_arena_array(&cli->arena, count + 1, sizeof(*cells));

		for (size_t i = 0; i < count; i++)
			cells[i] = grid->rows[row].cells[i];
		if (cli_wording_of(cli, kind, grid->rows[row].id, &cells[count], err) != CH_OK)
			return err->status;
		if (kind == CH_TEXT_GOAL && add_rating(cli, grid->rows[row].id, &cells[count], err) != CH_OK)
			return err->status;
		grid->rows[row].cells = cells;
		any = any || cells[count];
	}
	grid->columns = columns;
	grid->column_count = any ? count + 1 : count;
	return CH_OK;
}

/* "Wen Patel: Mon 2 Nov, spoken", and a line for the other: each one's own yes to the agreement (R29). */
static enum ch_status yes_of_both(struct cli *cli, const struct ch_pairing *pairing, const char **text,
				  struct ch_error *err)
{
	const int64_t people[] = {pairing->guide_id, pairing->learner_id};
	const struct ch_field *how = ch_field_named(ch_entity_of(CH_ANSWER), "how");
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_yes_days days;
	char shown[16];

	if (ch_agreement_yes_days(&cli->context, pairing->pairing_id, &days, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < 2; i++) {
		ch_date on = i == 0 ? days.guide : days.learner;
		int given = i == 0 ? days.guide_how : days.learner_how;

		ch_buffer_printf(&out, "%s%s: %s", i > 0 ? "\n" : "", cli_name(cli, CH_PERSON, people[i]),
				 on == CH_NO_DATE ? _("not yet") : ch_date_show(on, cli_today(cli), shown));
		if (on != CH_NO_DATE && given > 0)
			ch_buffer_printf(&out, ", %s", _(how->choices[given].label));
	}
	*text = ch_arena_copy(&cli->arena, out.text);
	ch_buffer_release(&out);
	return CH_OK;
}

static enum ch_status fetch(struct cli *cli, const struct ch_pairing *pairing, enum ch_list_id list,
			    const char *filter, enum ch_text_kind kind, struct ch_grid *grid, struct ch_error *err)
{
	const struct ch_list_query query = {.list = list, .filter = filter, .pairing_id = pairing->pairing_id};

	if (ch_list_fetch(&cli->context, &query, &cli->arena, grid, err) != CH_OK)
		return err->status;
	return with_wording(cli, kind, grid, err);
}

enum ch_status cli_pairing_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_grid sessions, actions, goals, overrides;
	struct ch_agreement agreement;
	struct ch_pairing pairing;
	struct ch_spell spell;
	const char *brief, *three_way, *three_said, *scored, *yes = NULL;
	int64_t id;
	bool agreed;

	if (cli_which(cli, CH_PAIRING, args->words[0], &id, err) != CH_OK ||
	    ch_pairing_get(&cli->context, id, &cli->arena, &pairing, err) != CH_OK ||
	    ch_spell_get(&cli->context, pairing.spell_id, &cli->arena, &spell, err) != CH_OK ||
	    ch_agreement_draft(&cli->context, id, &cli->arena, &agreement, err) != CH_OK ||
	    yes_of_both(cli, &pairing, &yes, err) != CH_OK ||
	    cli_wording_of(cli, CH_TEXT_BRIEF, pairing.spell_id, &brief, err) != CH_OK ||
	    cli_wording_of(cli, CH_TEXT_THREE_WAY, pairing.spell_id, &three_way, err) != CH_OK ||
	    ch_three_way_told(&cli->context, id, &cli->arena, &three_said, err) != CH_OK ||
	    fetch(cli, &pairing, CH_LIST_GOALS, NULL, CH_TEXT_GOAL, &goals, err) != CH_OK ||
	    fetch(cli, &pairing, CH_LIST_SESSIONS, NULL, CH_TEXT_LEARNING, &sessions, err) != CH_OK ||
	    fetch(cli, &pairing, CH_LIST_ACTIONS, "state:open", CH_TEXT_ACTION, &actions, err) != CH_OK)
		return err->status;
	agreed = agreement.agreement_id != 0;
	scored = attainment(cli, id);
	cli_overrides_of(cli, &(struct ch_list_query){.pairing_id = id}, &overrides);
	cli_show_record(cli, CH_PAIRING, &pairing,
			(const struct cli_part[]){
				{.key = "spell", .title = _("This time"), .entity = CH_SPELL, .record = &spell},
				{.key = "agreement",
				 .title = _("Agreement"),
				 .entity = CH_AGREEMENT,
				 .record = agreed ? &agreement : NULL,
				 .text = agreed ? NULL : _("None is recorded yet: `chiron pairing agree`.")},
				{.title = agreed ? _("Said yes") : NULL, .text = agreed ? yes : NULL},
				{.title = three_said != NULL ? _("Agreed by three") : NULL, .text = three_said},
				{.key = "overrides",
				 .title = overrides.row_count > 0 ? _("Rules overridden") : NULL,
				 .grid = &overrides},
				{.title = cli_wording_label(CH_TEXT_BRIEF), .text = brief},
				{.title = cli_wording_label(CH_TEXT_THREE_WAY), .text = three_way},
				{.key = "goals", .title = _("Goals and focus areas"), .grid = &goals},
				{.title = scored != NULL ? _("Goal attainment") : NULL, .text = scored},
				{.key = "sessions", .title = _("Sessions"), .grid = &sessions},
				{.key = "open_actions_list", .title = _("Open actions"), .grid = &actions},
				{.text = cli_is_of_pair(cli, &pairing) ? NULL : cli_wording_withheld(cli)},
			},
			12);
	return CH_OK;
}

enum ch_status cli_session_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *topics = NULL, *learning = NULL;
	struct ch_session session;
	struct ch_pairing pairing;
	int64_t id;
	bool of_pair;

	if (cli_which(cli, CH_SESSION, args->words[0], &id, err) != CH_OK ||
	    ch_session_get(&cli->context, id, &cli->arena, &session, err) != CH_OK ||
	    ch_pairing_get(&cli->context, session.pairing_id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	of_pair = cli_is_of_pair(cli, &pairing);
	if (of_pair &&
	    (cli_wording_of(cli, CH_TEXT_TOPICS, id, &topics, err) != CH_OK ||
	     cli_wording_of(cli, CH_TEXT_LEARNING, id, &learning, err) != CH_OK))
		return err->status;
	cli_show_record(cli, CH_SESSION, &session,
			(const struct cli_part[]){
				{.title = topics ? cli_wording_label(CH_TEXT_TOPICS) : NULL, .text = topics},
				{.title = learning ? cli_wording_label(CH_TEXT_LEARNING) : NULL, .text = learning},
				{.text = of_pair ? NULL : cli_wording_withheld(cli)},
			},
			3);
	return CH_OK;
}

enum ch_status cli_action_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_action action;
	const char *text, *tried;
	int64_t id;

	if (cli_which(cli, CH_ACTION, args->words[0], &id, err) != CH_OK ||
	    ch_action_get(&cli->context, id, &cli->arena, &action, err) != CH_OK ||
	    cli_wording_of(cli, CH_TEXT_ACTION, id, &text, err) != CH_OK ||
	    cli_wording_of(cli, CH_TEXT_TRIED, id, &tried, err) != CH_OK)
		return err->status;
	cli_show_record(cli, CH_ACTION, &action,
			(const struct cli_part[]){
				{.title = text ? cli_wording_label(CH_TEXT_ACTION) : NULL,
				 .text = text ? text : cli_wording_withheld(cli)},
				{.title = tried ? cli_wording_label(CH_TEXT_TRIED) : NULL, .text = tried},
			},
			2);
	return CH_OK;
}
