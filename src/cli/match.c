/* `chiron match` and `chiron proposal ...` */
#include <inttypes.h>
#include <string.h>

#include "chiron/json.h"
#include "cli/edit.h"
#include "cli/match_instance.h"
#include "cli/output.h"

static enum ch_status get(struct cli *cli, int64_t id, struct ch_proposal *proposal, struct ch_error *err)
{
	return ch_proposal_get(&cli->context, id, &cli->arena, proposal, err);
}

/* "Ann Lee and Bo Vega" */
static const char *names(struct cli *cli, const struct ch_proposal *proposal)
{
	return ch_arena_printf(&cli->arena, _("%s and %s"), cli_name(cli, CH_PERSON, proposal->guide_id),
			       cli_name(cli, CH_PERSON, proposal->learner_id));
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
	cli_done(cli, CH_PROPOSAL, &proposal, _("Proposal %" PRId64 ": %s."), proposal.proposal_id,
		 names(cli, &proposal));
	return CH_OK;
}

static enum ch_status approve_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_proposal proposal;

	(void)context;
	if (ch_proposal_approve(&cli->context, id, err) != CH_OK || get(cli, id, &proposal, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PROPOSAL, &proposal, _("Approved: %s."), names(cli, &proposal));
	return CH_OK;
}

enum ch_status cli_proposal_approve(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PROPOSAL, approve_one, NULL, err);
}

/* Accepts it, approving it first where nobody did. The pairing is what comes of it. */
static enum ch_status accept_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_proposal proposal;
	struct ch_pairing pairing;
	int64_t pairing_id;

	if (get(cli, id, &proposal, err) != CH_OK || cli_take_ready(cli, context, err) != CH_OK)
		return err->status;
	if (proposal.state == CH_PROPOSAL_DRAFTED && ch_proposal_approve(&cli->context, id, err) != CH_OK)
		return err->status;
	if (ch_proposal_accept(&cli->context, id, &pairing_id, err) != CH_OK ||
	    ch_pairing_get(&cli->context, pairing_id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PAIRING, &pairing, _("%s are pairing %" PRId64 "; it is contracting."), names(cli, &proposal),
		 pairing_id);
	return CH_OK;
}

enum ch_status cli_proposal_accept(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PROPOSAL, accept_one, args, err);
}

static enum ch_status decline_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_proposal given, proposal;

	ch_record_clear(ch_entity_of(CH_PROPOSAL), &given);
	if (cli_fill(cli, context, CH_PROPOSAL, &given, err) != CH_OK ||
	    ch_proposal_decline(&cli->context, id, (enum ch_initiator)given.declined_by,
				(enum ch_decline_reason)given.decline_reason, err) != CH_OK ||
	    get(cli, id, &proposal, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PROPOSAL, &proposal, _("Declined: %s."), names(cli, &proposal));
	return CH_OK;
}

enum ch_status cli_proposal_decline(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PROPOSAL, decline_one, args, err);
}

/* ---- Matching ------------------------------------------------------------------- */

static void add_reasons(const char *reasons, struct ch_buffer *out)
{
	while (reasons && *reasons) {
		size_t length = strcspn(reasons, "\n");

		ch_buffer_printf(out, "        %.*s\n", (int)length, reasons);
		reasons += length + (reasons[length] == '\n');
	}
}

static void show_for_people(struct cli *cli, const struct ch_match_result *result, bool dry_run)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < result->pair_count; i++) {
		const struct ch_match_pair *pair = &result->pairs[i];

		if (pair->proposal_id)
			ch_buffer_printf(&out, "%4" PRId64 "  ", pair->proposal_id);
		else
			ch_buffer_add(&out, "   -  ");
		ch_buffer_printf(&out, _("%s and %s, score %" PRId64 "\n"), pair->guide_name, pair->learner_name,
				 pair->score);
		add_reasons(pair->reasons, &out);
	}
	for (size_t i = 0; i < result->left_count; i++)
		ch_buffer_printf(&out, _("   !  %s: %s\n"), result->left[i].learner_name, result->left[i].reason);
	if (result->pair_count + result->left_count == 0)
		ch_buffer_add(&out, _("Nobody is waiting for a match.\n"));
	ch_buffer_printf(&out, _("%zu proposed, %zu without a proposal, %" PRId64 " places left."), result->pair_count,
			 result->left_count, result->places_left);
	if (dry_run)
		ch_buffer_add(&out, _(" Nothing was saved."));
	cli_say(cli, "%s", out.text);
	ch_buffer_release(&out);
}

static void json_id(struct ch_json_writer *json, const char *key, int64_t id)
{
	ch_json_key(json, key);
	if (id)
		ch_json_int(json, id);
	else
		ch_json_null(json);
}

static void json_text(struct ch_json_writer *json, const char *key, const char *text)
{
	ch_json_key(json, key);
	ch_json_string(json, text);
}

static void add_json(struct ch_json_writer *json, const struct ch_match_result *result)
{
	ch_json_object_begin(json);
	ch_json_key(json, "matched");
	ch_json_int(json, (int64_t)result->pair_count);
	ch_json_key(json, "unmatched");
	ch_json_int(json, (int64_t)result->left_count);
	ch_json_key(json, "score");
	ch_json_int(json, result->score);
	ch_json_key(json, "places_left");
	ch_json_int(json, result->places_left);
	ch_json_key(json, "pairs");
	ch_json_array_begin(json);
	for (size_t i = 0; i < result->pair_count; i++) {
		const struct ch_match_pair *pair = &result->pairs[i];

		ch_json_object_begin(json);
		json_id(json, "proposal_id", pair->proposal_id);
		json_id(json, "guide_id", pair->guide_id);
		json_id(json, "learner_id", pair->learner_id);
		json_text(json, "guide", pair->guide_name);
		json_text(json, "learner", pair->learner_name);
		ch_json_key(json, "score");
		ch_json_int(json, pair->score);
		json_text(json, "reasons", pair->reasons);
		ch_json_object_end(json);
	}
	ch_json_array_end(json);
	ch_json_key(json, "unmatched_people");
	ch_json_array_begin(json);
	for (size_t i = 0; i < result->left_count; i++) {
		ch_json_object_begin(json);
		json_id(json, "person_id", result->left[i].learner_id);
		json_text(json, "name", result->left[i].learner_name);
		json_text(json, "reason", result->left[i].reason_code);
		json_text(json, "text", result->left[i].reason);
		ch_json_object_end(json);
	}
	ch_json_array_end(json);
	ch_json_object_end(json);
}

/* The pairs as a grid, for CSV. */
static void show_csv(struct cli *cli, const struct ch_match_result *result)
{
	static const struct ch_column columns[] = {
		{.key = "proposal_id"}, {.key = "guide_id"}, {.key = "guide"},	{.key = "learner_id"},
		{.key = "learner"},	{.key = "score"},    {.key = "reasons"},
	};
	struct ch_row *rows = ch_arena_array(&cli->arena, result->pair_count, sizeof(*rows));
	struct ch_grid grid = {.columns = columns, .column_count = 7, .rows = rows, .row_count = result->pair_count};

	for (size_t i = 0; i < result->pair_count; i++) {
		const struct ch_match_pair *pair = &result->pairs[i];
		const char **cells = ch_arena_array(&cli->arena, 7, sizeof(*cells));

		if (pair->proposal_id)
			cells[0] = ch_arena_printf(&cli->arena, "%" PRId64, pair->proposal_id);
		cells[1] = ch_arena_printf(&cli->arena, "%" PRId64, pair->guide_id);
		cells[2] = pair->guide_name;
		cells[3] = ch_arena_printf(&cli->arena, "%" PRId64, pair->learner_id);
		cells[4] = pair->learner_name;
		cells[5] = ch_arena_printf(&cli->arena, "%" PRId64, pair->score);
		cells[6] = pair->reasons;
		rows[i].cells = cells;
	}
	cli_show_grid(cli, &grid, "");
}

static void show_result(struct cli *cli, const struct ch_match_result *result, bool dry_run)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);

	if (cli->format == CLI_JSON) {
		add_json(&json, result);
		ch_buffer_add_char(&out, '\n');
		cli_print(cli, &out);
	} else if (cli->format == CLI_CSV) {
		show_csv(cli, result);
	} else {
		show_for_people(cli, result, dry_run);
	}
	ch_buffer_release(&out);
}

/* Accepts what --accept names, or, where `result` is given, all that was just proposed. */
static enum ch_status accept(struct cli *cli, const struct cli_args *given, const char **ids, size_t count,
			     const struct ch_match_result *result, struct ch_error *err)
{
	struct cli_args args = {0};

	args.word_count = result ? result->pair_count : count;
	args.words = result ? ch_arena_array(&cli->arena, args.word_count + 1, sizeof(*args.words)) : ids;
	for (size_t i = 0; result && i < args.word_count; i++)
		args.words[i] = ch_arena_printf(&cli->arena, "%" PRId64, result->pairs[i].proposal_id);
	return cli_each_word(cli, &args, CH_PROPOSAL, accept_one, given, err);
}

enum ch_status cli_match(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	bool dry_run = cli_args_has(args, "dry-run");
	struct ch_match_result result;
	int64_t programme_id;
	size_t count;
	const char **ids = cli_args_values(args, "accept", &cli->arena, &count);
	bool all = count == 1 && strcmp(ids[0], "all") == 0;

	if (cli_args_has(args, "instance"))
		return cli_match_instance(cli, args, err);
	if (args->word_count == 0)
		return ch_fail(err, CH_USAGE, _("which programme? `chiron match PROGRAMME` proposes its pairs"));
	if (cli_open(cli, args, err) != CH_OK)
		return err->status;
	if (dry_run && count)
		return ch_fail(err, CH_USAGE, _("--dry-run and --accept were given: one or the other"));
	if (cli_which(cli, CH_PROGRAMME, args->words[0], &programme_id, err) != CH_OK)
		return err->status;
	if (count && !all)
		return accept(cli, args, ids, count, NULL, err);
	if (ch_match_propose(&cli->context, programme_id, dry_run, &cli->arena, &result, err) != CH_OK)
		return err->status;
	if (!all || !cli_is_for_programs(cli))
		show_result(cli, &result, dry_run);
	return all ? accept(cli, args, NULL, 0, &result, err) : CH_OK;
}
