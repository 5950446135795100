/* `chiron brief ...` and `chiron pairing three-way`. */
#include <inttypes.h>

#include "cli/command.h"
#include "cli/edit.h"
#include "cli/output.h"
#include "cli/wording.h"

static enum ch_status done(struct cli *cli, int64_t id, const char *said, struct ch_error *err)
{
	struct ch_pairing pairing;

	if (ch_pairing_get(&cli->context, id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PAIRING, &pairing, "%s: %s.", cli_name(cli, CH_PAIRING, id), said);
	return CH_OK;
}

enum ch_status cli_brief_write(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *words;
	int64_t id;

	if (cli_which(cli, CH_PAIRING, args->words[0], &id, err) != CH_OK ||
	    cli_ask_about(cli, id, _("What should be known of their context?"), &words, err) != CH_OK ||
	    ch_brief_write(&cli->context, id, words, err) != CH_OK)
		return err->status;
	return done(cli, id, _("the brief is written"), err);
}

/* The guide is shown it; at the coordinator's only the fact is recorded. */
enum ch_status cli_brief_read(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_pairing pairing;
	const char *words;
	int64_t id;

	if (cli_which(cli, CH_PAIRING, args->words[0], &id, err) != CH_OK ||
	    ch_pairing_get(&cli->context, id, &cli->arena, &pairing, err) != CH_OK ||
	    ch_brief_read(&cli->context, id, err) != CH_OK ||
	    cli_wording_of(cli, CH_TEXT_BRIEF, pairing.spell_id, &words, err) != CH_OK)
		return err->status;
	if (words != NULL)
		cli_say(cli, "%s\n", words);
	return done(cli, id, _("the brief is read"), err);
}

enum ch_status cli_pairing_three_way(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_three_way given = {.on = CH_NO_DATE};
	struct ch_answer answer;
	const char *words = NULL, *told;
	int by = cli_args_choice(args, "agreed-by");
	int64_t id;

	ch_record_start(ch_entity_of(CH_ANSWER), &answer);
	if (cli_which(cli, CH_PAIRING, args->words[0], &id, err) != CH_OK ||
	    cli_fill(cli, args, CH_ANSWER, &answer, err) != CH_OK)
		return err->status;
	given.guide = by == THREE_GUIDE || by == THREE_ALL;
	given.learner = by == THREE_LEARNER || by == THREE_ALL;
	given.manager = by == THREE_MANAGER || by == THREE_ALL;
	given.how = answer.how;
	given.on = answer.answered_on;
	if ((by == 0 || cli_args_has(args, "words")) &&
	    cli_ask_about(cli, id, _("What is aimed at, and what may be shared with the manager?"), &words,
			  err) != CH_OK)
		return err->status;
	if (ch_pairing_three_way(&cli->context, id, &given, words, err) != CH_OK)
		return err->status;
	if (ch_three_way_told(&cli->context, id, &cli->arena, &told, err) != CH_OK)
		return err->status;
	if (told == NULL)
		return done(cli, id, _("what three agree is recorded"), err);
	return done(cli, id,
		    ch_arena_printf(&cli->arena, _("what three agree is recorded; each one's yes: %s"), told), err);
}
