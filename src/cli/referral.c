/* `chiron referral ...`: what is outside the remit of the two is passed on only as R62 says. */
#include <inttypes.h>

#include "cli/edit.h"
#include "cli/output.h"
#include "cli/wording.h"

static enum ch_status done(struct cli *cli, int64_t id, struct ch_error *err)
{
	struct ch_referral referral;

	if (ch_referral_get(&cli->context, id, &cli->arena, &referral, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_REFERRAL, &referral, _("Referral %" PRId64 " of %s: %s."), id,
		 cli_name(cli, CH_PAIRING, referral.pairing_id),
		 ch_field_show(ch_field_named(ch_entity_of(CH_REFERRAL), "state"), &referral, cli_today(cli),
			       &cli->arena));
	return CH_OK;
}

static void say_topics(struct cli *cli)
{
	cli_say(cli, "%s", _("Outside the remit of the two, and for somebody else to deal with (R63):"));
	for (const char *const *topic = ch_referral_topics(); *topic != NULL; topic++)
		cli_say(cli, "- %s", _(*topic));
	cli_say(cli, "%s",
		_("It is passed on only after it was talked over, and with the mentee's or coachee's approval."));
}

enum ch_status cli_referral_raise(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_referral referral;
	const char *about;

	ch_record_start(ch_entity_of(CH_REFERRAL), &referral);
	if (cli_which(cli, CH_PAIRING, args->words[0], &referral.pairing_id, err) != CH_OK ||
	    cli_date_option(cli, args, "on", &referral.raised_on, err) != CH_OK)
		return err->status;
	say_topics(cli);
	if (cli_ask_about(cli, referral.pairing_id, _("What is it about?"), &about, err) != CH_OK ||
	    ch_referral_raise(&cli->context, &referral, about, err) != CH_OK)
		return err->status;
	return done(cli, referral.referral_id, err);
}

enum ch_status cli_referral_discuss(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_referral referral;
	const char *to_whom, *said;
	ch_date on = CH_NO_DATE;
	int64_t id;

	if (cli_which(cli, CH_REFERRAL, args->words[0], &id, err) != CH_OK ||
	    cli_date_option(cli, args, "on", &on, err) != CH_OK ||
	    ch_referral_get(&cli->context, id, &cli->arena, &referral, err) != CH_OK ||
	    cli_ask_about(cli, referral.pairing_id, _("To whom would it go?"), &to_whom, err) != CH_OK ||
	    cli_ask_about(cli, referral.pairing_id, _("What was the mentee or coachee told, and what did they say?"),
			  &said, err) != CH_OK ||
	    ch_referral_discuss(&cli->context, id, on, to_whom, said, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

enum ch_status cli_referral_answer(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	ch_date on = CH_NO_DATE;
	int approved = cli_args_choice(args, "approved"), how = cli_args_choice(args, "how");
	int64_t id;

	if (cli_which(cli, CH_REFERRAL, args->words[0], &id, err) != CH_OK ||
	    cli_date_option(cli, args, "on", &on, err) != CH_OK ||
	    ch_referral_answer(&cli->context, id, approved == CH_YES, how, on, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

enum ch_status cli_referral_forward(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	int64_t id;

	if (cli_which(cli, CH_REFERRAL, args->words[0], &id, err) != CH_OK ||
	    ch_referral_forward(&cli->context, id, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

enum ch_status cli_referral_close(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	int64_t id;

	if (cli_which(cli, CH_REFERRAL, args->words[0], &id, err) != CH_OK ||
	    ch_referral_close(&cli->context, id, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

enum ch_status cli_referral_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const enum ch_text_kind kinds[] = {CH_TEXT_REFERRAL, CH_TEXT_REFERRAL_TO, CH_TEXT_DISCUSSION,
						  CH_NO_TEXT_KIND};
	struct ch_referral referral;
	int64_t id;

	if (cli_which(cli, CH_REFERRAL, args->words[0], &id, err) != CH_OK ||
	    ch_referral_get(&cli->context, id, &cli->arena, &referral, err) != CH_OK)
		return err->status;
	return cli_show_with_wording(cli, CH_REFERRAL, &referral, referral.pairing_id, kinds, err);
}
