/*
 * The words of a command line, taken apart by the command table.
 *
 * Global options may stand anywhere; those of a command anywhere after its
 * words. "--" ends the options. Texts are not copied: they live as long as
 * argv does.
 */
#ifndef CLI_ARGS_H
#define CLI_ARGS_H

#include "cli/command.h"

struct cli_given {
	const struct cli_option *option;
	const char *value; /* NULL where the option takes none */
};

struct cli_args {
	const struct cli_command *command; /* NULL: no command was named */
	const char *group;		   /* the first word, where only --help followed it: "person" */
	const char **words;		   /* what followed the words of the command */
	size_t word_count;
	struct cli_given *given;
	size_t given_count;
};

/*
 * Takes `argv` (without the program's name) apart. CH_USAGE names the word at
 * fault and the nearest right one. With --help or --version nothing is missed.
 * `commands` ends with NULL words.
 */
enum ch_status cli_args_parse(const struct cli_command *commands, size_t argc, char *const *argv,
			      struct ch_arena *arena, struct cli_args *args, struct ch_error *err);

/* The value last given for an option; NULL where it was not given. */
const char *cli_args_value(const struct cli_args *args, const char *key);
bool cli_args_has(const struct cli_args *args, const char *key);

/* All values given for a repeated option. */
const char **cli_args_values(const struct cli_args *args, const char *key, struct ch_arena *arena, size_t *count);

/* The words joined by blanks; NULL where there are none. */
const char *cli_args_joined(const struct cli_args *args, struct ch_arena *arena);

/* The value as an index into the option's choices, after cli_args_check(); 0 where it was not given. */
int cli_args_choice(const struct cli_args *args, const char *key);

/* "active, paused or closed": the words to type, where ch_choice_list() has those that screens show. */
void cli_add_codes(const struct ch_choice *choices, struct ch_buffer *out);

/* The value as a whole number, after cli_args_check(); `otherwise` where it was not given. */
int64_t cli_args_number(const struct cli_args *args, const char *key, int64_t otherwise);

/*
 * Judges every value by itself, before anything is opened or done: what the field table or the option's type does not
 * allow is refused, so that a slip is told of before any rule. What needs the scheme, as a name, is judged later.
 */
enum ch_status cli_args_check(const struct cli_args *args, ch_date today, struct ch_arena *arena,
			      struct ch_error *err);

#endif
