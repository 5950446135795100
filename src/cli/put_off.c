/* What is done about a finding besides mending it: snooze, assign, acknowledge, and taking that back. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"

static bool is_check(const char *name)
{
	for (size_t i = 0; i < ch_check_count(); i++)
		if (strcmp(ch_check_at(i)->name, name) == 0)
			return true;
	return false;
}

/* The check of this name, also one of the scheme's own as long as it finds something. */
static enum ch_status find_check(struct cli *cli, const char *name, const struct ch_check_info **check,
				 struct ch_error *err)
{
	struct ch_check_query query = {.rule = name, .all = true};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_findings findings = {0};

	*check = NULL;
	for (size_t i = 0; i < ch_check_count(); i++)
		if (strcmp(ch_check_at(i)->name, name) == 0)
			*check = ch_check_at(i);
	if (*check == NULL &&
	    ch_check_run(&cli->context, &query, &cli->arena, &findings, &ignored) == CH_OK && findings.count > 0)
		*check = findings.items[0].check;
	if (*check != NULL && strcmp((*check)->name, name) == 0)
		return CH_OK;
	ch_fail(err, CH_MISSING, _("no check is called \"%.60s\""), name);
	return ch_error_fix(err, _("name a check, as never-started, then what it is about; or only a pairing"));
}

static enum ch_status refuse_unlisted(const char *names, struct ch_error *err)
{
	ch_fail(err, CH_MISSING, _("nothing about %s is on the list of today"), names);
	return ch_error_fix(err, _("name a check and what it is about: `chiron check --all` shows them"));
}

/*
 * Of somebody's several pairings the one that the list says something of, as the new one after a hand-over. Where that
 * is several, `err` stays as it is.
 */
static enum ch_status choose_on_list(struct cli *cli, const char *word, const struct ch_findings *findings,
				     int64_t *pairing_id, struct ch_error *err)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;
	int64_t person_id, found = 0;

	if (err->status != CH_DATA || ch_find(&cli->context, CH_PERSON, word, &person_id, &ignored) != CH_OK)
		return err->status;
	for (size_t i = 0; i < findings->count; i++) {
		int64_t id = findings->items[i].pairing_id;

		if (id == 0 || id == found ||
		    ch_pairing_get(&cli->context, id, &cli->arena, &pairing, &ignored) != CH_OK ||
		    (pairing.guide_id != person_id && pairing.learner_id != person_id))
			continue;
		if (found != 0)
			return err->status;
		found = id;
	}
	*err = CH_NO_ERROR;
	*pairing_id = found;
	return found != 0 ? CH_OK : refuse_unlisted(cli_name(cli, CH_PERSON, person_id), err);
}

/* What the first screen says of a pairing, snoozed or not. */
static enum ch_status find_of_pairing(struct cli *cli, const char *word, struct ch_finding_key *key,
				      struct ch_error *err)
{
	struct ch_findings findings;
	int64_t pairing_id = 0;

	if (ch_attention(&cli->context, &cli->arena, &findings, err) != CH_OK)
		return err->status;
	if (cli_which(cli, CH_PAIRING, word, &pairing_id, err) != CH_OK &&
	    choose_on_list(cli, word, &findings, &pairing_id, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < findings.count; i++)
		if (findings.items[i].pairing_id == pairing_id) {
			*key = (struct ch_finding_key){.check_name = findings.items[i].check->name,
						       .subject_id = findings.items[i].subject_id};
			return CH_OK;
		}
	return refuse_unlisted(cli_name(cli, CH_PAIRING, pairing_id), err);
}

/* CHECK and its subject, by number or, of a person, programme or pairing, by name. */
static enum ch_status find_of_check(struct cli *cli, const struct cli_args *args, struct ch_finding_key *key,
				    struct ch_error *err)
{
	const struct ch_check_info *check;

	if (find_check(cli, args->words[0], &check, err) != CH_OK)
		return err->status;
	key->check_name = check->name;
	key->subject_id = 0;
	if (args->word_count != 2)
		return ch_fail(err, CH_USAGE, _("after the check %s comes what it is about, one %s"), check->name,
			       ch_entity_of(check->subject)->noun);
	if (check->subject == CH_PERSON || check->subject == CH_PROGRAMME || check->subject == CH_PAIRING)
		return cli_which(cli, check->subject, args->words[1], &key->subject_id, err);
	key->subject_id = strtoll(args->words[1], NULL, 10);
	return CH_OK;
}

static enum ch_status find(struct cli *cli, const struct cli_args *args, struct ch_finding_key *key,
			   struct ch_error *err)
{
	if (args->word_count == 1 && !is_check(args->words[0]))
		return find_of_pairing(cli, args->words[0], key, err);
	return find_of_check(cli, args, key, err);
}

/* For programs the record as it is now; for people a sentence. */
static void say_done(struct cli *cli, const struct ch_finding_key *key, const char *what)
{
	struct ch_list_query query = {.list = CH_LIST_HANDLINGS,
				      .filter = ch_arena_printf(&cli->arena, "check:%s of:%" PRId64, key->check_name,
								key->subject_id)};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_handling handling;
	struct ch_grid grid;

	ch_record_clear(ch_entity_of(CH_HANDLING), &handling);
	handling.check_name = key->check_name;
	handling.subject_id = key->subject_id;
	if (ch_list_fetch(&cli->context, &query, &cli->arena, &grid, &ignored) == CH_OK && grid.row_count > 0)
		ch_handling_get(&cli->context, grid.rows[0].id, &cli->arena, &handling, &ignored);
	const struct ch_check_info *check;
	const char *title = find_check(cli, key->check_name, &check, &ignored) == CH_OK ? _(check->title)
											: key->check_name;
	if (handling.pairing_id != 0)
		cli_done(cli, CH_HANDLING, &handling, "%s (%s): %s.", title,
			 cli_name(cli, CH_PAIRING, handling.pairing_id), what);
	else
		cli_done(cli, CH_HANDLING, &handling, "%s: %s.", title, what);
}

static enum ch_status until_option(struct cli *cli, const struct cli_args *args, ch_date *until, struct ch_error *err)
{
	*until = CH_NO_DATE;
	return cli_date_option(cli, args, "until", until, err);
}

enum ch_status cli_snooze(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_finding_key key;
	char shown[CH_DATE_WORDS_SIZE];
	ch_date until;

	if (find(cli, args, &key, err) != CH_OK || until_option(cli, args, &until, err) != CH_OK ||
	    ch_finding_snooze(&cli->context, &key, until, err) != CH_OK)
		return err->status;
	say_done(cli, &key, ch_arena_printf(&cli->arena, _("snoozed until %s"),
					    ch_date_words(until, cli_today(cli), shown)));
	return CH_OK;
}

enum ch_status cli_assign(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_finding_key key;
	struct ch_assignee to = {0};
	const char *who = cli_args_value(args, "to");

	if ((who != NULL && ch_assignee_find(&cli->context, who, &to, err) != CH_OK) ||
	    find(cli, args, &key, err) != CH_OK || ch_finding_assign(&cli->context, &key, to, err) != CH_OK)
		return err->status;
	say_done(cli, &key, who == NULL ? _("nobody sees to it in particular")
					: ch_arena_printf(&cli->arena, _("%s sees to it"),
							  ch_assignee_name(&cli->context, to, &cli->arena)));
	return CH_OK;
}

enum ch_status cli_acknowledge(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_finding_key key;
	char shown[CH_DATE_WORDS_SIZE];
	ch_date until;

	if (find(cli, args, &key, err) != CH_OK || until_option(cli, args, &until, err) != CH_OK ||
	    ch_finding_acknowledge(&cli->context, &key, until, cli_args_value(args, "reason"), err) != CH_OK)
		return err->status;
	say_done(cli, &key, ch_arena_printf(&cli->arena, _("acknowledged until %s"),
					    ch_date_words(until, cli_today(cli), shown)));
	return CH_OK;
}

/* What is put off is on no list but this one. */
static enum ch_status find_handled(struct cli *cli, const struct cli_args *args, struct ch_finding_key *key,
				   struct ch_error *err)
{
	struct ch_list_query query = {.list = CH_LIST_HANDLINGS};
	struct ch_handling handling;
	struct ch_grid grid;

	if (args->word_count != 1 || is_check(args->words[0]))
		return find_of_check(cli, args, key, err);
	if (cli_which(cli, CH_PAIRING, args->words[0], &query.pairing_id, err) != CH_OK ||
	    ch_list_fetch(&cli->context, &query, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	if (grid.row_count != 1) {
		ch_fail(err, grid.row_count == 0 ? CH_MISSING : CH_DATA,
			grid.row_count == 0 ? _("no finding about %s is snoozed, assigned or acknowledged")
					    : _("several findings about %s are snoozed, assigned or acknowledged"),
			cli_name(cli, CH_PAIRING, query.pairing_id));
		return ch_error_fix(err, _("`chiron finding list` shows them, each with its check and number"));
	}
	if (ch_handling_get(&cli->context, grid.rows[0].id, &cli->arena, &handling, err) != CH_OK)
		return err->status;
	*key = (struct ch_finding_key){.check_name = handling.check_name, .subject_id = handling.subject_id};
	return CH_OK;
}

enum ch_status cli_release(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_finding_key key;

	if (find_handled(cli, args, &key, err) != CH_OK ||
	    ch_finding_release(&cli->context, &key, err) != CH_OK)
		return err->status;
	say_done(cli, &key, _("back on the list, and nobody's"));
	return CH_OK;
}
