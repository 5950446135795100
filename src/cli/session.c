/* `chiron session ...`, but for logging one (log.c) and showing one (pairing_show.c). */
#include <inttypes.h>

#include "cli/edit.h"
#include "cli/output.h"
#include "cli/wording.h"

/* Starts the record of a session of the pairing from the options. */
static enum ch_status start(struct cli *cli, int64_t pairing_id, const struct cli_args *args,
			    struct ch_session *session, struct ch_error *err)
{
	ch_record_start(ch_entity_of(CH_SESSION), session);
	session->pairing_id = pairing_id;
	return cli_fill(cli, args, CH_SESSION, session, err);
}

enum ch_status cli_session_arrange(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_pairing pairing;
	struct ch_session session;
	const char *aim = NULL;
	char iso[CH_DATE_WORDS_SIZE];
	int64_t id;

	if (cli_which(cli, CH_PAIRING, args->words[0], &id, err) != CH_OK ||
	    start(cli, id, args, &session, err) != CH_OK ||
	    ch_pairing_get(&cli->context, session.pairing_id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	if (cli_keeps_wording(cli) &&
	    cli_wording(cli,
			ch_arena_printf(&cli->arena, _("What is its aim? (%s; empty to leave out)"),
					cli_wording_readers(cli, &pairing)),
			&aim, err) != CH_OK)
		return err->status;
	if (ch_session_arrange(&cli->context, &session, aim, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_SESSION, &session, _("%s meet on %s (session no. %" PRId64 ")."),
		 cli_name(cli, CH_PAIRING, session.pairing_id),
		 ch_date_words(session.session_date, cli_today(cli), iso),
		 session.session_id);
	cli_point_out(cli, CH_AT_SESSION, session.session_id);
	return CH_OK;
}

static enum ch_status cancel_one(struct cli *cli, int64_t pairing_id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	struct ch_session session;
	char iso[CH_DATE_WORDS_SIZE];
	int absent = cli_args_choice(args, "no-show");

	if (start(cli, pairing_id, args, &session, err) != CH_OK)
		return err->status;
	if (absent && session.cancelled_by)
		return ch_fail(err, CH_USAGE, _("--by and --no-show were given: one or the other"));
	if (absent)
		session.cancelled_by = absent;
	if (ch_session_cancel(&cli->context, &session, absent != 0, err) != CH_OK)
		return err->status;
	if (absent)
		cli_done(cli, CH_SESSION, &session, _("%s did not meet on %s: no-show."),
			 cli_name(cli, CH_PAIRING, session.pairing_id),
			 ch_date_words(session.session_date, cli_today(cli), iso));
	else
		cli_done(cli, CH_SESSION, &session, _("The session of %s on %s is cancelled."),
			 cli_name(cli, CH_PAIRING, session.pairing_id),
			 ch_date_words(session.session_date, cli_today(cli), iso));
	if (session.row_version == 1) /* a fact is recorded, arranged or not; a slip of the date should be seen */
		cli_note(cli, _("None was arranged for %s, so this one was added. `chiron session list --pairing "
				"%" PRId64 "` shows those that are; `chiron undo` takes it back."),
			 ch_date_words(session.session_date, cli_today(cli), iso), session.pairing_id);
	return CH_OK;
}

enum ch_status cli_session_cancel(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PAIRING, cancel_one, args, err);
}

static enum ch_status set_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_session session;
	char iso[CH_DATE_WORDS_SIZE];

	if (ch_session_get(&cli->context, id, &cli->arena, &session, err) != CH_OK ||
	    cli_fill(cli, context, CH_SESSION, &session, err) != CH_OK ||
	    ch_session_set(&cli->context, &session, err) != CH_OK ||
	    ch_session_get(&cli->context, id, &cli->arena, &session, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_SESSION, &session, _("The session of %s on %s is corrected."),
		 cli_name(cli, CH_PAIRING, session.pairing_id),
		 ch_date_words(session.session_date, cli_today(cli), iso));
	cli_point_out(cli, CH_AT_SESSION, id);
	return CH_OK;
}

enum ch_status cli_session_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (cli_needs_change(args, CH_SESSION, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, args, CH_SESSION, set_one, args, err);
}

enum ch_status cli_framework(struct cli *cli, struct ch_session *session, struct ch_framework *framework,
			     struct ch_error *err)
{
	if (session->framework == NULL)
		return ch_framework_usual(&cli->context, session->pairing_id, &cli->arena, framework, err);
	if (ch_framework_find(&cli->context, session->framework, &cli->arena, framework, err) == CH_OK)
		session->framework = framework->name;
	return err->status;
}

/* What a session lacks: nothing is asked that was recorded before. */
static struct cli_record_wanted still_wanted(const struct ch_session *session, const struct ch_framework *framework)
{
	return (struct cli_record_wanted){.learning = session->learning == CH_NO_LEARNING,
					  .actions = session->no_actions != CH_YES,
					  .framework = framework};
}

static enum ch_status remove_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	char iso[CH_DATE_WORDS_SIZE];
	struct ch_session session;

	(void)context;
	if (ch_session_get(&cli->context, id, &cli->arena, &session, err) != CH_OK)
		return err->status;
	ch_date_words(session.session_date, cli_today(cli), iso);
	if (cli_confirm(cli,
			ch_arena_printf(&cli->arena, _("Session %" PRId64 " of %s would be removed, as recorded by "
						       "mistake; what the two wrote of it goes for good."),
					id, iso),
			err) != CH_OK ||
	    ch_session_remove(&cli->context, id, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_SESSION, &session, _("Session %" PRId64 " of %s is removed."), id, iso);
	return CH_OK;
}

enum ch_status cli_session_remove(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_SESSION, remove_one, NULL, err);
}

/* What the options say the record lacks no more. */
static enum ch_status finish_given(struct cli *cli, const struct cli_args *args, struct ch_session *session,
				   struct ch_framework *framework, struct ch_error *err)
{
	const char *named = cli_args_value(args, "framework");

	if (session->complete == CH_YES && named == NULL)
		return ch_fail(err, CH_DATA, _("the record of session %" PRId64 " is complete already"),
			       session->session_id);
	if (named != NULL)
		session->framework = named;
	if (cli_framework(cli, session, framework, err) != CH_OK)
		return err->status;
	if (cli_args_has(args, "learning-kept-by-pair"))
		session->learning = CH_LEARNING_KEPT_BY_PAIR;
	if (cli_args_has(args, "no-actions"))
		session->no_actions = CH_YES;
	return CH_OK;
}

/* From a pipe. */
static enum ch_status take_rest(struct cli *cli, const struct cli_args *args, const struct ch_session *session,
				struct cli_record_wanted wanted, struct ch_error *err)
{
	struct cli_record record = {0};
	struct ch_pairing pairing;

	if (ch_pairing_get(&cli->context, session->pairing_id, &cli->arena, &pairing, err) != CH_OK ||
	    cli_read_record(cli, &pairing, wanted, &record, err) != CH_OK)
		return err->status;
	return ch_session_finish(&cli->context, session->session_id, &record.record,
				 record.no_actions || cli_args_has(args, "no-actions"),
				 cli_args_has(args, "learning-kept-by-pair"), err);
}

enum ch_status cli_session_finish(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_framework framework;
	struct ch_session session;
	int64_t id;

	if (cli_which(cli, CH_SESSION, args->words[0], &id, err) != CH_OK ||
	    ch_session_get(&cli->context, id, &cli->arena, &session, err) != CH_OK ||
	    finish_given(cli, args, &session, &framework, err) != CH_OK)
		return err->status;
	if (cli_can_ask(cli)) {
		struct ch_session_asked asked = {.pairing_id = session.pairing_id,
						 .finishes = true,
						 .headings = cli_args_has(args, "framework"),
						 .given = &session,
						 .enjoyed = CH_NOT_ENJOYED};

		cli_ask_record(cli, args, &asked, err);
	} else {
		take_rest(cli, args, &session, still_wanted(&session, &framework), err);
	}
	if (err->status != CH_OK || ch_session_get(&cli->context, id, &cli->arena, &session, err) != CH_OK)
		return err->status;
	if (session.complete == CH_YES)
		cli_done(cli, CH_SESSION, &session, _("The record of the session is complete."));
	else
		cli_done(cli, CH_SESSION, &session,
			 _("Saved, and not complete yet: that takes what was learned, an action or --no-actions, "
			   "and in "
			   "coaching a review of the earlier actions."));
	return CH_OK;
}
