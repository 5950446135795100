#include "cli/review.h"

#include <inttypes.h>
#include <string.h>

#include "cli/wording.h"

struct review {
	struct cli *cli;
	const struct ch_pairing *pairing;
	struct ch_buffer line;
	size_t open, settled;
};

/* "Action 12, Catrin Oldroyd, due Mon 2 Nov: draft CV" */
static enum ch_status describe(struct review *r, const struct ch_action *action, struct ch_error *err)
{
	struct cli *cli = r->cli;
	const char *text;
	char due[16];

	if (cli_wording_of(cli, CH_TEXT_ACTION, action->action_id, &text, err) != CH_OK)
		return err->status;
	if (action->due_on == CH_NO_DATE)
		strcpy(due, "-");
	else
		ch_date_show(action->due_on, cli_today(cli), due);
	cli_note(cli, _("Action %" PRId64 ", %s, due %s%s%s"), action->action_id,
		 cli_name(cli, CH_PERSON,
			  action->owner == CH_SIDE_GUIDE ? r->pairing->guide_id : r->pairing->learner_id),
		 due, text ? ": " : "", text ? text : "");
	return CH_OK;
}

static enum cli_answer ask_new_date(struct review *r, ch_date *date)
{
	enum cli_answer answer;

	while ((answer = cli_ask(r->cli, &r->line, _("Until when? (fri, in 2 weeks, 4 dec)"))) == CLI_ANSWERED) {
		struct ch_error refused = CH_NO_ERROR;

		if (ch_date_parse(r->line.text, cli_today(r->cli), true, date, &refused) == CH_OK)
			break;
		cli_complain(r->cli, &refused);
	}
	return answer;
}

static enum cli_answer review_one(struct review *r, const struct ch_action *action, struct ch_error *err)
{
	ch_date due_on = CH_NO_DATE;
	enum ch_action_state state;
	enum cli_answer answer;
	int64_t next;

	do {
		answer = cli_ask(r->cli, &r->line,
				 _("d: done   c: carry on to a new date   x: drop   Enter: leave it open"));
	} while (answer == CLI_ANSWERED && (r->line.length != 1 || !strchr("dcxDCX", r->line.text[0])));
	if (answer != CLI_ANSWERED)
		return answer;
	state = strchr("dD", r->line.text[0])	? CH_ACTION_DONE
		: strchr("cC", r->line.text[0]) ? CH_ACTION_CARRIED
						: CH_ACTION_DROPPED;
	if (state == CH_ACTION_CARRIED)
		answer = ask_new_date(r, &due_on);
	if (answer == CLI_ANSWERED &&
	    ch_action_settle(&r->cli->context, action->action_id, state, due_on, &next, err) == CH_OK)
		r->settled++;
	return answer;
}

enum ch_status cli_review(struct cli *cli, const struct ch_pairing *pairing, struct ch_error *err)
{
	const struct ch_list_query open = {
		.list = CH_LIST_ACTIONS, .filter = "state:open", .pairing_id = pairing->pairing_id};
	struct review r = {.cli = cli, .pairing = pairing, .line = CH_BUFFER_EMPTY};
	enum cli_answer answer = CLI_BLANK;
	struct ch_action action;
	struct ch_grid grid;

	if (ch_list_fetch(&cli->context, &open, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < grid.row_count && err->status == CH_OK; i++) {
		if (ch_action_get(&cli->context, grid.rows[i].id, &cli->arena, &action, err) != CH_OK)
			break;
		r.open++;
		if (answer == CLI_ENDED || answer == CLI_STOPPED || describe(&r, &action, err) != CH_OK)
			continue;
		answer = review_one(&r, &action, err);
	}
	ch_buffer_release(&r.line);
	if (r.open == 0)
		cli_say(cli, _("No open action waits for a review."));
	else
		cli_say(cli, _("%zu of %zu reviewed; what you answered is saved."), r.settled, r.open);
	return err->status;
}
