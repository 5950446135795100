#include "cli/match_instance.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "chiron/json.h"
#include "chiron/match_instance.h"
#include "cli/file_out.h"

/* What was found, and the seconds of processor time that each part took. */
struct found {
	const struct ch_match_instance *instance;
	int64_t matched, score;
	double read, solve, check;
};

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

enum ch_status cli_write_piece(void *file, const char *bytes, size_t length, struct ch_error *err)
{
	if (fwrite(bytes, 1, length, file) != length)
		return ch_fail(err, CH_IO, _("the file cannot be written: %s"), strerror(errno));
	return CH_OK;
}

static enum ch_status read_instance(const char *path, struct ch_match_instance **instance, struct ch_error *err)
{
	FILE *file = fopen(path, "r");

	*instance = NULL;
	if (!file)
		return ch_fail(err, errno == ENOENT ? CH_MISSING : CH_IO, _("%s cannot be opened: %s"), path,
			       strerror(errno));
	ch_match_instance_read(file, path, instance, err);
	fclose(file);
	return err->status;
}

static void json_seconds(struct ch_json_writer *json, const char *key, double seconds)
{
	char text[40];

	snprintf(text, sizeof text, "%.6f", seconds);
	ch_json_key(json, key);
	ch_json_decimal(json, text);
}

static void json_int(struct ch_json_writer *json, const char *key, int64_t value)
{
	ch_json_key(json, key);
	ch_json_int(json, value);
}

static void add_json(const struct found *found, struct ch_buffer *out)
{
	struct ch_json_writer json = CH_JSON_WRITER(out);
	int64_t learners = ch_match_instance_learners(found->instance);

	ch_json_object_begin(&json);
	json_int(&json, "learners", learners);
	json_int(&json, "guides", ch_match_instance_guides(found->instance));
	json_int(&json, "options", ch_match_instance_options(found->instance));
	json_int(&json, "matched", found->matched);
	json_int(&json, "unmatched", learners - found->matched);
	json_int(&json, "score", found->score);
	ch_json_key(&json, "optimal");
	ch_json_bool(&json, true);
	ch_json_key(&json, "seconds");
	ch_json_object_begin(&json);
	json_seconds(&json, "read", found->read);
	json_seconds(&json, "solve", found->solve);
	json_seconds(&json, "check", found->check);
	ch_json_object_end(&json);
	ch_json_key(&json, "pairs");
	ch_json_array_begin(&json);
	for (int64_t learner = 1; learner <= learners; learner++) {
		struct ch_match_instance_pair pair = ch_match_instance_pair(found->instance, learner);
		if (pair.guide == 0)
			continue;
		ch_json_object_begin(&json);
		json_int(&json, "learner", pair.learner);
		json_int(&json, "guide", pair.guide);
		json_int(&json, "score", pair.score);
		ch_json_object_end(&json);
	}
	ch_json_array_end(&json);
	ch_json_object_end(&json);
	ch_buffer_add_char(out, '\n');
}

static void add_csv(const struct found *found, struct ch_buffer *out)
{
	ch_buffer_add(out, "learner,guide,score\r\n");
	for (int64_t learner = 1; learner <= ch_match_instance_learners(found->instance); learner++) {
		struct ch_match_instance_pair pair = ch_match_instance_pair(found->instance, learner);
		if (pair.guide > 0)
			ch_buffer_printf(out, "%" PRId64 ",%" PRId64 ",%" PRId64 "\r\n", pair.learner, pair.guide,
					 pair.score);
	}
}

static void show(struct cli *cli, const struct found *found)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	if (cli->format == CLI_JSON)
		add_json(found, &out);
	else if (cli->format == CLI_CSV)
		add_csv(found, &out);
	else
		ch_buffer_printf(&out,
				 _("%" PRId64 " of %" PRId64 " learners matched, score %" PRId64 ".\n"
				   "Proven: nothing better exists. Read in %.3f s, solved in %.3f s, "
				   "checked in %.3f s.\n"),
				 found->matched, ch_match_instance_learners(found->instance), found->score,
				 found->read, found->solve, found->check);
	cli_print(cli, &out);
	ch_buffer_release(&out);
}

static enum ch_status solve(struct ch_match_instance *instance, struct found *found, struct ch_error *err)
{
	double start = seconds_now();

	if (ch_match_instance_solve(instance, err) != CH_OK)
		return err->status;
	found->solve = seconds_now() - start;
	if (ch_match_instance_check(instance, err) != CH_OK)
		return err->status;
	found->check = seconds_now() - start - found->solve;
	for (int64_t learner = 1; learner <= ch_match_instance_learners(instance); learner++) {
		struct ch_match_instance_pair pair = ch_match_instance_pair(instance, learner);
		found->matched += pair.guide > 0;
		found->score += pair.score;
	}
	return CH_OK;
}

static enum ch_status write_proof(struct cli *cli, const struct ch_match_instance *instance, const char *path,
				  struct ch_error *err)
{
	struct ch_file_out out;

	if (cli_file_begin(cli, path, &out, err) == CH_OK) {
		ch_match_instance_prove(instance, cli_write_piece, out.file, err);
		cli_file_end(cli, path, &out, err);
	}
	return err->status;
}

/* A bare instance has neither people nor a programme for the other options to be about. */
static enum ch_status only_what_applies(const struct cli_args *args, struct ch_error *err)
{
	for (const struct cli_option *option = args->command->options; option->key; option++)
		if (strcmp(option->key, "instance") != 0 && strcmp(option->key, "proof") != 0 &&
		    cli_args_has(args, option->key))
			return ch_fail(err, CH_USAGE, _("--instance and --%s were given: one or the other"),
				       option->key);
	if (args->word_count > 0)
		return ch_fail(err, CH_USAGE, _("--instance and the programme \"%s\" were given: one or the other"),
			       args->words[0]);
	return CH_OK;
}

enum ch_status cli_match_instance(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *path = cli_args_value(args, "instance"), *proof = cli_args_value(args, "proof");
	struct ch_match_instance *instance;
	double start = seconds_now();

	if (only_what_applies(args, err) != CH_OK || read_instance(path, &instance, err) != CH_OK)
		return err->status;
	struct found found = {.instance = instance, .read = seconds_now() - start};
	enum ch_status status = solve(instance, &found, err);
	if (status == CH_OK && proof)
		status = write_proof(cli, instance, proof, err);
	if (status == CH_OK)
		show(cli, &found);
	ch_match_instance_free(instance);
	return status;
}
