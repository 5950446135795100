/* `chiron pairing ...`, but for what it shows (pairing_show.c). */
#include <inttypes.h>

#include "cli/edit.h"
#include "cli/output.h"

/* Prints what became of a pairing: the record for programs, else "WHO: STATE." */
static enum ch_status done(struct cli *cli, int64_t id, struct ch_error *err)
{
	struct ch_pairing pairing;

	if (ch_pairing_get(&cli->context, id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PAIRING, &pairing, _("Pairing %" PRId64 ", %s: %s."), id, cli_name(cli, CH_PAIRING, id),
		 ch_field_show(ch_field_named(ch_entity_of(CH_PAIRING), "state"), &pairing, cli_today(cli),
			       &cli->arena));
	return CH_OK;
}

enum ch_status cli_pairing_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_pairing pairing;
	const char *declined;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	if (cli_which(cli, CH_PERSON, args->words[0], &pairing.guide_id, err) != CH_OK ||
	    cli_which(cli, CH_PERSON, args->words[1], &pairing.learner_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_PAIRING, &pairing, err) != CH_OK ||
	    ch_proposal_declined(&cli->context, pairing.guide_id, pairing.learner_id, &cli->arena, &declined, err) !=
		    CH_OK ||
	    ch_pairing_add(&cli->context, &pairing, err) != CH_OK)
		return err->status;
	if (declined != NULL)
		cli_note(cli, _("To know: %s."), declined);
	if (done(cli, pairing.pairing_id, err) == CH_OK)
		cli_point_out(cli, CH_AT_PAIRING, pairing.pairing_id);
	return err->status;
}

/* Runs for the pairings named, or with --all for those of the programme that `filter` and --filter let through. */
static enum ch_status each(struct cli *cli, const struct cli_args *args, const char *filter, cli_each_run *run,
			   struct ch_error *err)
{
	const char *own = cli_args_value(args, "filter");
	struct ch_list_query query = {.list = CH_LIST_PAIRINGS, .filter = filter};

	if (own != NULL)
		query.filter = ch_arena_printf(&cli->arena, "%s %s", filter, own);
	if (cli_needs_words_or_all(args, err) != CH_OK ||
	    cli_which_option(cli, args, "programme", CH_PROGRAMME, &query.programme_id, err) != CH_OK)
		return err->status;
	if (!cli_args_has(args, "all"))
		return cli_each_word(cli, args, CH_PAIRING, run, args, err);
	return cli_each_row(cli, &query, run, args, _("There is no such pairing in it."), err);
}

/* ---- The agreement ----------------------------------------------------------------- */

static enum ch_status read_agreed(struct cli *cli, const struct cli_args *args, struct ch_agreed *agreed,
				  struct ch_error *err)
{
	struct ch_answer answer;
	int by = cli_args_choice(args, "agreed-by");

	ch_record_start(ch_entity_of(CH_ANSWER), &answer);
	if (cli_fill(cli, args, CH_ANSWER, &answer, err) != CH_OK)
		return err->status;
	*agreed = (struct ch_agreed){
		.guide = by == CH_BY_GUIDE || by == CH_BY_BOTH,
		.learner = by == CH_BY_LEARNER || by == CH_BY_BOTH,
		.how = answer.how,
		.on = answer.answered_on,
	};
	return CH_OK;
}

static enum ch_status agree_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	struct ch_agreement agreement;
	struct ch_pairing pairing;
	struct ch_agreed agreed;

	if (ch_agreement_draft(&cli->context, id, &cli->arena, &agreement, err) != CH_OK ||
	    cli_fill(cli, args, CH_AGREEMENT, &agreement, err) != CH_OK ||
	    read_agreed(cli, args, &agreed, err) != CH_OK ||
	    ch_pairing_agree(&cli->context, id, &agreement, &agreed, err) != CH_OK ||
	    ch_pairing_get(&cli->context, id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PAIRING, &pairing, _("The agreement of pairing %" PRId64 ", %s, is recorded."), id,
		 cli_name(cli, CH_PAIRING, id));
	cli_point_out(cli, CH_AT_AGREEMENT, id);
	if (cli_args_has(args, "planned-end-on") || cli_args_has(args, "planned-sessions"))
		cli_point_out(cli, CH_AT_EXTENSION, id);
	return CH_OK;
}

enum ch_status cli_pairing_agree(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	enum ch_status status = each(cli, args, "state:contracting", agree_one, err);

	if (status == CH_OK && cli_args_has(args, "agreed-by"))
		cli_say(cli, "%s",
			_("Tell both: what is for a counsellor, doctor or lawyer is referred, "
			  "`chiron referral raise` (R63)."));
	return status;
}

/* ---- From state to state -------------------------------------------------------------- */

typedef enum ch_status pairing_move(struct ch_context *c, int64_t pairing_id, ch_date on, struct ch_error *err);

static enum ch_status move_one(struct cli *cli, int64_t id, const struct cli_args *args, pairing_move *move,
			       struct ch_error *err)
{
	ch_date on = CH_NO_DATE;

	if (cli_date_option(cli, args, "on", &on, err) != CH_OK || move(&cli->context, id, on, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

static enum ch_status start_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	if (move_one(cli, id, context, ch_pairing_start, err) == CH_OK)
		cli_point_out(cli, CH_AT_START, id);
	return err->status;
}

enum ch_status cli_pairing_start(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return each(cli, args, "state:contracting", start_one, err);
}

static enum ch_status pause_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	ch_date on = CH_NO_DATE, until = CH_NO_DATE;

	if (cli_date_option(cli, context, "on", &on, err) != CH_OK ||
	    cli_date_option(cli, context, "until", &until, err) != CH_OK ||
	    ch_pairing_pause(&cli->context, id, on, until, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

enum ch_status cli_pairing_pause(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return each(cli, args, "state:active", pause_one, err);
}

static enum ch_status resume_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	return move_one(cli, id, context, ch_pairing_resume, err);
}

enum ch_status cli_pairing_resume(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return each(cli, args, "state:paused", resume_one, err);
}

enum ch_status cli_pairing_hand_over(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .initiator = cli_args_choice(args, "initiator"),
				     .reason = cli_args_choice(args, "reason"),
				     .note = cli_args_value(args, "note")};
	int64_t id, guide_id, after;

	if (cli_which(cli, CH_PAIRING, args->words[0], &id, err) != CH_OK ||
	    cli_which(cli, CH_PERSON, args->words[1], &guide_id, err) != CH_OK ||
	    cli_date_option(cli, args, "on", &closure.on, err) != CH_OK ||
	    ch_pairing_hand_over(&cli->context, id, guide_id, &closure, &after, err) != CH_OK)
		return err->status;
	return done(cli, after, err);
}

static enum ch_status reopen_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	return move_one(cli, id, context, ch_pairing_reopen, err);
}

enum ch_status cli_pairing_reopen(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PAIRING, reopen_one, args, err);
}

static enum ch_status so_far_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_pairing pairing;
	struct ch_spell spell;

	if (ch_pairing_get(&cli->context, id, &cli->arena, &pairing, err) != CH_OK ||
	    ch_spell_get(&cli->context, pairing.spell_id, &cli->arena, &spell, err) != CH_OK ||
	    cli_fill(cli, context, CH_SPELL, &spell, err) != CH_OK ||
	    ch_pairing_so_far(&cli->context, id, &spell, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

enum ch_status cli_pairing_so_far(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PAIRING, so_far_one, args, err);
}

enum ch_status cli_pairing_change_kind(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	int64_t id, programme_id = 0;

	if (cli_which(cli, CH_PAIRING, args->words[0], &id, err) != CH_OK ||
	    cli_which_option(cli, args, "programme", CH_PROGRAMME, &programme_id, err) != CH_OK ||
	    ch_pairing_change_kind(&cli->context, id, programme_id, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

static enum ch_status close_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_closure closure = {.on = CH_NO_DATE};
	struct ch_error doubt;
	struct ch_spell spell;

	ch_record_clear(ch_entity_of(CH_SPELL), &spell);
	if (cli_fill(cli, context, CH_SPELL, &spell, err) != CH_OK ||
	    cli_date_option(cli, context, "on", &closure.on, err) != CH_OK)
		return err->status;
	closure.kind = spell.closure_kind;
	closure.initiator = spell.closure_initiator;
	closure.reason = spell.closure_reason;
	closure.note = spell.closure_note;
	closure.rematch = spell.rematch;
	closure.kind_if_met = cli->several;
	if (ch_pairing_close(&cli->context, id, &closure, err) != CH_OK ||
	    ch_pairing_doubt_closure(&cli->context, id, &closure, &doubt, err) != CH_OK || done(cli, id, err) != CH_OK)
		return err->status;
	if (doubt.status != CH_OK)
		cli_note(cli, _("Pairing %" PRId64 ": %s; %s. `chiron undo` takes the end back"), id, doubt.message,
			 doubt.fix);
	return CH_OK;
}

enum ch_status cli_pairing_close(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return each(cli, args, "-state:closed -state:closing", close_one, err);
}
