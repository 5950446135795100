/* `chiron feedback ...`: what each side answers on a form. */
#include <inttypes.h>

#include "cli/edit.h"
#include "cli/output.h"

enum ch_status cli_feedback_record(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_feedback feedback;

	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	if (cli_which(cli, CH_PAIRING, args->words[0], &feedback.pairing_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_FEEDBACK, &feedback, err) != CH_OK ||
	    ch_feedback_record(&cli->context, &feedback, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_FEEDBACK, &feedback, _("The feedback of %s is recorded; the other side never sees it."),
		 cli_name(cli, CH_PERSON, feedback.person_id));
	return CH_OK;
}

enum ch_status cli_feedback_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_feedback feedback;
	int64_t id;

	if (cli_which(cli, CH_FEEDBACK, args->words[0], &id, err) != CH_OK ||
	    ch_feedback_get(&cli->context, id, &cli->arena, &feedback, err) != CH_OK)
		return err->status;
	cli_show_record(cli, CH_FEEDBACK, &feedback, NULL, 0);
	return CH_OK;
}

static enum ch_status waive_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	struct ch_feedback feedback;

	if (ch_feedback_waive(&cli->context, id, cli_args_value(args, "because"), err) != CH_OK ||
	    ch_feedback_get(&cli->context, id, &cli->arena, &feedback, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_FEEDBACK, &feedback, _("The feedback of %s is waived."),
		 cli_name(cli, CH_PERSON, feedback.person_id));
	return CH_OK;
}

/*
 * Of one pairing, or of a whole programme: all that is due now, of both sides unless one was named. Of one pairing
 * where nothing is due, what there is says why it cannot be waived.
 */
static enum ch_status waive_due(struct cli *cli, int64_t pairing_id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	struct ch_list_query query = {.list = CH_LIST_FEEDBACK, .pairing_id = pairing_id};
	int side = cli_args_choice(args, "side"), form = cli_args_choice(args, "form");
	const char *asked = ch_arena_printf(&cli->arena, "form:%s%s",
					    form == CH_FEEDBACK_FOLLOW_UP ? "follow_up" : "end",
					    side == CH_NO_SIDE		  ? ""
					    : side == CH_SIDE_GUIDE	  ? " side:guide"
									  : " side:learner");
	int64_t due;

	query.filter = ch_arena_printf(&cli->arena, "state:due %s", asked);
	if (cli_which_option(cli, args, "programme", CH_PROGRAMME, &query.programme_id, err) != CH_OK ||
	    ch_list_count(&cli->context, &query, &due, err) != CH_OK)
		return err->status;
	if (due == 0 && pairing_id != 0)
		query.filter = asked;
	return cli_each_row(cli, &query, waive_one, args, _("Nothing of it is due."), err);
}

enum ch_status cli_feedback_waive(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	int64_t id = 0;

	if (cli_needs_words_or_all(args, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < args->word_count; i++)
		if (cli_which(cli, CH_PAIRING, args->words[i], &id, err) != CH_OK ||
		    waive_due(cli, id, args, err) != CH_OK)
			return err->status;
	return args->word_count > 0 ? CH_OK : waive_due(cli, 0, args, err);
}
