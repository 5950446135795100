/* The same two people as coaching and as mentoring: what differs. */
#include "chiron/kinds.h"

#include "chiron/criterion.h"
#include "chiron/enrolment.h"
#include "chiron/field.h"
#include "chiron/programme.h"

enum { SAID_BEFORE_POINTS = 2, FROM_TABLES = 2 };

/* What no other table has, in the order of a pairing; tests/cli/coaching_and_mentoring.t shows each row. */
static const struct ch_kinds_row said[] = {
	{N_("Opening"), N_("at once (R21); a large group says what it is for (R22)"),
	 N_("after its design is written down (R20)")},
	{N_("Who"), N_("a trained coach, who need not know the work (R7, R8)"),
	 N_("somebody more experienced, usually in the same field (R5, R6)")},
	{N_("Line manager"), N_("may be their own report's coach, marked as that (R4)"),
	 N_("never anybody of the reporting line (R2)")},
	{N_("Aims"), N_("at least one specific goal before it begins (R55)"),
	 N_("a focus area will do (R55); usual ones are offered")},
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

static struct ch_kinds_row of_both(const char *aspect, void (*add)(int kind, struct ch_buffer *out),
				   struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_kinds_row row = {.aspect = aspect};

	add(CH_KIND_COACHING, &out);
	row.coaching = ch_arena_copy(arena, out.text);
	ch_buffer_clear(&out);
	add(CH_KIND_MENTORING, &out);
	row.mentoring = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return row;
}

size_t ch_kinds_compared(struct ch_arena *arena, const struct ch_kinds_row **rows)
{
	enum { SAID = sizeof(said) / sizeof(said[0]) };
	struct ch_kinds_row *row = ch_arena_array(arena, SAID + FROM_TABLES, sizeof(*row));
	size_t count = 0;

	*rows = row;
	row[count++] = of_both(_("The two"), add_roles, arena);
	for (size_t i = 0; i < SAID; i++) {
		if (i == SAID_BEFORE_POINTS)
			row[count++] = of_both(_("Points"), add_points, arena);
		row[count++] = (struct ch_kinds_row){_(said[i].aspect), _(said[i].coaching), _(said[i].mentoring)};
	}
	return count;
}
