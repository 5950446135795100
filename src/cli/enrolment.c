/* `chiron enrol` and `chiron enrolment ...` */
#include <inttypes.h>
#include <string.h>

#include "cli/edit.h"
#include "cli/output.h"

static enum ch_status get(struct cli *cli, int64_t id, struct ch_enrolment *enrolment, struct ch_error *err)
{
	return ch_enrolment_get(&cli->context, id, &cli->arena, enrolment, err);
}

static const char *shown(struct cli *cli, const struct ch_enrolment *enrolment, const char *key)
{
	return ch_field_show(ch_field_named(ch_entity_of(CH_ENROLMENT), key), enrolment, cli_today(cli), &cli->arena);
}

/* ---- Enrolling ------------------------------------------------------------------ */

static void advise_otherwise(struct cli *cli, const struct ch_enrolment *enrolment)
{
	int kind = ch_intake_otherwise(enrolment);

	if (kind != CH_NO_KIND)
		cli_note(cli, _("These reasons rather suggest %s (R23)."),
			 kind == CH_KIND_COACHING ? _("coaching") : _("mentoring"));
}

static enum ch_status enrol_one(struct cli *cli, int64_t person_id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	struct ch_enrolment enrolment;

	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.person_id = person_id;
	if (cli_fill(cli, args, CH_ENROLMENT, &enrolment, err) != CH_OK)
		return err->status;
	if (!enrolment.role && ch_enrolment_usual_role(&cli->context, person_id, enrolment.programme_id,
						       &enrolment.role, err) != CH_OK)
		return strcmp(err->field, "role") == 0 ? ch_error_fix(err, _("Add --role, with the side they are on"))
						       : err->status;
	if (ch_enrolment_add(&cli->context, &enrolment, err) != CH_OK ||
	    get(cli, enrolment.enrolment_id, &enrolment, err) != CH_OK)
		return err->status;
	advise_otherwise(cli, &enrolment);
	cli_done(cli, CH_ENROLMENT, &enrolment, _("%s is enrolled in %s as %s: %s."),
		 cli_name(cli, CH_PERSON, enrolment.person_id), cli_name(cli, CH_PROGRAMME, enrolment.programme_id),
		 shown(cli, &enrolment, "role"), shown(cli, &enrolment, "state"));
	cli_point_out(cli, CH_AT_ENROLMENT, enrolment.enrolment_id);
	return CH_OK;
}

/* For programs a count has the shape of a record: {"key": count}. */
static void show_count(struct cli *cli, const char *key, int64_t count)
{
	struct ch_column column = {.key = key, .label = key, .type = CH_TYPE_NUMBER};
	const char *cell = ch_arena_printf(&cli->arena, "%" PRId64, count);
	struct ch_row row = {.cells = &cell};
	struct ch_grid grid = {.columns = &column, .column_count = 1, .rows = &row, .row_count = 1};

	if (cli_is_for_programs(cli))
		cli_show_object(cli, &grid);
}

static enum ch_status enrol_all(struct cli *cli, int64_t programme_id, struct ch_error *err)
{
	int64_t count;

	if (ch_enrolment_add_all(&cli->context, programme_id, &count, err) != CH_OK)
		return err->status;
	show_count(cli, "enrolled", count);
	cli_say(cli, _("%" PRId64 " enrolled in %s."), count, cli_name(cli, CH_PROGRAMME, programme_id));
	return CH_OK;
}

enum ch_status cli_enrol(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	int64_t programme_id = 0;

	if (cli_needs_words_or_all(args, err) != CH_OK ||
	    cli_which_option(cli, args, "programme", CH_PROGRAMME, &programme_id, err) != CH_OK)
		return err->status;
	if (cli_args_has(args, "all"))
		return enrol_all(cli, programme_id, err);
	return cli_each_word(cli, args, CH_PERSON, enrol_one, args, err);
}

/* ---- Enrolments ------------------------------------------------------------------ */

struct choice_of_enrolment {
	const struct cli_args *args;
	int64_t programme_id; /* 0: the words are the numbers of enrolments */
	int role;	      /* 0: any */
	cli_each_run *run;
};

/* The enrolment of the person in the programme; with several, the one in the role. */
static enum ch_status enrolment_of(struct cli *cli, int64_t person_id, const struct choice_of_enrolment *choice,
				   int64_t *id, struct ch_error *err)
{
	const struct ch_list_query query = {
		.list = CH_LIST_ENROLMENTS, .person_id = person_id, .programme_id = choice->programme_id};
	const char *person = cli_name(cli, CH_PERSON, person_id);
	const char *programme = cli_name(cli, CH_PROGRAMME, choice->programme_id);
	struct ch_enrolment enrolment;
	struct ch_grid grid;
	size_t found = 0;

	if (ch_list_fetch(&cli->context, &query, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < grid.row_count; i++) {
		if (get(cli, grid.rows[i].id, &enrolment, err) != CH_OK)
			return err->status;
		if (choice->role && enrolment.role != choice->role)
			continue;
		*id = enrolment.enrolment_id;
		found++;
	}
	if (found == 1)
		return CH_OK;
	if (found) {
		ch_fail_field(err, "role", _("%s is enrolled in %s in both roles"), person, programme);
		return ch_error_fix(err, _("Say which with --role"));
	}
	ch_fail(err, CH_MISSING, _("%s is not enrolled in %s"), person, programme);
	return ch_error_fix(err, _("`chiron enrol` does it"));
}

static enum ch_status run_of_person(struct cli *cli, int64_t person_id, const void *context, struct ch_error *err)
{
	const struct choice_of_enrolment *choice = context;
	int64_t id = 0;

	if (enrolment_of(cli, person_id, choice, &id, err) != CH_OK)
		return err->status;
	return choice->run(cli, id, choice->args, err);
}

/* Runs for each enrolment named: by number, or by its person where --programme is given. */
static enum ch_status each_enrolment(struct cli *cli, const struct cli_args *args, cli_each_run *run,
				     struct ch_error *err)
{
	struct choice_of_enrolment choice = {.args = args, .role = cli_args_choice(args, "role"), .run = run};

	if (cli_which_option(cli, args, "programme", CH_PROGRAMME, &choice.programme_id, err) != CH_OK)
		return err->status;
	if (choice.programme_id)
		return cli_each_word(cli, args, CH_PERSON, run_of_person, &choice, err);
	return cli_each_word(cli, args, CH_ENROLMENT, run, args, err);
}

static enum ch_status report(struct cli *cli, int64_t id, struct ch_error *err)
{
	struct ch_enrolment enrolment;

	if (get(cli, id, &enrolment, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_ENROLMENT, &enrolment, _("%s in %s as %s: %s."), cli_name(cli, CH_PERSON, enrolment.person_id),
		 cli_name(cli, CH_PROGRAMME, enrolment.programme_id), shown(cli, &enrolment, "role"),
		 shown(cli, &enrolment, "state"));
	cli_point_out(cli, CH_AT_ENROLMENT, id);
	return CH_OK;
}

static enum ch_status set_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_enrolment enrolment;

	if (get(cli, id, &enrolment, err) != CH_OK ||
	    cli_fill(cli, context, CH_ENROLMENT, &enrolment, err) != CH_OK ||
	    ch_enrolment_set(&cli->context, &enrolment, err) != CH_OK)
		return err->status;
	return report(cli, id, err);
}

enum ch_status cli_enrolment_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_list_query query = {.list = CH_LIST_ENROLMENTS, .filter = cli_args_value(args, "filter")};

	if (cli_needs_change(args, CH_ENROLMENT, err) != CH_OK || cli_needs_words_or_all(args, err) != CH_OK)
		return err->status;
	if (!cli_args_has(args, "all"))
		return each_enrolment(cli, args, set_one, err);
	if (cli_which_option(cli, args, "programme", CH_PROGRAMME, &query.programme_id, err) != CH_OK)
		return err->status;
	return cli_each_row(cli, &query, set_one, args, _("Nobody fits that."), err);
}

static enum ch_status ready_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_said said = cli_said(context);

	if (ch_enrolment_ready(&cli->context, id, &said, err) != CH_OK)
		return err->status;
	return report(cli, id, err);
}

/* ", spoken"; "" where it is not said. */
static const char *how_words(struct cli *cli, int how)
{
	const struct ch_choice *hows = ch_field_named(ch_entity_of(CH_ANSWER), "how")->choices;

	return how > 0 ? ch_arena_printf(&cli->arena, ", %s", _(hows[how].label)) : "";
}

enum ch_status cli_enrolment_ready(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_said said = cli_said(args);
	int64_t programme_id = 0, count, left;

	if (cli_needs_words_or_all(args, err) != CH_OK ||
	    cli_which_option(cli, args, "programme", CH_PROGRAMME, &programme_id, err) != CH_OK)
		return err->status;
	if (!cli_args_has(args, "all"))
		return each_enrolment(cli, args, ready_one, err);
	cli_note(cli, _("Of each mentee or coachee who applied to %s and said no to nothing is kept: knows what they "
			"want, knows the time it takes, can give it: yes%s. `chiron undo` takes it back."),
		 cli_name(cli, CH_PROGRAMME, programme_id), how_words(cli, said.how));
	if (ch_enrolment_ready_all(&cli->context, programme_id, &said, &count, &left, err) != CH_OK)
		return err->status;
	show_count(cli, "made_ready", count);
	cli_say(cli, _("%" PRId64 " made ready in %s."), count, cli_name(cli, CH_PROGRAMME, programme_id));
	if (left > 0)
		cli_say(cli, _("%" PRId64 " answered no to a question and are left as they are."), left);
	return CH_OK;
}

static enum ch_status answer_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	struct ch_said said = cli_said(args);
	int question = CH_ASK_READY_AIM + cli_args_choice(args, "question") - 1;
	int yes = cli_args_choice(args, "answer");

	if (ch_enrolment_answer(&cli->context, id, question, yes == CH_YES, &said, err) != CH_OK)
		return err->status;
	return report(cli, id, err);
}

enum ch_status cli_enrolment_answer(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return each_enrolment(cli, args, answer_one, err);
}

/* ---- Coaching or mentoring? --------------------------------------------------------- */

/* How many of the reasons speak for which, in words. */
static void say_advice(struct cli *cli, int reasons)
{
	int coaching, mentoring, kind = ch_intake_advice(reasons, &coaching, &mentoring);

	if (kind == CH_NO_KIND)
		cli_say(cli,
			_("Undecided: %d for coaching, %d for mentoring. There is often much overlap between the two."),
			coaching, mentoring);
	else
		cli_say(cli, _("Consider %s: %d for coaching, %d for mentoring."),
			kind == CH_KIND_COACHING ? _("coaching") : _("mentoring"), coaching, mentoring);
}

static void list_reasons(struct cli *cli)
{
	const struct ch_choice *reasons = ch_field_named(ch_entity_of(CH_ENROLMENT), "intake_reasons")->choices;
	int coaching, mentoring;

	for (int i = 1; reasons[i].code != NULL; i++) {
		ch_intake_advice(1 << i, &coaching, &mentoring);
		cli_say(cli, "%-13s %-10s %s", reasons[i].code, coaching ? _("coaching") : _("mentoring"),
			_(reasons[i].label));
	}
}

enum ch_status cli_advise(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_ENROLMENT), "intake_reasons");
	struct ch_enrolment enrolment;

	ch_record_clear(ch_entity_of(CH_ENROLMENT), &enrolment);
	if (args->word_count == 0) {
		list_reasons(cli);
		return CH_OK;
	}
	if (ch_field_set(field, &enrolment, ch_terms_join(&cli->arena, args->words, args->word_count), cli_today(cli),
			 &cli->arena, err) != CH_OK)
		return err->status;
	say_advice(cli, enrolment.intake_reasons);
	return CH_OK;
}
