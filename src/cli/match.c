/* `chiron match` and `chiron criterion ...` */
#include "cli/match.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/file_out.h"
#include "cli/match_instance.h"
#include "cli/output.h"

/* What one run is asked to try. */
struct wanted {
	int64_t programme_id;
	const char **pins, **forbids, **weights;
	size_t pin_count, forbid_count, weight_count;
	int64_t cut_off; /* CH_UNKNOWN */
};

/* ---- Reading the options ---------------------------------------------------------- */

/* "GUIDE:LEARNER" */
static enum ch_status read_two(struct cli *cli, const char *word, const char *option, int64_t *guide, int64_t *learner,
			       struct ch_error *err)
{
	const char *colon = strchr(word, ':');

	if (colon == NULL) {
		ch_fail(err, CH_USAGE, _("--%s %s: two people are needed"), option, word);
		return ch_error_fix(
			err, _("give the mentor or coach, a colon, and the mentee or coachee: 'Ann Lee:Bo Vega'"));
	}
	if (cli_which(cli, CH_PERSON, ch_arena_copy_bytes(&cli->arena, word, (size_t)(colon - word)), guide, err) !=
	    CH_OK)
		return err->status;
	return cli_which(cli, CH_PERSON, colon + 1, learner, err);
}

/* "expertise=30" */
static enum ch_status read_weight(struct cli *cli, const char *word, const char **code, int64_t *points,
				  struct ch_error *err)
{
	const char *equals = strchr(word, '=');
	char *end = NULL;

	errno = 0;
	*points = equals == NULL ? 0 : strtoll(equals + 1, &end, 10);
	if (equals == NULL || end == equals + 1 || *end != '\0' || errno != 0) {
		ch_fail(err, CH_USAGE, _("\"%.60s\" is no weight: a criterion, \"=\" and whole points are needed"),
			word);
		return ch_error_fix(err, _("as in expertise=30; `chiron criterion list PROGRAMME` shows them"));
	}
	*code = ch_arena_copy_bytes(&cli->arena, word, (size_t)(equals - word));
	return CH_OK;
}

static enum ch_status read_wanted(struct cli *cli, const struct cli_args *args, struct wanted *wanted,
				  struct ch_error *err)
{
	*wanted = (struct wanted){.cut_off = cli_args_number(args, "cut-off", CH_UNKNOWN)};
	wanted->pins = cli_args_values(args, "pin", &cli->arena, &wanted->pin_count);
	wanted->forbids = cli_args_values(args, "forbid", &cli->arena, &wanted->forbid_count);
	wanted->weights = cli_args_values(args, "weight", &cli->arena, &wanted->weight_count);
	return cli_which(cli, CH_PROGRAMME, args->words[0], &wanted->programme_id, err);
}

/* ---- Trying and keeping -------------------------------------------------------------- */

static enum ch_status try_pairs(struct cli *cli, struct ch_matching *m, const struct wanted *wanted,
				struct ch_error *err)
{
	int64_t guide, learner;

	for (size_t i = 0; i < wanted->forbid_count; i++)
		if (read_two(cli, wanted->forbids[i], "forbid", &guide, &learner, err) != CH_OK ||
		    ch_matching_forbid(m, guide, learner, err) != CH_OK)
			return err->status;
	for (size_t i = 0; i < wanted->pin_count; i++)
		if (read_two(cli, wanted->pins[i], "pin", &guide, &learner, err) != CH_OK ||
		    ch_matching_pin(m, guide, learner, err) != CH_OK)
			return err->status;
	return CH_OK;
}

static enum ch_status try_wanted(struct cli *cli, struct ch_matching *m, const struct wanted *wanted,
				 struct ch_error *err)
{
	for (size_t i = 0; i < wanted->weight_count; i++) {
		const char *code;
		int64_t points;

		if (read_weight(cli, wanted->weights[i], &code, &points, err) != CH_OK ||
		    ch_matching_weigh(m, code, points, err) != CH_OK)
			return err->status;
	}
	if (wanted->cut_off != CH_UNKNOWN && ch_matching_cut_off(m, wanted->cut_off, err) != CH_OK)
		return err->status;
	if (try_pairs(cli, m, wanted, err) != CH_OK)
		return err->status;
	return ch_matching_solve(m, err);
}

static enum ch_status keep_pairs(struct cli *cli, const char *const *words, size_t count, int kind,
				 int64_t programme_id, struct ch_error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct ch_pair_rule rule;

		ch_record_start(ch_entity_of(CH_PAIR_RULE), &rule);
		rule.kind = kind;
		rule.programme_id = programme_id;
		if (read_two(cli, words[i], "pin", &rule.guide_id, &rule.learner_id, err) != CH_OK ||
		    ch_pair_rule_add(&cli->context, &rule, err) != CH_OK)
			return err->status;
	}
	return CH_OK;
}

/* What was tried holds for the programme from now on. */
static enum ch_status keep_wanted(struct cli *cli, struct ch_matching *m, const struct wanted *wanted,
				  struct ch_error *err)
{
	struct ch_settings settings;

	if (keep_pairs(cli, wanted->pins, wanted->pin_count, CH_PAIR_RULE_PIN, wanted->programme_id, err) != CH_OK ||
	    keep_pairs(cli, wanted->forbids, wanted->forbid_count, CH_PAIR_RULE_FORBID, wanted->programme_id, err) !=
		    CH_OK)
		return err->status;
	if (wanted->weight_count > 0 &&
	    ch_weights_keep(&cli->context, wanted->programme_id, ch_matching_weights(m), err) != CH_OK)
		return err->status;
	if (wanted->cut_off == CH_UNKNOWN)
		return CH_OK;
	if (ch_settings_get(&cli->context, wanted->programme_id, &cli->arena, &settings, err) != CH_OK)
		return err->status;
	settings.cut_off = wanted->cut_off;
	return ch_settings_set(&cli->context, &settings, err);
}

/* Proposals and what was tried are kept together or not at all. */
static enum ch_status keep(struct cli *cli, struct ch_matching *m, const struct wanted *wanted,
			   struct ch_match_result *result, struct ch_error *err)
{
	struct ch_error ignored = CH_NO_ERROR;

	if (ch_scheme_hold(cli->context.scheme, err) != CH_OK)
		return err->status;
	enum ch_status status = ch_matching_keep(m, result, err);
	if (status == CH_OK)
		status = keep_wanted(cli, m, wanted, err);
	if (status != CH_OK)
		ch_scheme_release(cli->context.scheme, false, &ignored);
	else
		status = ch_scheme_release(cli->context.scheme, true, err);
	return status;
}

/* ---- Explaining ------------------------------------------------------------------------ */

static enum ch_status explain(struct cli *cli, struct ch_matching *m, const char *word, struct ch_error *err)
{
	struct ch_match_candidate *candidates;
	struct ch_error as_learner = CH_NO_ERROR;
	int64_t guide, learner;
	size_t count;

	if (strchr(word, ':') != NULL) {
		if (read_two(cli, word, "explain", &guide, &learner, err) != CH_OK ||
		    ch_matching_explain(m, guide, learner, &cli->arena, &candidates, &count, err) != CH_OK)
			return err->status;
		cli_show_candidates(cli, candidates, count);
		return CH_OK;
	}
	if (cli_which(cli, CH_PERSON, word, &learner, err) != CH_OK)
		return err->status;
	/* As learner, else as guide. */
	if (ch_matching_explain(m, 0, learner, &cli->arena, &candidates, &count, &as_learner) != CH_OK &&
	    ch_matching_explain(m, learner, 0, &cli->arena, &candidates, &count, err) != CH_OK)
		return err->status;
	if (count == 0)
		cli_say(cli, _("Nobody waits who could be matched with them."));
	else
		cli_show_candidates(cli, candidates, count);
	return CH_OK;
}

/* ---- Files for other solvers and checkers ------------------------------------------------- */

typedef enum ch_status write_file(const struct ch_matching *matching, ch_export_sink *sink, void *context,
				  struct ch_error *err);

static enum ch_status write_to(struct cli *cli, const struct ch_matching *m, const char *path, write_file *write,
			       struct ch_error *err)
{
	struct ch_file_out out;

	if (path == NULL)
		return CH_OK;
	if (cli_file_begin(cli, path, &out, err) == CH_OK) {
		write(m, cli_write_piece, out.file, err);
		cli_file_end(cli, path, &out, err);
	}
	return err->status;
}

static enum ch_status write_files(struct cli *cli, const struct cli_args *args, const struct ch_matching *m,
				  struct ch_error *err)
{
	if (write_to(cli, m, cli_args_value(args, "dimacs"), ch_matching_write_instance, err) != CH_OK)
		return err->status;
	return write_to(cli, m, cli_args_value(args, "proof"), ch_matching_write_proof, err);
}

/* ---- The command ----------------------------------------------------------------------- */

/* The programme's approved proposals, which a run leaves alone: their numbers at the end of args->words. */
static enum ch_status add_approved(struct cli *cli, int64_t programme_id, struct cli_args *args, size_t room,
				   struct ch_error *err)
{
	struct ch_list_query query = {
		.list = CH_LIST_PROPOSALS, .filter = "state:approved", .programme_id = programme_id};
	struct ch_grid grid;

	if (ch_list_fetch(&cli->context, &query, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	const char **words = ch_arena_array(&cli->arena, room + grid.row_count, sizeof(*words));
	for (size_t i = 0; i < args->word_count; i++)
		words[i] = args->words[i];
	for (size_t i = 0; i < grid.row_count; i++)
		words[args->word_count++] = ch_arena_printf(&cli->arena, "%" PRId64, grid.rows[i].id);
	args->words = words;
	return CH_OK;
}

/* What was just proposed and what was approved before; pairs that share nothing only where `every` is asked for. */
static enum ch_status accept_all(struct cli *cli, const struct cli_args *given, const struct ch_match_result *result,
				 bool every, struct ch_error *err)
{
	struct cli_args args = {.words = ch_arena_array(&cli->arena, result->pair_count, sizeof(*args.words))};
	size_t left = 0;

	for (size_t i = 0; i < result->pair_count; i++) {
		const struct ch_match_pair *pair = &result->pairs[i];

		if (pair->bare && !pair->pinned && !every)
			left++;
		else
			args.words[args.word_count++] =
				ch_arena_printf(&cli->arena, "%" PRId64, pair->proposal_id);
	}
	if (add_approved(cli, result->programme_id, &args, result->pair_count, err) != CH_OK)
		return err->status;
	if (left > 0)
		cli_note(cli,
			 left == 1 ? _("%zu pair that shares nothing is left proposed: `--accept every` takes it, too")
				   : _("%zu pairs that share nothing are left proposed: `--accept every` takes them, "
				       "too"),
			 left);
	return cli_proposals_accept(cli, &args, given, err);
}

static enum ch_status run(struct cli *cli, const struct cli_args *args, struct ch_matching *m,
			  const struct wanted *wanted, struct ch_match_result *result, struct ch_error *err)
{
	const char *explained = cli_args_value(args, "explain");
	bool dry_run = cli_args_has(args, "dry-run"), all = cli_args_has(args, "accept");

	if (cli_args_has(args, "dimacs") || cli_args_has(args, "proof"))
		ch_matching_keep_all_options(m);
	if (try_wanted(cli, m, wanted, err) != CH_OK || write_files(cli, args, m, err) != CH_OK)
		return err->status;
	if (explained)
		return explain(cli, m, explained, err);
	ch_matching_tell(m, &cli->arena, result);
	if (!dry_run && keep(cli, m, wanted, result, err) != CH_OK)
		return err->status;
	if (!all || !cli_is_for_programs(cli))
		cli_show_match(cli, result, dry_run);
	return CH_OK;
}

enum ch_status cli_match(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_match_result result = {0};
	struct ch_matching *m;
	struct wanted wanted;
	size_t count;
	const char **ids = cli_args_values(args, "accept", &cli->arena, &count);
	bool every = count == 1 && strcmp(ids[0], "every") == 0;
	bool all = every || (count == 1 && strcmp(ids[0], "all") == 0);

	if (cli_args_has(args, "instance"))
		return cli_match_instance(cli, args, err);
	if (args->word_count == 0)
		return ch_fail(err, CH_USAGE, _("which programme? `chiron match PROGRAMME` proposes its pairs"));
	if (cli_open(cli, args, err) != CH_OK)
		return err->status;
	if (count && (cli_args_has(args, "dry-run") || cli_args_has(args, "explain")))
		return ch_fail(err, CH_USAGE, _("--%s and --accept were given: one or the other"),
			       cli_args_has(args, "dry-run") ? "dry-run" : "explain");
	if (read_wanted(cli, args, &wanted, err) != CH_OK)
		return err->status;
	if (count && !all)
		return cli_proposals_accept(cli, &(struct cli_args){.words = ids, .word_count = count}, args, err);
	if (ch_matching_open(&cli->context, wanted.programme_id, &m, err) != CH_OK)
		return err->status;
	enum ch_status status = run(cli, args, m, &wanted, &result, err);
	ch_matching_close(m);
	return status == CH_OK && all ? accept_all(cli, args, &result, every, err) : status;
}

/* ---- Criteria ---------------------------------------------------------------------------- */

static void show_weights(struct cli *cli, const struct ch_weights *weights, int kind)
{
	enum { COLUMNS = 6 };
	static const struct ch_column columns[COLUMNS] = {
		{.key = "criterion", .label = N_("Criterion")},
		{.key = "points", .label = N_("Points"), .type = CH_TYPE_NUMBER},
		{.key = "usual", .label = N_("Usual"), .type = CH_TYPE_NUMBER},
		{.key = "compares", .label = N_("Compares")},
		{.key = "rules", .label = N_("Rules")},
		{.key = "hard", .label = N_("A rule"), .type = CH_TYPE_YES},
	};
	struct ch_row *rows = ch_arena_array(&cli->arena, CH_CRITERION_COUNT, sizeof *rows);
	struct ch_grid grid = {.columns = columns, .column_count = COLUMNS, .rows = rows};

	/* Those with points first: they are what one comes to change. */
	for (int pass = 0; pass < 2; pass++)
		for (int i = CH_NO_CRITERION + 1; i < CH_CRITERION_COUNT; i++) {
			const struct ch_criterion_info *info = ch_criterion_info((enum ch_criterion)i);
			const char **cells = ch_arena_array(&cli->arena, COLUMNS, sizeof *cells);

			if (info->hard != (pass == 1))
				continue;
			cells[0] = info->code;
			cells[1] = info->hard ? NULL : ch_arena_printf(&cli->arena, "%" PRId64, weights->points[i]);
			cells[2] = info->hard ? NULL
					      : ch_arena_printf(&cli->arena, "%" PRId64,
								ch_criterion_default((enum ch_criterion)i, kind));
			cells[3] = _(info->compares);
			cells[4] = *info->rules ? info->rules : NULL;
			cells[5] = info->hard ? "yes" : "no";
			rows[grid.row_count++].cells = cells;
		}
	cli_show_grid(cli, &grid, "");
}

static enum ch_status weights_of(struct cli *cli, const char *word, struct ch_programme *programme,
				 struct ch_weights *weights, struct ch_error *err)
{
	int64_t id;

	if (cli_which(cli, CH_PROGRAMME, word, &id, err) != CH_OK ||
	    ch_programme_get(&cli->context, id, &cli->arena, programme, err) != CH_OK)
		return err->status;
	return ch_weights_get(&cli->context, id, weights, err);
}

enum ch_status cli_criterion_list(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_programme programme;
	struct ch_weights weights;

	if (weights_of(cli, args->words[0], &programme, &weights, err) != CH_OK)
		return err->status;
	show_weights(cli, &weights, programme.kind);
	return CH_OK;
}

enum ch_status cli_criterion_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_programme programme;
	struct ch_weights weights;

	if (weights_of(cli, args->words[0], &programme, &weights, err) != CH_OK)
		return err->status;
	for (size_t i = 1; i < args->word_count; i++) {
		const char *code;
		int64_t points;

		if (read_weight(cli, args->words[i], &code, &points, err) != CH_OK ||
		    ch_weights_set(&weights, CH_NO_KIND, code, points, err) != CH_OK) /* kept by its kind */
			return err->status;
	}
	if (ch_weights_keep(&cli->context, programme.programme_id, &weights, err) != CH_OK)
		return err->status;
	show_weights(cli, &weights, programme.kind);
	return CH_OK;
}
