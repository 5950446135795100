/*
 * One run of a command: its streams, what the global options said, and the
 * scheme it works on. Everything that a run allocates lies in its arena.
 *
 * The demonstration drives the command table in process, so nothing here, nor
 * any command, reaches for stdin, stdout or stderr by itself.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdio.h>

#include "chiron/chiron.h"
#include "cli/args.h"
#include "cli/front.h"

enum cli_format {
	CLI_TABLE = 1,
	CLI_LINES,
	CLI_CSV,
	CLI_JSON,
	CLI_XLSX /* of exports only */,
	CLI_HTML /* of reports only */
};

struct cli {
	FILE *in, *out, *err;
	bool asks; /* a person answers on `in`, which is then unbuffered: no line waits unseen in it */
	int width; /* cells of a line of `out`; 0: no terminal */
	cli_front_open *front; /* NULL: there is no other face here */
	const char *channel;   /* for the audit log; NULL: "cli" */
	const struct cli_remote *remote; /* who works from another computer (gate.h); NULL: this is here */

	enum cli_format format;
	bool quiet, yes, plain;
	const char *path; /* of the scheme file */
	struct ch_context context;
	struct ch_said ready; /* what context.learner_ready points to, where a command was given --ready */
	struct ch_scheme_settings settings;
	struct ch_arena arena;
	struct cli_called { /* whom a record names to who may not read the people: cli_name() takes it from here */
		int64_t person_id;
		const char *name;
	} called[2];

	bool several; /* cli_done() gives elements of one list (bulk.c) */
	size_t done;  /* how many it gave */
};

/* The whole program: parses, runs, reports; returns the exit status. */
int cli_main(size_t argc, char *const *argv, cli_front_open *front);

/*
 * Runs one command line (without the program's name) with the streams, `asks`,
 * `width`, `front`, `channel` and `remote` of `streams`; everything else in it is ignored.
 * An error is reported on its `err`, too.
 */
enum ch_status cli_execute(const struct cli *streams, size_t argc, char *const *argv);

/* Makes the demonstration scheme in a temporary folder, and gives its path. Stopped by `work`, it leaves nothing. */
enum ch_status cli_demo_make(const struct ch_work *work, char *path_out, size_t size, struct ch_error *err);

/* Opens the scheme at cli->path, and fills in its settings, the clock and the actor. */
enum ch_status cli_open(struct cli *cli, const struct cli_args *args, struct ch_error *err);

ch_date cli_today(const struct cli *cli);

/* The same scheme, actor and day for the other face. */
struct cli_front cli_front_for(const struct cli *cli, const struct cli_args *args);

/* Whether what is printed is a document or for programs: HTML, CSV or JSON. Nothing else is then said. */
bool cli_is_for_programs(const struct cli *cli);

/* ---- Talk (say.c) ----------------------------------------------------------- */

/* A sentence on standard output for people, made safe; nothing with --quiet or for programs. */
void cli_say(struct cli *cli, const char *format, ...) CH_PRINTF(2, 3);

/* The lines of a text, indented below a sentence; nothing with --quiet or for programs. NULL: none. */
void cli_say_lines(struct cli *cli, const char *lines);

/* A line on standard error, unless --quiet. Made safe. */
void cli_note(struct cli *cli, const char *format, ...) CH_PRINTF(2, 3);

/*
 * Notes which year the day is of that was given so, where it needs one and none was given: "25 jan" of what was may be
 * long ago, and of what is to come next year's. What the options of a command give is noted for it.
 */
void cli_say_far_day(struct cli *cli, const char *given, ch_date date);

/* Writes a buffer to standard output as it is. */
void cli_print(struct cli *cli, const struct ch_buffer *buffer);

/* Reports an error on standard error: as a sentence, or as JSON with --format json. */
void cli_complain(struct cli *cli, const struct ch_error *err);

/* ---- Records named on the command line (which.c) ------------------------------ */

/* Finds the record that a word names, as ch_find(); "GUIDE:LEARNER", which a shell leaves alone, is a pairing too. */
enum ch_status cli_which(struct cli *cli, enum ch_entity_id entity, const char *word, int64_t *id,
			 struct ch_error *err);

/* The number of what no list finds, as "a draft" of `chiron draft list`. CH_USAGE. */
enum ch_status cli_which_number(const char *word, const char *noun, const char *command, int64_t *id,
				struct ch_error *err);

/* As cli_which() for an option; *id is left as it is where the option is not given. */
enum ch_status cli_which_option(struct cli *cli, const struct cli_args *args, const char *key,
				enum ch_entity_id entity, int64_t *id, struct ch_error *err);

/* How a person, programme or pairing is called in a sentence; "" for id 0, "session 7" for others. Never fails. */
const char *cli_name(struct cli *cli, enum ch_entity_id entity, int64_t id);

/* The same, but NULL for whom the actor may not read, and for what has no name. */
const char *cli_name_known(struct cli *cli, enum ch_entity_id entity, int64_t id);

/* Whether the actor is one of the two of the pairing. */
bool cli_is_of_pair(const struct cli *cli, const struct ch_pairing *pairing);

/* Puts what the options give into the record: every option that names a field of the entity. */
enum ch_status cli_fill(struct cli *cli, const struct cli_args *args, enum ch_entity_id entity, void *record,
			struct ch_error *err);

/* What --how, or --ready, says of how somebody said something. */
struct ch_said cli_said(const struct cli_args *args);

/* The value of a date option; unchanged where it is not given. */
enum ch_status cli_date_option(struct cli *cli, const struct cli_args *args, const char *key, ch_date *date,
			       struct ch_error *err);

/* ---- The same to several records (bulk.c) -------------------------------------- */

/* What is done to one of them; it prints what it did through cli_done(). */
typedef enum ch_status cli_each_run(struct cli *cli, int64_t id, const void *context, struct ch_error *err);

/*
 * Does it to every record that the words of the command name, one after the
 * other. A refusal is reported at once and the next one is tried; CH_DATA where
 * any was refused. Of a single one its own status comes back unreported.
 */
enum ch_status cli_each_word(struct cli *cli, const struct cli_args *args, enum ch_entity_id entity,
			     cli_each_run *run, const void *context, struct ch_error *err);

/* `proposal accept`: the words of `args` are proposals; the options are those `given`. */
enum ch_status cli_proposals_accept(struct cli *cli, const struct cli_args *args, const struct cli_args *given,
				    struct ch_error *err);

/* Does it to every row of a list, as cli_each_word(). `none` is said where there are no rows. */
enum ch_status cli_each_row(struct cli *cli, const struct ch_list_query *query, cli_each_run *run,
			    const void *context, const char *none, struct ch_error *err);

#endif
