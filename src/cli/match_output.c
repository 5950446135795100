/* What a run of the matching shows, for people, as CSV and as JSON: the same reasons in each. */
#include <inttypes.h>
#include <string.h>

#include "chiron/json.h"
#include "cli/match.h"
#include "cli/output.h"

/* ---- For people ---------------------------------------------------------------- */

static void add_reasons(const struct ch_match_reason *reasons, size_t count, struct ch_buffer *out)
{
	for (size_t i = 0; i < count; i++) {
		ch_buffer_add(out, "        ");
		ch_match_reason_add(&reasons[i], out);
		ch_buffer_add(out, "\n");
	}
}

static void add_pair(const struct ch_match_pair *pair, int64_t most, struct ch_buffer *out)
{
	if (pair->proposal_id)
		ch_buffer_printf(out, "%4" PRId64 "  ", pair->proposal_id);
	else
		ch_buffer_add(out, "   -  ");
	ch_buffer_printf(out, _("%s and %s, score %" PRId64 " of %" PRId64 "%s\n"), pair->guide_name,
			 pair->learner_name, pair->score, most, pair->pinned ? _(", pinned") : "");
	add_reasons(pair->reasons, pair->reason_count, out);
	for (size_t i = 0; i < pair->alternative_count; i++)
		ch_buffer_printf(out, "        %s\n", pair->alternatives[i].text);
	if (pair->past != NULL)
		ch_buffer_printf(out, "        %s\n", pair->past);
}

static void show_for_people(struct cli *cli, const struct ch_match_result *result, bool dry_run)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < result->pair_count; i++)
		add_pair(&result->pairs[i], result->most, &out);
	for (size_t i = 0; i < result->left_count; i++)
		ch_buffer_printf(&out, _("   !  %s: %s\n"), result->left[i].learner_name, result->left[i].reason);
	if (result->pair_count + result->left_count == 0)
		ch_buffer_add(&out, _("Nobody is waiting for a match.\n"));
	for (size_t i = 0; i < result->note_count; i++)
		ch_buffer_printf(&out, "%s\n", result->notes[i]);
	ch_buffer_printf(&out, _n("%zu proposed, %zu without a proposal, %" PRId64 " place left.",
				  "%zu proposed, %zu without a proposal, %" PRId64 " places left.",
				  result->places_left),
			 result->pair_count, result->left_count, result->places_left);
	if (result->worst != NULL)
		ch_buffer_printf(&out, _(" Score in all %" PRId64 "; the lowest %" PRId64 " (%s and %s)."),
				 result->score, result->worst->score, result->worst->guide_name,
				 result->worst->learner_name);
	if (dry_run)
		ch_buffer_add(&out, _(" Nothing was saved."));
	cli_say(cli, "%s", out.text);
	ch_buffer_release(&out);
}

/* ---- JSON ----------------------------------------------------------------------- */

static void json_id(struct ch_json_writer *json, const char *key, int64_t id)
{
	ch_json_key(json, key);
	if (id)
		ch_json_int(json, id);
	else
		ch_json_null(json);
}

static void json_int(struct ch_json_writer *json, const char *key, int64_t value)
{
	ch_json_key(json, key);
	ch_json_int(json, value);
}

static void json_text(struct ch_json_writer *json, const char *key, const char *text)
{
	ch_json_key(json, key);
	ch_json_string(json, text);
}

static void json_bool(struct ch_json_writer *json, const char *key, bool value)
{
	ch_json_key(json, key);
	ch_json_bool(json, value);
}

static void json_seconds(struct ch_json_writer *json, const char *key, double seconds)
{
	char text[32];

	snprintf(text, sizeof text, "%.3f", seconds);
	ch_json_key(json, key);
	ch_json_decimal(json, text);
}

static void json_reasons(struct ch_json_writer *json, const struct ch_match_reason *reasons, size_t count)
{
	ch_json_key(json, "reasons");
	ch_json_array_begin(json);
	for (size_t i = 0; i < count; i++) {
		ch_json_object_begin(json);
		json_text(json, "criterion", reasons[i].code);
		json_int(json, "points", reasons[i].points);
		json_int(json, "of", reasons[i].of);
		json_text(json, "text", reasons[i].text);
		ch_json_object_end(json);
	}
	ch_json_array_end(json);
}

static void json_alternatives(struct ch_json_writer *json, const struct ch_match_pair *pair)
{
	ch_json_key(json, "alternatives");
	ch_json_array_begin(json);
	for (size_t i = 0; i < pair->alternative_count; i++) {
		const struct ch_match_alternative *other = &pair->alternatives[i];

		ch_json_object_begin(json);
		json_text(json, "for", other->for_learner ? "learner" : "guide");
		json_id(json, "guide_id", other->guide_id);
		json_id(json, "learner_id", other->learner_id);
		json_int(json, "score", other->score);
		json_int(json, "fewer_matched", other->fewer);
		json_int(json, "score_lost", other->loss);
		json_text(json, "text", other->text);
		ch_json_object_end(json);
	}
	ch_json_array_end(json);
}

static void json_pair(struct ch_json_writer *json, const struct ch_match_pair *pair)
{
	ch_json_object_begin(json);
	json_id(json, "proposal_id", pair->proposal_id);
	json_id(json, "guide_id", pair->guide_id);
	json_id(json, "learner_id", pair->learner_id);
	json_text(json, "guide", pair->guide_name);
	json_text(json, "learner", pair->learner_name);
	json_int(json, "score", pair->score);
	json_bool(json, "pinned", pair->pinned);
	json_bool(json, "share_nothing", pair->bare);
	json_reasons(json, pair->reasons, pair->reason_count);
	json_alternatives(json, pair);
	if (pair->past != NULL)
		json_text(json, "past", pair->past);
	ch_json_object_end(json);
}

static void json_left(struct ch_json_writer *json, const struct ch_match_left *left)
{
	ch_json_object_begin(json);
	json_id(json, "person_id", left->learner_id);
	json_text(json, "name", left->learner_name);
	json_text(json, "reason", left->reason_code);
	json_text(json, "text", left->reason);
	json_int(json, "waiting", left->waiting);
	ch_json_object_end(json);
}

static void add_json(struct ch_json_writer *json, const struct ch_match_result *result)
{
	ch_json_object_begin(json);
	json_id(json, "programme", result->programme_id);
	json_int(json, "matched", (int64_t)result->pair_count);
	json_int(json, "unmatched", (int64_t)result->left_count);
	json_int(json, "score", result->score);
	json_bool(json, "optimal", result->optimal);
	json_int(json, "places_left", result->places_left);
	json_int(json, "approved", result->approved);
	ch_json_key(json, "seconds");
	ch_json_object_begin(json);
	json_seconds(json, "read", result->read);
	json_seconds(json, "score", result->scored);
	json_seconds(json, "solve", result->solved);
	json_seconds(json, "explain", result->explained);
	ch_json_object_end(json);
	ch_json_key(json, "pairs");
	ch_json_array_begin(json);
	for (size_t i = 0; i < result->pair_count; i++)
		json_pair(json, &result->pairs[i]);
	ch_json_array_end(json);
	ch_json_key(json, "unmatched_people");
	ch_json_array_begin(json);
	for (size_t i = 0; i < result->left_count; i++)
		json_left(json, &result->left[i]);
	ch_json_array_end(json);
	ch_json_key(json, "notes");
	ch_json_array_begin(json);
	for (size_t i = 0; i < result->note_count; i++)
		ch_json_string(json, result->notes[i]);
	ch_json_array_end(json);
	ch_json_object_end(json);
}

/* ---- CSV ------------------------------------------------------------------------- */

static void show_csv(struct cli *cli, const struct ch_match_result *result)
{
	static const struct ch_column columns[] = {
		{.key = "proposal_id"}, {.key = "guide_id"}, {.key = "guide"},	 {.key = "learner_id"},
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
		cells[6] = pair->text;
		rows[i].cells = cells;
	}
	cli_show_grid(cli, &grid, "");
}

void cli_show_match(struct cli *cli, const struct ch_match_result *result, bool dry_run)
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

/* ---- --explain -------------------------------------------------------------------- */

static void add_candidate(const struct ch_match_candidate *candidate, bool in_full, struct ch_buffer *out)
{
	ch_buffer_printf(out,
			 candidate->possible ? _("%s and %s, score %" PRId64 ": %s\n")
					     : _("%s and %s, no pair (score %" PRId64 "): %s\n"),
			 candidate->guide_name, candidate->learner_name, candidate->score, candidate->text);
	if (in_full)
		add_reasons(candidate->reasons, candidate->reason_count, out);
	if (in_full && candidate->past != NULL)
		ch_buffer_printf(out, "        %s\n", candidate->past);
}

static void json_candidate(struct ch_json_writer *json, const struct ch_match_candidate *candidate)
{
	ch_json_object_begin(json);
	json_id(json, "guide_id", candidate->guide_id);
	json_id(json, "learner_id", candidate->learner_id);
	json_text(json, "guide", candidate->guide_name);
	json_text(json, "learner", candidate->learner_name);
	json_int(json, "score", candidate->score);
	json_bool(json, "possible", candidate->possible);
	json_bool(json, "proposed", candidate->proposed);
	if (candidate->cost_known) {
		json_int(json, "fewer_matched", candidate->fewer);
		json_int(json, "score_lost", candidate->loss);
	}
	json_text(json, "text", candidate->text);
	json_reasons(json, candidate->reasons, candidate->reason_count);
	ch_json_object_end(json);
}

void cli_show_candidates(struct cli *cli, const struct ch_match_candidate *candidates, size_t count)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);

	if (cli->format == CLI_JSON) {
		ch_json_array_begin(&json);
		for (size_t i = 0; i < count; i++)
			json_candidate(&json, &candidates[i]);
		ch_json_array_end(&json);
		ch_buffer_add_char(&out, '\n');
		cli_print(cli, &out);
	} else {
		for (size_t i = 0; i < count; i++)
			add_candidate(&candidates[i], count == 1 || candidates[i].proposed, &out);
		if (out.length > 0 && out.text[out.length - 1] == '\n')
			out.text[--out.length] = '\0';
		cli_say(cli, "%s", out.text);
	}
	ch_buffer_release(&out);
}
