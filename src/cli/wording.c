#include "cli/wording.h"

#include <string.h>

#include "chiron/action_line.h"
#include "cli/output.h"

enum { MOST_PARTS = 6 };

enum ch_status cli_wording_of(struct cli *cli, enum ch_text_kind kind, int64_t object_id,
			      const char **text, struct ch_error *err)
{
	enum ch_text_state state;

	return ch_pair_text_read(&cli->context, kind, object_id, &cli->arena, text, &state, err);
}

const char *cli_wording_label(enum ch_text_kind kind)
{
	return _(ch_text_kind_label(kind));
}

bool cli_keeps_wording(const struct cli *cli)
{
	return cli->settings.notes != CH_NOTES_OFF;
}

const char *cli_wording_withheld(struct cli *cli)
{
	if (!cli_keeps_wording(cli))
		return _("This scheme stores no wording, only facts.");
	return _("What the two write is kept apart from the coordinator's screens. "
		 "Whoever holds this file could still read it.");
}

const char *cli_wording_readers(struct cli *cli, const struct ch_pairing *pairing)
{
	int64_t other = cli->context.actor.person_id == pairing->guide_id ? pairing->learner_id : pairing->guide_id;

	if (cli_is_of_pair(cli, pairing))
		return ch_arena_printf(&cli->arena, _("only you and %s are shown it"), cli_name(cli, CH_PERSON, other));
	return _("for the two of them: it is not shown again here");
}

enum ch_status cli_ask_about(struct cli *cli, int64_t pairing_id, const char *question, const char **text,
			     struct ch_error *err)
{
	struct ch_pairing pairing;

	*text = NULL;
	if (ch_pairing_get(&cli->context, pairing_id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	if (!cli_keeps_wording(cli))
		return CH_OK;
	return cli_wording(cli, ch_arena_printf(&cli->arena, "%s (%s)", question, cli_wording_readers(cli, &pairing)),
			   text, err);
}

enum ch_status cli_show_with_wording(struct cli *cli, enum ch_entity_id entity, const void *record, int64_t pairing_id,
				     const enum ch_text_kind *kinds, struct ch_error *err)
{
	const struct ch_record *head = record;
	struct cli_part parts[MOST_PARTS];
	struct ch_pairing pairing;
	size_t count = 0;

	if (ch_pairing_get(&cli->context, pairing_id, &cli->arena, &pairing, err) != CH_OK)
		return err->status;
	for (size_t i = 0; kinds[i] != CH_NO_TEXT_KIND && count + 1 < MOST_PARTS; i++) {
		parts[count] = (struct cli_part){.title = cli_wording_label(kinds[i])};
		if (cli_wording_of(cli, kinds[i], head->id, &parts[count].text, err) != CH_OK)
			return err->status;
		count += parts[count].text != NULL;
	}
	if (!cli_is_of_pair(cli, &pairing))
		parts[count++] = (struct cli_part){.title = _("Wording"), .text = cli_wording_withheld(cli)};
	cli_show_record(cli, entity, record, parts, count);
	return CH_OK;
}

/* ---- Actions ----------------------------------------------------------------------- */

static struct ch_action_sides sides_of(struct cli *cli, const struct ch_pairing *pairing)
{
	int64_t actor_id = cli->context.actor.person_id;

	return (struct ch_action_sides){.guide = cli_name(cli, CH_PERSON, pairing->guide_id),
					.learner = cli_name(cli, CH_PERSON, pairing->learner_id),
					.me = actor_id == 0		       ? CH_NO_SIDE
					      : actor_id == pairing->guide_id ? CH_SIDE_GUIDE
									       : CH_SIDE_LEARNER,
					.today = cli_today(cli),
					.wording = cli_keeps_wording(cli)};
}

/* Whether a line ends in "@ DATE". */
static bool ends_in_date(struct cli *cli, const char *line)
{
	const char *mark = ch_action_line_date(line);
	struct ch_error ignored = CH_NO_ERROR;
	ch_date date;

	return mark && ch_date_parse(mark + 1, cli_today(cli), true, &date, &ignored) == CH_OK;
}

/* ---- What a session brought ----------------------------------------------------------- */

struct reading {
	struct cli *cli;
	const struct ch_pairing *pairing;
	struct ch_new_action *actions;
	size_t count;
	bool no_actions;
	struct ch_buffer line;
};

/* "none" where the first action would stand. */
static bool says_none(struct reading *r)
{
	if (r->count || !ch_text_equal_ascii(r->line.text, _("none")))
		return false;
	r->no_actions = true;
	return true;
}

static enum ch_status add_action(struct reading *r, const char *line, const struct ch_action_sides *sides,
				 struct ch_error *err)
{
	if (r->no_actions || (r->count && ch_text_equal_ascii(line, _("none"))))
		return ch_fail(err, CH_DATA, _("the actions are none, and there are some: one or the other"));
	if (r->count == CLI_MOST_ACTIONS)
		return ch_fail(err, CH_DATA, _("a session has at most %d actions"), CLI_MOST_ACTIONS);
	if (ch_action_line_read(line, sides, &r->cli->arena, &r->actions[r->count], err) != CH_OK)
		return err->status;
	r->count++;
	return CH_OK;
}

/* All actions of the line; none of them where one is wrong. */
static enum ch_status add_actions(struct reading *r, struct ch_error *err)
{
	const struct ch_action_sides sides = sides_of(r->cli, r->pairing);
	const char *text = r->line.text, *line;
	size_t before = r->count;

	while ((line = ch_action_line_next(&text, &sides, &r->cli->arena)) != NULL)
		if (add_action(r, line, &sides, err) != CH_OK) {
			r->count = before;
			return err->status;
		}
	return CH_OK;
}

/* All lines of standard input; an empty one is NULL. */
static enum ch_status read_all(struct reading *r, const char ***lines, size_t *count, struct ch_error *err)
{
	size_t room = 64, total = 0;
	enum cli_answer answer;

	*count = 0;
	*lines = ch_arena_array(&r->cli->arena, room, sizeof(**lines));
	while ((answer = cli_read_line(r->cli, &r->line)) != CLI_ENDED) {
		total += r->line.length + 1;
		if (total > CLI_LONGEST_TEXT)
			return ch_fail(err, CH_DATA, _("standard input is longer than %d bytes"), CLI_LONGEST_TEXT);
		if (strlen(r->line.text) != r->line.length ||
		    ch_text_valid(r->line.text, r->line.length) != r->line.length)
			return ch_fail(err, CH_DATA, _("line %zu of standard input is not UTF-8"), *count + 1);
		if (*count == room) {
			const char **more = ch_arena_array(&r->cli->arena, 2 * room, sizeof(*more));

			memcpy(more, *lines, room * sizeof(*more));
			*lines = more;
			room *= 2;
		}
		(*lines)[(*count)++] =
			answer == CLI_BLANK ? NULL : ch_arena_copy(&r->cli->arena, r->line.text);
	}
	return cli_input_whole(r->cli, err);
}

/* How many lines are what was learned: those before an empty one, else those before the first action. */
static size_t learning_lines(struct reading *r, const char **lines, size_t count)
{
	size_t learned = 0;

	while (learned < count && lines[learned])
		learned++;
	if (learned < count)
		return learned;
	for (learned = 0; learned < count; learned++) {
		if (ends_in_date(r->cli, lines[learned]) ||
		    (learned && ch_action_line_date(lines[learned])))
			break;
	}
	return learned;
}

static enum ch_status take_actions(struct reading *r, struct cli_record_wanted wanted, const char **lines,
				   size_t count, struct ch_error *err)
{
	for (size_t i = 0; i < count; i++) {
		if (!lines[i])
			continue;
		if (!wanted.actions)
			return ch_fail(err, CH_USAGE, _("standard input has actions, and --no-actions was given"));
		ch_buffer_clear(&r->line);
		ch_buffer_add(&r->line, lines[i]);
		if (!says_none(r) && add_actions(r, err) != CH_OK)
			return err->status;
	}
	return CH_OK;
}

static const char *heading_named(const struct ch_framework *framework, const char *title)
{
	for (size_t i = 0; i < framework->heading_count; i++)
		if (ch_text_equal_ascii(framework->headings[i].title, title))
			return framework->headings[i].title;
	return NULL;
}

static enum ch_status refuse_heading(const struct ch_framework *framework, struct ch_error *err)
{
	struct ch_buffer names = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < framework->heading_count; i++)
		ch_buffer_printf(&names, "%s%s", i == 0 ? "" : ", ", framework->headings[i].title);
	ch_fail(err, CH_DATA, _("standard input has a heading that %s does not have"), framework->title);
	ch_error_fix(err, _("its headings are %s; --framework chooses another"), names.text);
	ch_buffer_release(&names);
	return CH_DATA;
}

/* Takes what stands under headings out of the lines; an empty line ends it. */
static enum ch_status take_sections(struct reading *r, const struct ch_framework *framework, const char **lines,
				    size_t *count, struct ch_session_record *record, struct ch_error *err)
{
	struct ch_session_section *sections = ch_arena_array(&r->cli->arena, *count, sizeof(*sections)), *in = NULL;
	size_t kept = 0;

	record->sections = sections;
	for (size_t i = 0; i < *count; i++) {
		if (lines[i] != NULL && strncmp(lines[i], "# ", 2) == 0) {
			const char *heading = heading_named(framework, lines[i] + 2);

			if (heading == NULL)
				return refuse_heading(framework, err);
			in = &sections[record->section_count++];
			in->heading = heading;
		} else if (in != NULL && lines[i] != NULL) {
			in->text = in->text == NULL
					   ? lines[i]
					   : ch_arena_printf(&r->cli->arena, "%s\n%s", in->text, lines[i]);
		} else if (in != NULL) {
			in = NULL;
		} else {
			lines[kept++] = lines[i];
		}
	}
	*count = kept;
	return CH_OK;
}

/* The lines of learning, then those of actions. */
static enum ch_status take_record(struct reading *r, struct cli_record_wanted wanted,
				  struct ch_session_record *record, struct ch_error *err)
{
	const char **lines, *learning = NULL;
	size_t count, learned;

	if (read_all(r, &lines, &count, err) != CH_OK)
		return err->status;
	if (wanted.framework != NULL && wanted.framework->heading_count > 0 &&
	    take_sections(r, wanted.framework, lines, &count, record, err) != CH_OK)
		return err->status;
	if (record->section_count > 0 && !cli_keeps_wording(r->cli)) {
		record->section_count = 0;
		cli_note(r->cli, _("This scheme stores no wording: what was under the headings was not kept."));
	}
	learned = wanted.learning ? learning_lines(r, lines, count) : 0;
	for (size_t i = 0; i < learned; i++)
		learning = learning ? ch_arena_printf(&r->cli->arena, "%s\n%s", learning, lines[i]) : lines[i];
	if (learning && cli_keeps_wording(r->cli))
		record->learning = learning;
	else if (learning)
		cli_note(r->cli, _("This scheme stores no wording: what was learned was not kept."));
	return take_actions(r, wanted, lines + learned, count - learned, err);
}

enum ch_status cli_read_record(struct cli *cli, const struct ch_pairing *pairing, struct cli_record_wanted wanted,
			       struct cli_record *record, struct ch_error *err)
{
	struct reading r = {
		.cli = cli,
		.pairing = pairing,
		.actions = ch_arena_array(&cli->arena, CLI_MOST_ACTIONS, sizeof(*r.actions)),
		.line = CH_BUFFER_EMPTY,
	};

	if (wanted.learning || wanted.actions || wanted.framework != NULL)
		take_record(&r, wanted, &record->record, err);
	record->record.actions = r.actions;
	record->record.action_count = r.count;
	record->no_actions = r.no_actions;
	if (record->record.section_count > 0)
		record->record.framework = wanted.framework->name;
	ch_buffer_release(&r.line);
	return err->status;
}
