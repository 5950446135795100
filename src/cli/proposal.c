/* `chiron proposal ...`, `chiron committee ...` */
#include <inttypes.h>
#include <string.h>

#include "cli/edit.h"
#include "cli/output.h"

static enum ch_status get(struct cli *cli, int64_t id, struct ch_proposal *proposal, struct ch_error *err)
{
	return ch_proposal_get(&cli->context, id, &cli->arena, proposal, err);
}

/* What the two are called. */
struct two {
	const char *guide, *learner;
};

static struct two two_of(struct cli *cli, const struct ch_proposal *proposal)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct two two = {"", ""};

	ch_proposal_names(&cli->context, proposal->proposal_id, &cli->arena, &two.guide, &two.learner, &ignored);
	return two;
}

/* "Ann Lee and Bo Vega" */
static const char *names(struct cli *cli, const struct ch_proposal *proposal)
{
	struct two two = two_of(cli, proposal);

	return ch_arena_printf(&cli->arena, _("%s and %s"), two.guide, two.learner);
}

/* ---- Proposals ---------------------------------------------------------------- */

enum ch_status cli_proposal_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_proposal proposal;

	ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
	if (cli_which(cli, CH_PERSON, args->words[0], &proposal.guide_id, err) != CH_OK ||
	    cli_which(cli, CH_PERSON, args->words[1], &proposal.learner_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_PROPOSAL, &proposal, err) != CH_OK ||
	    ch_proposal_add(&cli->context, &proposal, err) != CH_OK ||
	    get(cli, proposal.proposal_id, &proposal, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PROPOSAL, &proposal, _("Proposal %" PRId64 ": %s, score %" PRId64 "."), proposal.proposal_id,
		 names(cli, &proposal), proposal.score);
	cli_say_lines(cli, proposal.reasons);
	return CH_OK;
}

enum ch_status cli_proposal_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_proposal proposal;
	int64_t id;

	if (cli_which(cli, CH_PROPOSAL, args->words[0], &id, err) != CH_OK || get(cli, id, &proposal, err) != CH_OK)
		return err->status;
	struct two two = two_of(cli, &proposal);
	cli->called[0] = (struct cli_called){proposal.guide_id, two.guide};
	cli->called[1] = (struct cli_called){proposal.learner_id, two.learner};
	cli_show_record(cli, CH_PROPOSAL, &proposal, NULL, 0);
	return CH_OK;
}

/* Whose approval it is, and of which meeting. */
struct approving {
	int64_t member_id;
	ch_date meeting_on;
};

static enum ch_status approve_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct approving *approving = context;
	struct ch_proposal proposal;

	if (ch_proposal_approve(&cli->context, id, approving->member_id, approving->meeting_on, err) != CH_OK ||
	    get(cli, id, &proposal, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PROPOSAL, &proposal,
		 proposal.state == CH_PROPOSAL_APPROVED ? _("Approved: %s.")
							: _("The approval of %s is recorded; it needs others, too."),
		 names(cli, &proposal));
	return CH_OK;
}

enum ch_status cli_proposal_approve(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct approving approving = {.meeting_on = CH_NO_DATE};

	if (cli_which_option(cli, args, "by", CH_PERSON, &approving.member_id, err) != CH_OK ||
	    cli_date_option(cli, args, "meeting", &approving.meeting_on, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, args, CH_PROPOSAL, approve_one, &approving, err);
}

/* Who accepts, and the options given. */
struct accepting {
	int by;
	const struct cli_args *args;
};

/* One side, or both where a rule keeps the pairing waiting for the coordinator. */
static void say_accepted(struct cli *cli, const struct ch_proposal *proposal)
{
	struct two two = two_of(cli, proposal);
	bool guide = proposal->guide_accepted_on != CH_NO_DATE;

	if (guide && proposal->learner_accepted_on != CH_NO_DATE)
		cli_done(cli, CH_PROPOSAL, proposal, _("%s and %s both accept; the coordinator sees to the rest."),
			 two.guide, two.learner);
	else
		cli_done(cli, CH_PROPOSAL, proposal, _("%s accepts; %s is still to be asked."),
			 guide ? two.guide : two.learner, guide ? two.learner : two.guide);
}

static enum ch_status accept_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct accepting *accepting = context;
	bool for_oneself = cli->context.actor.person_id != 0;
	enum ch_initiator by = accepting->by == 0 && !for_oneself ? CH_BY_BOTH : (enum ch_initiator)accepting->by;
	struct ch_proposal proposal;
	struct ch_pairing pairing;
	int64_t pairing_id;

	if (get(cli, id, &proposal, err) != CH_OK)
		return err->status;
	if (ch_proposal_accept(&cli->context, id, by, &pairing_id, err) != CH_OK ||
	    get(cli, id, &proposal, err) != CH_OK)
		return err->status;
	if (pairing_id == 0) {
		say_accepted(cli, &proposal);
		return CH_OK;
	}
	if (ch_pairing_get(&cli->context, pairing_id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PAIRING, &pairing, _("%s are pairing %" PRId64 "; it is contracting."), names(cli, &proposal),
		 pairing_id);
	cli_point_out(cli, CH_AT_PAIRING, pairing_id);
	return CH_OK;
}

enum ch_status cli_proposals_accept(struct cli *cli, const struct cli_args *args, const struct cli_args *given,
				    struct ch_error *err)
{
	struct accepting accepting = {.args = given, .by = cli_args_choice(given, "by")};

	return cli_each_word(cli, args, CH_PROPOSAL, accept_one, &accepting, err);
}

enum ch_status cli_proposal_accept(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_proposals_accept(cli, args, args, err);
}

static enum ch_status decline_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_proposal given, proposal;

	ch_record_clear(ch_entity_of(CH_PROPOSAL), &given);
	if (cli_fill(cli, context, CH_PROPOSAL, &given, err) != CH_OK ||
	    ch_proposal_decline(&cli->context, id, (enum ch_initiator)given.declined_by,
				(enum ch_decline_reason)given.decline_reason, given.decline_note, err) != CH_OK ||
	    get(cli, id, &proposal, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PROPOSAL, &proposal, _("Declined: %s."), names(cli, &proposal));
	return CH_OK;
}

enum ch_status cli_proposal_decline(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PROPOSAL, decline_one, args, err);
}

/* ---- The committee ------------------------------------------------------------ */

enum ch_status cli_committee_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_committee_member member;

	ch_record_start(ch_entity_of(CH_COMMITTEE_MEMBER), &member);
	if (cli_which(cli, CH_PERSON, args->words[0], &member.person_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_COMMITTEE_MEMBER, &member, err) != CH_OK ||
	    ch_committee_add(&cli->context, &member, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_COMMITTEE_MEMBER, &member, _("%s is of the matching committee of %s."),
		 cli_name(cli, CH_PERSON, member.person_id), cli_name(cli, CH_PROGRAMME, member.programme_id));
	return CH_OK;
}

static enum ch_status remove_member(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	(void)context;
	if (ch_committee_remove(&cli->context, id, err) != CH_OK)
		return err->status;
	cli_say(cli, _("Member no. %" PRId64 " is not of the committee any more."), id);
	return CH_OK;
}

enum ch_status cli_committee_remove(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_COMMITTEE_MEMBER, remove_member, NULL, err);
}
