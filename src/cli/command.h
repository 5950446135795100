/*
 * The commands of chiron: one table, command.def.
 *
 * The table drives parsing (args.h), dispatch (run.h), --help (help.h), shell
 * completion (completion.c) and docs/cli.md. Each command is a function that
 * takes the parsed words and acts through core.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "chiron/field.h"
#include "chiron/list.h"

struct cli;
struct cli_args;

typedef enum ch_status cli_command_run(struct cli *cli, const struct cli_args *args, struct ch_error *err);

enum {
	CLI_OPTIONAL = 1 << 0,	 /* an argument that may be left out */
	CLI_REPEATED = 1 << 1,	 /* an argument or option that may be given several times */
	CLI_REQUIRED = 1 << 2,	 /* an option that must be given */
	CLI_AHEAD = 1 << 3,	 /* a date to come: "fri" is the next one */
	CLI_FILE = 1 << 4,	 /* a path: completed by the shell */
	CLI_SELECTS = 1 << 5,	 /* an option that only names a field, to find a record by it */
	CLI_NO_SCHEME = 1 << 6,	 /* a command that opens no scheme file, or does so itself */
	CLI_BY_GROUP = 1 << 7,	 /* one of a group that `chiron --help` shows by its first word alone */
	CLI_MAY_BE_BLANK = 1 << 8, /* an argument for which '' says something */
	CLI_HERE = 1 << 9 /* an option for whoever sits at the scheme's computer (gate.h) */
};

/* What follows the words of a command. */
struct cli_argument {
	const char *name; /* as help shows it: "PAIRING" */
	const char *help; /* NULL: said once for all records of `entity` */
	enum ch_entity_id entity;	 /* it names a record of this kind; CH_NO_ENTITY: none */
	const struct ch_choice *choices; /* or one of these words */
	unsigned flags;
};

struct cli_option {
	const char *key; /* without its dashes: "hours-per-month" */
	char letter;	 /* short form; 0: none */
	const char *value; /* what help calls its value: "DATE"; NULL: as its type or entity says; else it takes none */
	const char *help;
	enum ch_entity_id entity; /* with `field`: it gives this field of that entity, which says what is NULL here */
	const char *field;	  /* NULL with an entity: it names a record of that */
	const struct ch_choice *choices; /* or one of these words */
	enum ch_type type;		 /* or a value of this type, which no field holds; 0: any text */
	int64_t min, max;		 /* of a number, as in struct ch_field */
	unsigned flags;
};

/* Which fields of an entity become options of a command. */
enum cli_fields { CLI_FIELDS_NONE, CLI_FIELDS_NEW, CLI_FIELDS_EDIT };

struct cli_command {
	const char *words; /* "pairing start" */
	cli_command_run *run;
	enum ch_list_id list; /* that it shows; 0: none */
	const char *section; /* heading of `chiron --help` it stands under */
	const struct cli_argument *arguments; /* ends with a NULL name; NULL: none */
	const struct cli_option *options;     /* ends with a NULL key; NULL: none */
	enum ch_entity_id fields_of;	      /* whose fields are options besides */
	enum cli_fields fields;
	const char *without; /* keys of fields that are no options here, parted by blanks */
	const char *summary; /* one line */
	const char *more;    /* further lines of its help; NULL: none */
	const char *example; /* lines to type */
	const char *rules;   /* that bear on it, as "R28 R29"; NULL: none */
	unsigned flags;
};

/* The table; ends with NULL words. */
extern const struct cli_command cli_commands[];

/* The options that every command takes; ends with a NULL key. */
extern const struct cli_option cli_global_options[];

/* Whose yes to a three-way agreement an option names. */
enum cli_three { THREE_NONE, THREE_GUIDE, THREE_LEARNER, THREE_MANAGER, THREE_ALL };

/* The words of enum ch_severity. */
extern const struct ch_choice cli_severities[];

/*
 * All options of a command but the global ones: its own, then one for each
 * field of `fields_of` that may be typed: not set by chiron, not hidden, not
 * the pair's wording (which never comes by option). Ends with a NULL key.
 */
const struct cli_option *cli_command_options(const struct cli_command *command, struct ch_arena *arena);

#define COMMAND(name, ...)                                                                                             \
	enum ch_status cli_##name(struct cli *cli, const struct cli_args *args, struct ch_error *err);
#include "cli/command.def"
#undef COMMAND

#endif
