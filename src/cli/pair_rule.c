/* `chiron pair-rule ...` and `chiron wish ...`: what is said of two people before they are matched. */
#include <inttypes.h>

#include "cli/output.h"

enum ch_status cli_pair_rule_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_pair_rule rule;

	ch_record_start(ch_entity_of(CH_PAIR_RULE), &rule);
	if (cli_which(cli, CH_PERSON, args->words[0], &rule.guide_id, err) != CH_OK ||
	    cli_which(cli, CH_PERSON, args->words[1], &rule.learner_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_PAIR_RULE, &rule, err) != CH_OK ||
	    ch_pair_rule_add(&cli->context, &rule, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PAIR_RULE, &rule, _("%s and %s: %s."), cli_name(cli, CH_PERSON, rule.guide_id),
		 cli_name(cli, CH_PERSON, rule.learner_id),
		 ch_field_show(ch_field_named(ch_entity_of(CH_PAIR_RULE), "kind"), &rule, cli_today(cli), &cli->arena));
	return CH_OK;
}

static enum ch_status remove_rule(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	(void)context;
	if (ch_pair_rule_remove(&cli->context, id, err) != CH_OK)
		return err->status;
	cli_say(cli, _("Pair rule %" PRId64 " is taken back."), id);
	return CH_OK;
}

enum ch_status cli_pair_rule_remove(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PAIR_RULE, remove_rule, NULL, err);
}

enum ch_status cli_wish_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_wish wish;

	ch_record_start(ch_entity_of(CH_WISH), &wish);
	if (cli_which(cli, CH_PERSON, args->words[0], &wish.person_id, err) != CH_OK ||
	    cli_which(cli, CH_PERSON, args->words[1], &wish.wished_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_WISH, &wish, err) != CH_OK || ch_wish_add(&cli->context, &wish, err) != CH_OK)
		return err->status;
	if (wish.asked_by == CH_WISH_BY_MANAGER)
		cli_done(cli, CH_WISH, &wish, _("%s is recommended for %s."), cli_name(cli, CH_PERSON, wish.wished_id),
			 cli_name(cli, CH_PERSON, wish.person_id));
	else
		cli_done(cli, CH_WISH, &wish, _("%s wishes for %s, choice %" PRId64 "."),
			 cli_name(cli, CH_PERSON, wish.person_id), cli_name(cli, CH_PERSON, wish.wished_id),
			 wish.place);
	return CH_OK;
}

static enum ch_status remove_wish(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	(void)context;
	if (ch_wish_remove(&cli->context, id, err) != CH_OK)
		return err->status;
	cli_say(cli, _("Wish %" PRId64 " is taken back."), id);
	return CH_OK;
}

enum ch_status cli_wish_remove(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_WISH, remove_wish, NULL, err);
}
