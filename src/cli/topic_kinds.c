/* `chiron help kinds`: the same two people as coaching and as mentoring, side by side. */
#include <stdio.h>
#include <string.h>

#include "cli/help.h"

enum { ASPECT = 14, COLUMN = 34 };

/* What differs, in the order in which a pairing meets it; tests/cli/coaching_and_mentoring.t shows each row. */
static const struct {
	const char *aspect, *coaching, *mentoring;
} rows[] = {
	{N_("Opening"), N_("at once (R21); a large group says what it is for (R22)"),
	 N_("after its design is written down (R20)")},
	{N_("Who"), N_("a trained coach, who need not know the work (R7, R8)"),
	 N_("somebody more experienced, usually in the same field (R5, R6)")},
	{N_("Line manager"), N_("may be their own report's coach, marked as that (R4)"),
	 N_("never anybody of the reporting line (R2)")},
	{N_("Aims"), N_("at least one specific goal before it begins (R55)"),
	 N_("a focus area will do (R55); `goal areas` lists usual ones")},
	{N_("Length"), N_("an end or a number of sessions (R38)"),
	 N_("nine months to a year, or open-ended (R39, R40)")},
	{N_("Sessions"), N_("follow GROW unless said otherwise (R51); no box for advice given (R52)"),
	 N_("free (R51), or with advice, doors opened and the mentee's reflection (R53, R76)")},
	{N_("Actions"), N_("the coachee's own (R57); a record waits until they are reviewed (R44)"),
	 N_("reviewing them is a reminder (R45)")},
	{N_("Manager"), N_("says where they see a need; what goes back the coachee lets out, item by item (R60)"),
	 N_("no part from the match to the end (R61)")},
	{N_("Told others"), N_("nothing but what is let out to the manager (R59, R60)"),
	 N_("achievements, with the mentee's yes to each (R64); introductions are counted (R53)")},
	{N_("Ending"), N_("when all goals are attained it is time to close (R68)"),
	 N_("by agreement, or when either no longer benefits (R69)")},
};

/* The bytes of `text` that fit a column, up to a blank. */
static size_t fitting(const char *text)
{
	size_t length = strlen(text), end = COLUMN - 2;

	if (length <= end)
		return length;
	while (end > 0 && text[end] != ' ')
		end--;
	return end > 0 ? end : COLUMN - 2;
}

static const char *next_piece(const char *text, size_t *length, struct ch_buffer *piece)
{
	*length = fitting(text);
	ch_buffer_clear(piece);
	ch_buffer_printf(piece, "%.*s", (int)*length, text);
	text += *length;
	return *text == ' ' ? text + 1 : text;
}

static void add_row(const char *aspect, const char *coaching, const char *mentoring, struct ch_buffer *out)
{
	struct ch_buffer left = CH_BUFFER_EMPTY, right = CH_BUFFER_EMPTY;
	size_t ignored;

	do {
		coaching = next_piece(coaching, &ignored, &left);
		mentoring = next_piece(mentoring, &ignored, &right);
		ch_buffer_printf(out, "%-*s%-*s%s\n", ASPECT, aspect, right.length > 0 ? COLUMN : 0, left.text,
				 right.text);
		aspect = "";
	} while (*coaching != '\0' || *mentoring != '\0');
	ch_buffer_release(&left);
	ch_buffer_release(&right);
}

/* The two roles of a kind, in the field table's words. */
static void add_roles(int kind, struct ch_buffer *out)
{
	const struct ch_choice *roles = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices;

	ch_buffer_printf(out, _("%s and %s (R27)"), _(roles[ch_kind_guide_role(kind)].label),
			 _(roles[ch_kind_learner_role(kind)].label));
}

/* What counts when pairs are proposed, where it differs. */
static void add_points(int kind, struct ch_buffer *out)
{
	for (int i = CH_NO_CRITERION + 1; i < CH_CRITERION_COUNT; i++) {
		const struct ch_criterion_info *info = ch_criterion_info((enum ch_criterion)i);

		if (info->mentoring != info->coaching && ch_criterion_default((enum ch_criterion)i, kind) > 0)
			ch_buffer_printf(out, "%s%s %d", out->length > 0 ? ", " : "", _(info->label),
					 (int)ch_criterion_default((enum ch_criterion)i, kind));
	}
}

static void add_both(const char *aspect, void (*add)(int kind, struct ch_buffer *out), struct ch_buffer *out)
{
	struct ch_buffer coaching = CH_BUFFER_EMPTY, mentoring = CH_BUFFER_EMPTY;

	add(CH_KIND_COACHING, &coaching);
	add(CH_KIND_MENTORING, &mentoring);
	add_row(aspect, coaching.text, mentoring.text, out);
	ch_buffer_release(&coaching);
	ch_buffer_release(&mentoring);
}

void cli_topic_kinds(struct ch_buffer *out)
{
	ch_buffer_add(out, _("The same two people, as coaching and as mentoring. `chiron advise` suggests a\n"
			     "kind by the reasons somebody joins for (R23); `pairing change-kind` changes it\n"
			     "later (R26).\n\n"));
	add_row("", _("Coaching"), _("Mentoring"), out);
	add_both(_("The two"), add_roles, out);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		add_row(_(rows[i].aspect), _(rows[i].coaching), _(rows[i].mentoring), out);
		if (i == 1)
			add_both(_("Points"), add_points, out);
	}
}
