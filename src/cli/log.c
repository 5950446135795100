/*
 * `chiron log`: a session, in under a minute. What was not given is asked line
 * by line on a terminal; from a pipe it is taken as wording.h says. The whole
 * of it is saved at once: until then Ctrl-C leaves nothing behind. The end of
 * the input does so too before the facts are known; after that it ends the
 * questions, and what was answered is saved.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "cli/review.h"
#include "cli/wording.h"

struct log {
	struct cli *cli;
	const struct cli_args *args;
	struct ch_pairing pairing;
	struct ch_session session;
	struct cli_record record;
	struct ch_framework framework;
	bool asks_headings; /* it was named */
	bool no_show; /* nobody met */
	bool ended;   /* the facts are known, and no more answers will come */
};

static enum ch_status stopped(struct ch_error *err)
{
	ch_fail(err, CH_DATA, _("stopped: nothing was saved"));
	return ch_error_fix(err, _("`chiron log` begins anew"));
}

/* ---- Which pair ------------------------------------------------------------------- */

static enum ch_status choose(struct log *log, const struct ch_grid *pairs, int64_t *id, struct ch_error *err)
{
	struct cli *cli = log->cli;
	struct ch_buffer line = CH_BUFFER_EMPTY;
	enum cli_answer answer;
	long number;

	for (size_t i = 0; i < pairs->row_count; i++)
		cli_note(cli, "%3zu  %s", i + 1, cli_name(cli, CH_PAIRING, pairs->rows[i].id));
	do {
		answer = cli_ask(cli, &line, _("Which pair? (1 to %zu)"), pairs->row_count);
		number = answer == CLI_ANSWERED ? strtol(line.text, NULL, 10) : 0;
	} while (answer == CLI_BLANK || (answer == CLI_ANSWERED && (number < 1 || (size_t)number > pairs->row_count)));
	ch_buffer_release(&line);
	if (answer != CLI_ANSWERED)
		return stopped(err);
	*id = pairs->rows[number - 1].id;
	return CH_OK;
}

static enum ch_status ask_any(struct log *log, int64_t *id, struct ch_error *err)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;
	enum cli_answer answer = cli_ask(log->cli, &line, _("Which pair? (a name, an e-mail, or its number)"));

	if (answer == CLI_ANSWERED)
		cli_which(log->cli, CH_PAIRING, line.text, id, err);
	else
		stopped(err);
	ch_buffer_release(&line);
	return err->status;
}

/* The pair that the command names; else the actor's only one; else the one they choose. */
static enum ch_status find_pair(struct log *log, int64_t *id, struct ch_error *err)
{
	struct cli *cli = log->cli;
	const struct ch_list_query own = {.list = CH_LIST_PAIRINGS,
					  .filter = "-state:closed",
					  .person_id = cli->context.actor.person_id};
	struct ch_grid pairs = {0};

	if (log->args->word_count)
		return cli_which(cli, CH_PAIRING, log->args->words[0], id, err);
	if (own.person_id && ch_list_fetch(&cli->context, &own, &cli->arena, &pairs, err) != CH_OK)
		return err->status;
	if (pairs.row_count == 1) {
		*id = pairs.rows[0].id;
		return CH_OK;
	}
	if (cli->asks)
		return pairs.row_count ? choose(log, &pairs, id, err) : ask_any(log, id, err);
	ch_fail(err, CH_USAGE, _("`chiron %s` needs a PAIRING"), log->args->command->words);
	return ch_error_fix(err, _("Name one of its people: chiron log 'Catrin Oldroyd'"));
}

/* ---- When, how long, who ------------------------------------------------------------- */

/* Asks for one field until the answer fits it or is empty. */
static enum ch_status ask_field(struct log *log, const char *key, const char *question, struct ch_error *err)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_SESSION), key);
	struct ch_buffer line = CH_BUFFER_EMPTY;
	enum cli_answer answer = CLI_BLANK;

	while (!ch_field_known(field, &log->session)) {
		struct ch_error refused = CH_NO_ERROR;

		answer = cli_ask(log->cli, &line, "%s", question);
		if (answer != CLI_ANSWERED)
			break;
		if (ch_field_set(field, &log->session, line.text, cli_today(log->cli), &log->cli->arena, &refused) !=
		    CH_OK)
			cli_complain(log->cli, &refused);
	}
	ch_buffer_release(&line);
	return answer == CLI_STOPPED || answer == CLI_ENDED ? stopped(err) : CH_OK;
}

static enum ch_status ask_who_came(struct log *log, struct ch_error *err)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;
	enum cli_answer answer = CLI_BLANK;

	if (log->session.guide_attendance || log->session.learner_attendance)
		return CH_OK;
	do {
		answer = cli_ask(log->cli, &line,
				 _("Who came? (Enter: both; 1: only %s; 2: only %s; 3: neither)"),
				 cli_name(log->cli, CH_PERSON, log->pairing.guide_id),
				 cli_name(log->cli, CH_PERSON, log->pairing.learner_id));
	} while (answer == CLI_ANSWERED && (line.length != 1 || !strchr("123", line.text[0])));
	if (answer == CLI_ANSWERED) {
		log->no_show = true;
		log->session.cancelled_by = line.text[0] == '1'	  ? CH_BY_LEARNER
					    : line.text[0] == '2' ? CH_BY_GUIDE
								  : CH_BY_BOTH;
	}
	ch_buffer_release(&line);
	return answer == CLI_STOPPED || answer == CLI_ENDED ? stopped(err) : CH_OK;
}

static enum ch_status ask_facts(struct log *log, struct ch_error *err)
{
	if (ask_field(log, "session_date", _("On which day? (Enter: today)"), err) != CH_OK ||
	    ask_who_came(log, err) != CH_OK)
		return err->status;
	if (log->no_show)
		return CH_OK;
	return ask_field(log, "minutes", _("How long? (45, 1h15, 17:30-18:45; Enter: as usual)"), err);
}

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

static enum ch_status given_facts(struct log *log, struct ch_error *err)
{
	int late;

	ch_record_start(ch_entity_of(CH_SESSION), &log->session);
	log->session.pairing_id = log->pairing.pairing_id;
	if (cli_fill(log->cli, log->args, CH_SESSION, &log->session, err) != CH_OK ||
	    start_from_range(log, err) != CH_OK || cli_args_choice(log->args, "late", &late, err) != CH_OK)
		return err->status;
	if (late == CH_SIDE_GUIDE)
		log->session.guide_attendance = CH_LATE;
	if (late == CH_SIDE_LEARNER)
		log->session.learner_attendance = CH_LATE;
	log->asks_headings = log->session.framework != NULL;
	if (cli_framework(log->cli, &log->session, &log->framework, err) != CH_OK)
		return err->status;
	if (cli_args_has(log->args, "learning-kept-by-pair"))
		log->session.learning = CH_LEARNING_KEPT_BY_PAIR;
	if (log->session.learning == CH_LEARNING_WRITTEN) {
		ch_fail(err, CH_USAGE, _("what was learned is typed, or read from standard input, never an option"));
		return ch_error_fix(err, _("`chiron help input` says how"));
	}
	return CH_OK;
}

/* ---- Saving ----------------------------------------------------------------------------- */

static enum ch_status save_no_show(struct log *log, struct ch_error *err)
{
	struct cli *cli = log->cli;

	if (ch_session_cancel(&cli->context, &log->session, true, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_SESSION, &log->session, _("It is recorded that %s did not meet."),
		 cli_name(cli, CH_PAIRING, log->pairing.pairing_id));
	return CH_OK;
}

/* The one line that says what was done and what comes next. */
static const char *summary(struct log *log, const struct ch_session_logged *logged)
{
	struct cli *cli = log->cli;
	struct ch_buffer out = CH_BUFFER_EMPTY;
	const struct ch_field *kind = ch_field_named(ch_entity_of(CH_PAIRING), "kind");
	char iso[CH_DATE_SIZE];
	const char *text;

	ch_buffer_printf(&out, _("Session %" PRId64), logged->number);
	if (logged->about)
		ch_buffer_printf(&out, _(" of about %" PRId64), logged->about);
	ch_buffer_printf(&out, _(" logged for %s (%s)."), cli_name(cli, CH_PAIRING, log->pairing.pairing_id),
			 ch_field_show(kind, &log->pairing, cli_today(cli), &cli->arena));
	if (logged->next_due_on != CH_NO_DATE)
		ch_buffer_printf(&out, logged->next_due_on < cli_today(cli) ? _(" The next was due by %s.")
				 : _(" Next due by %s."),
				 ch_date_iso(logged->next_due_on, iso));
	if (logged->same_day)
		ch_buffer_printf(&out,
				 _(" There is another on that day: if it is the same, `chiron session remove %" PRId64
					 "`."),
				 logged->session_id);
	if (logged->before_start != CH_NO_DATE)
		ch_buffer_printf(&out, _(" That was before they began, on %s."),
				 ch_date_iso(logged->before_start, iso));
	if (logged->after_end != CH_NO_DATE)
		ch_buffer_printf(&out, _(" That was after they ended, on %s."), ch_date_iso(logged->after_end, iso));
	else if (logged->ended)
		ch_buffer_add(&out, _(" Their pairing has ended."));
	if (logged->unusually_long)
		ch_buffer_printf(&out,
				 _(" %" PRId64 " minutes is unusually long: `chiron session set %" PRId64
				   " --minutes` corrects it."),
				 log->session.minutes, logged->session_id);
	if (logged->to_review == 1)
		ch_buffer_printf(&out, _(" 1 earlier action to review: `chiron action review %" PRId64 "`."),
				 log->pairing.pairing_id);
	else if (logged->to_review)
		ch_buffer_printf(&out, _(" %" PRId64 " earlier actions to review: `chiron action review %" PRId64 "`."),
				 logged->to_review, log->pairing.pairing_id);
	if (log->session.learning == CH_NO_LEARNING ||
	    (!log->record.record.action_count && log->session.no_actions != CH_YES))
		ch_buffer_printf(&out, _(" The record is unfinished: `chiron session finish %" PRId64 "`."),
				 logged->session_id);
	text = ch_arena_copy(&cli->arena, out.text);
	ch_buffer_release(&out);
	return text;
}

static enum ch_status save(struct log *log, struct ch_error *err)
{
	struct cli *cli = log->cli;
	struct ch_session_logged logged;
	struct ch_session saved;

	if (log->no_show)
		return save_no_show(log, err);
	if (ch_session_log(&cli->context, &log->session, &log->record.record, &logged, err) != CH_OK ||
	    ch_session_get(&cli->context, logged.session_id, &cli->arena, &saved, err) != CH_OK)
		return err->status;
	log->session = saved;
	cli_done(cli, CH_SESSION, &saved, "%s", summary(log, &logged));
	if (cli->asks && logged.to_review && !log->ended)
		return cli_review(cli, &log->pairing, logged.session_id, err);
	return CH_OK;
}

/* What was learned last is in sight when the next is recorded (R46); only to the two. */
static void note_learned(const struct log *log)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *text = NULL;
	char iso[CH_DATE_SIZE];
	ch_date on;

	if (ch_learning_last(&log->cli->context, log->pairing.pairing_id, 0, &log->cli->arena, &text, &on, &ignored) ==
		    CH_OK &&
	    text != NULL)
		cli_note(log->cli, _("Learned last time, %s: %s"), ch_date_iso(on, iso), text);
}

enum ch_status cli_session_log(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct log log = {.cli = cli, .args = args};
	int64_t id;

	if (find_pair(&log, &id, err) != CH_OK ||
	    ch_pairing_get(&cli->context, id, &cli->arena, &log.pairing, err) != CH_OK ||
	    given_facts(&log, err) != CH_OK)
		return err->status;
	if (cli->asks)
		cli_note(cli, "%s", cli_name(cli, CH_PAIRING, id));
	if (cli->asks && ask_facts(&log, err) != CH_OK)
		return err->status;
	if (cli->asks && !log.no_show)
		note_learned(&log);
	if (!log.no_show) {
		const struct cli_record_wanted wanted = {.learning = log.session.learning == CH_NO_LEARNING,
							 .actions = log.session.no_actions != CH_YES,
							 .framework = &log.framework,
							 .headings = log.asks_headings};
		enum cli_answer answer = cli_read_record(cli, &log.pairing, wanted, &log.record, err);

		if (err->status != CH_OK)
			return err->status;
		if (answer == CLI_STOPPED)
			return stopped(err);
		if (log.record.no_actions)
			log.session.no_actions = CH_YES;
		log.ended = answer == CLI_ENDED;
	}
	return save(&log, err);
}
