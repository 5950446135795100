/* `chiron person ...` */
#include <inttypes.h>
#include <string.h>

#include "cli/edit.h"
#include "cli/output.h"

/* The name as screens show it, from its parts, where only these were given. */
static void name_from_parts(struct cli *cli, struct ch_person *person)
{
	if (person->name)
		return;
	if (person->first_name && person->last_name)
		person->name = ch_arena_printf(&cli->arena, "%s %s", person->first_name, person->last_name);
	else
		person->name = person->first_name ? person->first_name : person->last_name;
}

/* Whoever is called the same is perhaps the same: it is said while that is easy to mend. */
static void tell_namesake(struct cli *cli, const struct ch_person *person)
{
	struct ch_error ignored = CH_NO_ERROR;
	int64_t other = 0;

	if (ch_person_namesake(&cli->context, person->person_id, &other, &ignored) == CH_OK && other != 0)
		cli_note(cli, _("To know: person %" PRId64 " is called so, too; where the two are one, "
				"`chiron person merge %" PRId64 " %" PRId64 "`"),
			 other, other, person->person_id);
}

enum ch_status cli_person_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_PERSON), &person);
	if (cli_give_name(cli, args, CH_PERSON, &person, err) != CH_OK ||
	    cli_fill(cli, args, CH_PERSON, &person, err) != CH_OK)
		return err->status;
	name_from_parts(cli, &person);
	if (ch_person_add(&cli->context, &person, err) != CH_OK ||
	    ch_person_get(&cli->context, person.person_id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PERSON, &person, _("%s is person %" PRId64 "."), person.name, person.person_id);
	tell_namesake(cli, &person);
	return CH_OK;
}

static enum ch_status set_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_person person;

	if (ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	int64_t before = person.row_version;
	if (cli_fill(cli, context, CH_PERSON, &person, err) != CH_OK ||
	    ch_person_set(&cli->context, &person, err) != CH_OK ||
	    ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	if (person.row_version != before)
		cli_done(cli, CH_PERSON, &person, _("%s is changed."), person.name);
	else
		cli_done(cli, CH_PERSON, &person, _("Nothing changed: %s was so already."), person.name);
	return CH_OK;
}

enum ch_status cli_person_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (cli_needs_change(args, CH_PERSON, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, args, CH_PERSON, set_one, args, err);
}

/* "PAIRING=GUIDE", each named as anywhere. */
static enum ch_status read_hand_over(struct cli *cli, const char *text, struct ch_hand_over *hand_over,
				     struct ch_error *err)
{
	const char *sign = strrchr(text, '=');

	if (sign == NULL) {
		ch_fail(err, CH_USAGE, _("--hand-over takes PAIRING=GUIDE; \"%.60s\" was given"), text);
		return ch_error_fix(err, _("As in: --hand-over 12='Alison Abbott'"));
	}
	if (cli_which(cli, CH_PAIRING, ch_arena_copy_bytes(&cli->arena, text, (size_t)(sign - text)),
		      &hand_over->pairing_id, err) != CH_OK)
		return err->status;
	return cli_which(cli, CH_PERSON, sign + 1, &hand_over->guide_id, err);
}

/* What is left for the coordinator to do: each live pairing of the leaver, and the command that ends it. */
static enum ch_status name_live_pairings(struct cli *cli, const struct ch_person *person, struct ch_error *err)
{
	struct ch_list_query query = {.list = CH_LIST_PAIRINGS,
				      .filter = "-state:closing -state:closed",
				      .person_id = person->person_id};
	struct ch_grid live;

	if (ch_list_fetch(&cli->context, &query, &cli->arena, &live, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < live.row_count; i++)
		cli_note(cli,
			 _("Pairing %" PRId64 ", %s and %s, is still open: close it with `chiron person leave %" PRId64
			   " --close`, or hand it over with --hand-over %" PRId64 "=GUIDE"),
			 live.rows[i].id, live.rows[i].cells[1], live.rows[i].cells[2], person->person_id,
			 live.rows[i].id);
	return CH_OK;
}

enum ch_status cli_person_leave(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	size_t count;
	const char **given = cli_args_values(args, "hand-over", &cli->arena, &count);
	struct ch_hand_over *hand_over = ch_arena_array(&cli->arena, count + 1, sizeof(*hand_over));
	struct ch_leaving leaving = {.on = CH_NO_DATE, .because = cli_args_choice(args, "because"),
				     .close = cli_args_has(args, "close"), .hand_over = hand_over,
				     .hand_over_count = count};
	struct ch_person person;
	struct ch_left left;
	char day[CH_DATE_WORDS_SIZE];
	int64_t id;

	for (size_t i = 0; i < count; i++)
		if (read_hand_over(cli, given[i], &hand_over[i], err) != CH_OK)
			return err->status;
	if (cli_which(cli, CH_PERSON, args->words[0], &id, err) != CH_OK ||
	    cli_date_option(cli, args, "on", &leaving.on, err) != CH_OK ||
	    ch_person_leave(&cli->context, id, &leaving, &left, err) != CH_OK ||
	    ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	if (person.left_on > cli_today(cli))
		cli_done(cli, CH_PERSON, &person, _("%s will leave on %s; pairings closed: %" PRId64
						    ", handed over: %" PRId64 "."),
			 person.name,
			 ch_date_words(person.left_on, cli_today(cli), day), left.closed,
			 left.handed_over);
	else if (left.closed + left.handed_over == 0)
		cli_done(cli, CH_PERSON, &person, _("%s has left."), person.name);
	else
		cli_done(cli, CH_PERSON, &person,
			 _("%s has left; pairings closed: %" PRId64 ", handed over: %" PRId64 "."), person.name,
			 left.closed, left.handed_over);
	if (left.proposals > 0)
		cli_note(cli, _n("%" PRId64 " proposal withdrawn", "%" PRId64 " proposals withdrawn", left.proposals),
			 left.proposals);
	if (left.excused > 0)
		cli_note(cli, _("Feedback that was due of them is asked no more: %" PRId64), left.excused);
	if (left.closing > 0 && !ch_person_is_out_of_reach(&person, cli_today(cli)))
		cli_note(cli, _("Pairings that had ended already: %" PRId64 "; their feedback is still to come"),
			 left.closing);
	return name_live_pairings(cli, &person, err);
}

enum ch_status cli_person_return(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_person person;
	int64_t id, applied;

	if (cli_which(cli, CH_PERSON, args->words[0], &id, err) != CH_OK ||
	    ch_person_return(&cli->context, id, &applied, err) != CH_OK ||
	    ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PERSON, &person, _("%s is back; programmes applied to again: %" PRId64 "."), person.name,
		 applied);
	return CH_OK;
}

enum ch_status cli_person_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_grid enrolments, pairings, answers;
	struct ch_person person;
	int64_t id;

	if (cli_which(cli, CH_PERSON, args->words[0], &id, err) != CH_OK ||
	    ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK ||
	    ch_list_fetch(&cli->context, &(struct ch_list_query){.list = CH_LIST_ENROLMENTS, .person_id = id},
			  &cli->arena, &enrolments, err) != CH_OK ||
	    ch_list_fetch(&cli->context, &(struct ch_list_query){.list = CH_LIST_PAIRINGS, .person_id = id},
			  &cli->arena, &pairings, err) != CH_OK ||
	    ch_answer_list(&cli->context, id, &cli->arena, &answers, err) != CH_OK)
		return err->status;
	cli_show_record(cli, CH_PERSON, &person,
			(const struct cli_part[]){
				{.key = "enrolments", .title = _("Enrolments"), .grid = &enrolments},
				{.key = "pairings", .title = _("Pairings"), .grid = &pairings},
				{.key = answers.row_count > 0 ? "answers" : NULL,
				 .title = answers.row_count > 0 ? _("Answers") : NULL,
				 .grid = answers.row_count > 0 ? &answers : NULL},
			},
			3);
	return CH_OK;
}
