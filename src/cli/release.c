/* `chiron share`, `chiron introduction` and `chiron manager`: what goes out of a pair, and what comes in. */
#include <inttypes.h>

#include "cli/edit.h"
#include "cli/output.h"
#include "cli/wording.h"

static const char *shown(struct cli *cli, enum ch_entity_id entity, const void *record, const char *key)
{
	return ch_field_show(ch_field_named(ch_entity_of(entity), key), record, cli_today(cli), &cli->arena);
}

/* ---- Releases ---- */

static enum ch_status done(struct cli *cli, int64_t id, struct ch_error *err)
{
	struct ch_release release;

	if (ch_release_get(&cli->context, id, &cli->arena, &release, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_RELEASE, &release, _("Release %" PRId64 " of %s (%s): %s."), id,
		 cli_name(cli, CH_PAIRING, release.pairing_id), shown(cli, CH_RELEASE, &release, "kind"),
		 shown(cli, CH_RELEASE, &release, "state"));
	return CH_OK;
}

enum ch_status cli_share_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_release release;
	const char *words;

	ch_record_start(ch_entity_of(CH_RELEASE), &release);
	if (cli_which(cli, CH_PAIRING, args->words[0], &release.pairing_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_RELEASE, &release, err) != CH_OK ||
	    cli_ask_about(cli, release.pairing_id, _("What does it say?"), &words, err) != CH_OK ||
	    ch_release_add(&cli->context, &release, words, err) != CH_OK)
		return err->status;
	return done(cli, release.release_id, err);
}

enum ch_status cli_share_answer(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_release release;
	ch_date on = CH_NO_DATE;
	const char *told = NULL;
	int approved = cli_args_choice(args, "approved"), how = cli_args_choice(args, "how");
	int64_t id;

	if (cli_which(cli, CH_RELEASE, args->words[0], &id, err) != CH_OK ||
	    cli_date_option(cli, args, "on", &on, err) != CH_OK ||
	    ch_release_get(&cli->context, id, &cli->arena, &release, err) != CH_OK)
		return err->status;
	if (approved == CH_YES &&
	    cli_ask_about(cli, release.pairing_id, _("What was the mentee or coachee told, and what did they say?"),
			  &told, err) != CH_OK)
		return err->status;
	if (ch_release_answer(&cli->context, id, approved == CH_YES, how, on, told, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

enum ch_status cli_share_send(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	int64_t id;

	if (cli_which(cli, CH_RELEASE, args->words[0], &id, err) != CH_OK ||
	    ch_release_send(&cli->context, id, err) != CH_OK)
		return err->status;
	return done(cli, id, err);
}

enum ch_status cli_share_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const enum ch_text_kind kinds[] = {CH_TEXT_RELEASE, CH_TEXT_CONSENT, CH_NO_TEXT_KIND};
	struct ch_release release;
	struct cli_part part = {.title = _("May be told")};
	int64_t id;

	if (cli_which(cli, CH_RELEASE, args->words[0], &id, err) != CH_OK ||
	    ch_release_get(&cli->context, id, &cli->arena, &release, err) != CH_OK ||
	    ch_release_words(&cli->context, id, &cli->arena, &part.text, err) != CH_OK)
		return err->status;
	if (part.text == NULL || cli->context.actor.person_id != 0)
		return cli_show_with_wording(cli, CH_RELEASE, &release, release.pairing_id, kinds, err);
	cli_show_record(cli, CH_RELEASE, &release, &part, 1);
	return CH_OK;
}

/* ---- Introductions ---- */

enum ch_status cli_introduction_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_introduction introduction;
	const char *to_whom;

	ch_record_start(ch_entity_of(CH_INTRODUCTION), &introduction);
	if (cli_which(cli, CH_PAIRING, args->words[0], &introduction.pairing_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_INTRODUCTION, &introduction, err) != CH_OK ||
	    cli_ask_about(cli, introduction.pairing_id, _("To whom, and what is hoped for?"), &to_whom, err) != CH_OK ||
	    ch_introduction_add(&cli->context, &introduction, to_whom, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_INTRODUCTION, &introduction, _("Introduction %" PRId64 " of %s is recorded."),
		 introduction.introduction_id, cli_name(cli, CH_PAIRING, introduction.pairing_id));
	return CH_OK;
}

enum ch_status cli_introduction_settle(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_introduction introduction;
	int outcome = cli_args_choice(args, "outcome");
	int64_t id;

	if (cli_which(cli, CH_INTRODUCTION, args->words[0], &id, err) != CH_OK ||
	    ch_introduction_settle(&cli->context, id, (enum ch_outcome)outcome, err) != CH_OK ||
	    ch_introduction_get(&cli->context, id, &cli->arena, &introduction, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_INTRODUCTION, &introduction, _("Introduction %" PRId64 ": %s."), id,
		 shown(cli, CH_INTRODUCTION, &introduction, "outcome"));
	return CH_OK;
}

enum ch_status cli_introduction_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const enum ch_text_kind kinds[] = {CH_TEXT_INTRODUCTION, CH_NO_TEXT_KIND};
	struct ch_introduction introduction;
	int64_t id;

	if (cli_which(cli, CH_INTRODUCTION, args->words[0], &id, err) != CH_OK ||
	    ch_introduction_get(&cli->context, id, &cli->arena, &introduction, err) != CH_OK)
		return err->status;
	return cli_show_with_wording(cli, CH_INTRODUCTION, &introduction, introduction.pairing_id, kinds, err);
}

/* ---- The line manager ---- */

enum ch_status cli_manager_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_manager_feedback feedback;
	const char *words;

	ch_record_start(ch_entity_of(CH_MANAGER_FEEDBACK), &feedback);
	if (cli_which(cli, CH_PAIRING, args->words[0], &feedback.pairing_id, err) != CH_OK ||
	    cli_fill(cli, args, CH_MANAGER_FEEDBACK, &feedback, err) != CH_OK ||
	    cli_ask_about(cli, feedback.pairing_id, _("What does the manager see a need for?"), &words, err) != CH_OK ||
	    ch_manager_feedback_add(&cli->context, &feedback, words, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_MANAGER_FEEDBACK, &feedback,
		 _("What the manager said is recorded for %s; coach and coachee read it, and nothing goes back."),
		 cli_name(cli, CH_PAIRING, feedback.pairing_id));
	return CH_OK;
}

enum ch_status cli_manager_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const enum ch_text_kind kinds[] = {CH_TEXT_MANAGER_FEEDBACK, CH_NO_TEXT_KIND};
	struct ch_manager_feedback feedback;
	int64_t id;

	if (cli_which(cli, CH_MANAGER_FEEDBACK, args->words[0], &id, err) != CH_OK ||
	    ch_manager_feedback_get(&cli->context, id, &cli->arena, &feedback, err) != CH_OK)
		return err->status;
	return cli_show_with_wording(cli, CH_MANAGER_FEEDBACK, &feedback, feedback.pairing_id, kinds, err);
}
