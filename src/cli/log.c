/*
 * `chiron log`: a session, in under a minute. What was not given is asked on a
 * terminal by the form of the other face, line by line, which keeps a draft;
 * from a pipe it is taken as wording.h says.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/quick_log.h"
#include "cli/output.h"
#include "cli/wording.h"

struct log {
	struct cli *cli;
	const struct cli_args *args;
	struct ch_quick_log line;  /* what several words said */
	struct ch_session session; /* as it was given; once logged, as it is saved */
	struct cli_record record;
	struct ch_framework framework;
	bool asks_headings; /* it was named */
	struct ch_enjoyed enjoyed;
};

/* ---- Which pair ------------------------------------------------------------------- */

/* Several words are the line that the screens take: whose, and behind it how long, when and how. */
static enum ch_status read_line(struct log *log, struct ch_error *err)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < log->args->word_count; i++)
		ch_buffer_printf(&text, "%s%s", i > 0 ? " " : "", log->args->words[i]);
	ch_quick_log_parse(text.text, cli_today(log->cli), false, &log->cli->arena, &log->line, err);
	ch_buffer_release(&text);
	return err->status;
}

/* The pair that the command names; else the actor's only one; 0: it is asked. */
static enum ch_status find_pair(struct log *log, int64_t *id, struct ch_error *err)
{
	struct cli *cli = log->cli;
	const struct ch_list_query own = {.list = CH_LIST_PAIRINGS,
					  .filter = "-state:closed",
					  .person_id = cli->context.actor.person_id};
	struct ch_grid pairs = {0};
	const char *names;

	if (log->args->word_count == 1)
		return cli_which(cli, CH_PAIRING, log->args->words[0], id, err);
	if (log->args->word_count > 1 && read_line(log, err) != CH_OK)
		return err->status;
	if (log->line.who != NULL && *log->line.who != '\0')
		return ch_quick_log_find(&cli->context, log->line.who, &cli->arena, id, &names, err);
	if (own.person_id && ch_list_fetch(&cli->context, &own, &cli->arena, &pairs, err) != CH_OK)
		return err->status;
	if (pairs.row_count == 1) {
		*id = pairs.rows[0].id;
		return CH_OK;
	}
	*id = 0;
	if (cli_can_ask(cli))
		return CH_OK;
	ch_fail(err, CH_USAGE, _("`chiron %s` needs a PAIRING"), log->args->command->words);
	return ch_error_fix(err, _("Name one of its people: chiron log 'Catrin Oldroyd'"));
}

/* ---- What was given ----------------------------------------------------------------- */

/* A length given as a range, "17:30-18:45", says when the meeting began, too. */
static enum ch_status start_from_range(struct log *log, struct ch_error *err)
{
	const char *given = cli_args_value(log->args, "minutes");
	int minutes, start;

	if (!given || !given[0] || log->session.starts_at != CH_UNKNOWN)
		return CH_OK;
	if (ch_minutes_parse(given, &minutes, &start, err) != CH_OK)
		return err->status;
	if (start >= 0)
		log->session.starts_at = start;
	return CH_OK;
}

static enum ch_status refuse_twice(const char *word, const char *option, struct ch_error *err)
{
	return ch_fail(err, CH_USAGE, _("\"%s\" and --%s say the same thing twice; one is enough"), word, option);
}

/* What the line said, which no option may say again. */
static enum ch_status take_line(struct log *log, struct ch_error *err)
{
	const struct ch_quick_log *line = &log->line;

	if (line->date != NULL && cli_args_has(log->args, "date"))
		return refuse_twice(line->date, "date", err);
	if (line->length != NULL && cli_args_has(log->args, "minutes"))
		return refuse_twice(line->length, "minutes", err);
	if (line->date != NULL)
		log->session.session_date = line->on;
	if (line->length != NULL)
		log->session.minutes = line->minutes;
	if (line->length != NULL && line->starts_at >= 0)
		log->session.starts_at = line->starts_at;
	if (line->medium != 0)
		log->session.medium = line->medium;
	if (line->no_actions)
		log->session.no_actions = CH_YES;
	return CH_OK;
}

static enum ch_status given_enjoyed(struct log *log, int64_t pairing_id, struct ch_error *err)
{
	log->enjoyed = (struct ch_enjoyed){.guide = cli_args_number(log->args, "guide-enjoyed", CH_UNKNOWN),
					   .learner = cli_args_number(log->args, "learner-enjoyed", CH_UNKNOWN)};
	return pairing_id != 0 ? ch_session_enjoyed_expect(&log->cli->context, pairing_id, &log->enjoyed, err) : CH_OK;
}

static enum ch_status given_facts(struct log *log, int64_t pairing_id, struct ch_error *err)
{
	int late = cli_args_choice(log->args, "late");

	ch_record_start(ch_entity_of(CH_SESSION), &log->session);
	log->session.pairing_id = pairing_id;
	if (cli_fill(log->cli, log->args, CH_SESSION, &log->session, err) != CH_OK ||
	    start_from_range(log, err) != CH_OK || take_line(log, err) != CH_OK)
		return err->status;
	if (late == CH_SIDE_GUIDE)
		log->session.guide_attendance = CH_LATE;
	if (late == CH_SIDE_LEARNER)
		log->session.learner_attendance = CH_LATE;
	log->asks_headings = log->session.framework != NULL;
	if ((pairing_id != 0 || log->asks_headings) &&
	    cli_framework(log->cli, &log->session, &log->framework, err) != CH_OK)
		return err->status;
	if (cli_args_has(log->args, "learning-kept-by-pair"))
		log->session.learning = CH_LEARNING_KEPT_BY_PAIR;
	if (log->session.learning == CH_LEARNING_WRITTEN) {
		ch_fail(err, CH_USAGE, _("what was learned is typed, or read from standard input, never an option"));
		return ch_error_fix(err, _("`chiron help input` says how"));
	}
	return given_enjoyed(log, pairing_id, err);
}

/* ---- Saving ----------------------------------------------------------------------------- */

/* The one line that says what was done and what comes next. */
static const char *summary(const struct log *log, const struct ch_pairing *pairing,
			   const struct ch_session_logged *logged, bool unfinished)
{
	struct cli *cli = log->cli;
	struct ch_buffer out = CH_BUFFER_EMPTY;
	const struct ch_field *kind = ch_field_named(ch_entity_of(CH_PAIRING), "kind");
	char iso[CH_DATE_WORDS_SIZE];
	const char *text;

	ch_buffer_printf(&out, _("Session %" PRId64), logged->number);
	if (logged->about)
		ch_buffer_printf(&out, _(" of about %" PRId64), logged->about);
	ch_buffer_printf(&out, _(" logged for %s (%s)."), cli_name(cli, CH_PAIRING, pairing->pairing_id),
			 ch_field_show(kind, pairing, cli_today(cli), &cli->arena));
	if (logged->last_planned)
		ch_buffer_printf(&out,
				 _(" That was the last one planned: `chiron pairing agree %" PRId64
				   " --planned-sessions` agrees on more, `chiron pairing close %" PRId64 "` ends it."),
				 pairing->pairing_id, pairing->pairing_id);
	else if (logged->next_due_on != CH_NO_DATE)
		ch_buffer_printf(&out, logged->next_due_on < cli_today(cli) ? _(" The next was due by %s.")
				 : _(" Next due by %s."),
				 ch_date_words(logged->next_due_on, cli_today(cli), iso));
	if (logged->same_day)
		ch_buffer_printf(&out,
				 _(" There is another on that day: if it is the same, `chiron session remove %" PRId64
					 "`."),
				 logged->session_id);
	if (logged->before_start != CH_NO_DATE)
		ch_buffer_printf(&out, _(" That was before they began, on %s."),
				 ch_date_words(logged->before_start, cli_today(cli), iso));
	if (logged->after_end != CH_NO_DATE)
		ch_buffer_printf(&out, _(" That was after they ended, on %s."),
				 ch_date_words(logged->after_end, cli_today(cli), iso));
	else if (logged->ended)
		ch_buffer_add(&out, _(" Their pairing has ended."));
	if (logged->unusually_long)
		ch_buffer_printf(&out,
				 _(" %" PRId64 " minutes is unusually long: `chiron session set %" PRId64
				   " --minutes` corrects it."),
				 log->session.minutes, logged->session_id);
	if (logged->to_review == 1)
		ch_buffer_printf(&out, _(" 1 earlier action to review: `chiron action review %" PRId64 "`."),
				 pairing->pairing_id);
	else if (logged->to_review)
		ch_buffer_printf(&out, _(" %" PRId64 " earlier actions to review: `chiron action review %" PRId64 "`."),
				 logged->to_review, pairing->pairing_id);
	if (unfinished)
		ch_buffer_printf(&out, _(" The record is unfinished: `chiron session finish %" PRId64 "`."),
				 logged->session_id);
	text = ch_arena_copy(&cli->arena, out.text);
	ch_buffer_release(&out);
	return text;
}

/* What was logged, from a pipe or by the form, is said in the same words. */
static enum ch_status tell(struct log *log, const struct ch_session_logged *logged, bool unfinished,
			   struct ch_error *err)
{
	struct cli *cli = log->cli;
	struct ch_pairing pairing;

	if (ch_session_get(&cli->context, logged->session_id, &cli->arena, &log->session, err) != CH_OK ||
	    ch_pairing_get(&cli->context, log->session.pairing_id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	if (log->session.state == CH_SESSION_NO_SHOW)
		cli_done(cli, CH_SESSION, &log->session, _("It is recorded that %s did not meet."),
			 cli_name(cli, CH_PAIRING, log->session.pairing_id));
	else
		cli_done(cli, CH_SESSION, &log->session, "%s", summary(log, &pairing, logged, unfinished));
	if (log->line.date != NULL)
		cli_say_far_day(cli, log->line.date, log->line.on);
	cli_point_out(cli, CH_AT_SESSION, log->session.session_id);
	if (log->session.number == 1)
		cli_point_out(cli, CH_AT_FIRST_SESSION, pairing.pairing_id);
	return CH_OK;
}

/* ---- By the form ------------------------------------------------------------------------ */

enum ch_status cli_ask_record(struct cli *cli, const struct cli_args *args, struct ch_session_asked *asked,
			      struct ch_error *err)
{
	struct cli_front front = cli_front_for(cli, args);

	front.record = asked;
	if (cli->front(&front, err) != CH_OK || asked->logged.session_id != 0)
		return err->status;
	ch_fail(err, CH_DATA, asked->finishes ? _("the record was left as it was") : _("no session was logged"));
	return ch_error_fix(err, _("The same command asks again, and knows what was kept of your answers"));
}

static enum ch_status ask(struct log *log, int64_t pairing_id, struct ch_error *err)
{
	struct ch_session_asked asked = {.pairing_id = pairing_id,
					 .headings = log->asks_headings,
					 .given = &log->session,
					 .enjoyed = log->enjoyed};

	if (cli_ask_record(log->cli, log->args, &asked, err) != CH_OK)
		return err->status;
	return tell(log, &asked.logged, !asked.logged.complete && asked.logged.to_review == 0, err);
}

/* ---- From a pipe ------------------------------------------------------------------------- */

static bool is_of_session(const struct cli_option *option)
{
	for (const struct cli_option *global = cli_global_options; global->key != NULL; global++)
		if (strcmp(global->key, option->key) == 0)
			return false;
	return true;
}

/* A pipe whose writer never came: nothing was said of the session, so there is none to log. */
static enum ch_status refuse_silence(struct log *log, struct ch_error *err)
{
	const struct ch_session_record *record = &log->record.record;

	for (size_t i = 0; i < log->args->given_count; i++)
		if (is_of_session(log->args->given[i].option))
			return CH_OK;
	if (record->learning != NULL || record->action_count > 0 || record->section_count > 0 ||
	    log->record.no_actions || ch_quick_log_has_facts(&log->line))
		return CH_OK;
	ch_fail(err, CH_USAGE, _("nothing is said of the session, and standard input is empty: none was logged"));
	return ch_error_fix(err, _("--date today logs one as usual; `chiron help input` says what is read"));
}

static enum ch_status take(struct log *log, struct ch_error *err)
{
	struct cli *cli = log->cli;
	const struct cli_record_wanted wanted = {.learning = log->session.learning == CH_NO_LEARNING,
						 .actions = log->session.no_actions != CH_YES,
						 .framework = &log->framework};
	struct ch_session_logged logged;
	struct ch_pairing pairing;

	if (ch_pairing_get(&cli->context, log->session.pairing_id, &cli->arena, &pairing, err) != CH_OK ||
	    cli_read_record(cli, &pairing, wanted, &log->record, err) != CH_OK || refuse_silence(log, err) != CH_OK)
		return err->status;
	if (log->record.no_actions)
		log->session.no_actions = CH_YES;
	if (ch_session_log(&cli->context, &log->session, &log->record.record, &logged, err) != CH_OK ||
	    ch_session_enjoyed(&cli->context, pairing.pairing_id, log->session.session_date, &log->enjoyed, err) !=
		    CH_OK)
		return err->status;
	return tell(log, &logged,
		    (log->record.record.learning == NULL && log->session.learning == CH_NO_LEARNING) ||
			    (!log->record.record.action_count && log->session.no_actions != CH_YES),
		    err);
}

enum ch_status cli_session_log(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct log log = {.cli = cli, .args = args};
	int64_t id;

	if (find_pair(&log, &id, err) != CH_OK || given_facts(&log, id, err) != CH_OK)
		return err->status;
	return cli_can_ask(cli) ? ask(&log, id, err) : take(&log, err);
}
