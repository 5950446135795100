/* `chiron assessment ...`: that one was taken; what came of it only to the two. */
#include <inttypes.h>

#include "cli/edit.h"
#include "cli/output.h"
#include "cli/wording.h"

enum ch_status cli_assessment_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_assessment assessment;
	const char *result;

	ch_record_start(ch_entity_of(CH_ASSESSMENT), &assessment);
	if (cli_which(cli, CH_PAIRING, args->words[0], &assessment.pairing_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_ASSESSMENT, &assessment, err) != CH_OK ||
	    cli_ask_about(cli, assessment.pairing_id, _("What came of it?"), &result, err) != CH_OK ||
	    ch_assessment_add(&cli->context, &assessment, result, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_ASSESSMENT, &assessment, _("Assessment %" PRId64 " of %s is recorded."),
		 assessment.assessment_id, cli_name(cli, CH_PAIRING, assessment.pairing_id));
	return CH_OK;
}

enum ch_status cli_assessment_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const enum ch_text_kind kinds[] = {CH_TEXT_ASSESSMENT, CH_NO_TEXT_KIND};
	struct ch_assessment assessment;
	int64_t id;

	if (cli_which(cli, CH_ASSESSMENT, args->words[0], &id, err) != CH_OK ||
	    ch_assessment_get(&cli->context, id, &cli->arena, &assessment, err) != CH_OK)
		return err->status;
	return cli_show_with_wording(cli, CH_ASSESSMENT, &assessment, assessment.pairing_id, kinds, err);
}

static enum ch_status set_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_assessment assessment;

	if (ch_assessment_get(&cli->context, id, &cli->arena, &assessment, err) != CH_OK ||
	    cli_fill(cli, context, CH_ASSESSMENT, &assessment, err) != CH_OK ||
	    ch_assessment_set(&cli->context, &assessment, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_ASSESSMENT, &assessment, _("Assessment %" PRId64 " of %s is corrected."), id,
		 cli_name(cli, CH_PAIRING, assessment.pairing_id));
	return CH_OK;
}

enum ch_status cli_assessment_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (cli_needs_change(args, CH_ASSESSMENT, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, args, CH_ASSESSMENT, set_one, args, err);
}

static enum ch_status remove_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_assessment assessment;
	const char *names;

	(void)context;
	if (ch_assessment_get(&cli->context, id, &cli->arena, &assessment, err) != CH_OK)
		return err->status;
	names = cli_name(cli, CH_PAIRING, assessment.pairing_id);
	if (cli_confirm(cli, ch_arena_printf(&cli->arena, _("Assessment %" PRId64 " of %s, \"%s\", would be removed."),
					     id, names, assessment.tool),
			err) != CH_OK ||
	    ch_assessment_remove(&cli->context, id, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_ASSESSMENT, &assessment, _("Assessment %" PRId64 " of %s is removed."), id, names);
	return CH_OK;
}

enum ch_status cli_assessment_remove(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_ASSESSMENT, remove_one, args, err);
}
