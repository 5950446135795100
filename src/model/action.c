#include "chiron/action.h"

#include "chiron/checkin.h"
#include "chiron/goal.h"
#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_action

static const struct ch_field action_fields[] = {
	RECORD_HEAD(action_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(session_id, ID, FACT, .label = N_("Session"), .refers_to = CH_SESSION, .flags = CH_FIELD_KEPT),
	FIELD(carried_from, ID, FACT, .label = N_("Carried from"), .refers_to = CH_ACTION, .flags = CH_FIELD_KEPT),
	FIELD(owner, CHOICE, FACT, .label = N_("Owner"), .choices = choices_side, .width = 8,
	      .help = N_("whose it is; the mentee or coachee unless said"), .rules = "R57"),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_action_state, .initial = "open",
	      .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(set_on, DATE, FACT, .label = N_("Set on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(due_on, DATE, FACT, .label = N_("Due on"), .width = 10, .help = N_("fri, in 2 weeks, 4 dec")),
	FIELD(settled_on, DATE, FACT, .label = N_("Settled on"), .flags = CH_FIELD_KEPT, .width = 10),
};

ENTITY(ACTION, action, "action", "actions", N_("Action"), action_fields);

#undef RECORD
#define RECORD ch_goal

static const struct ch_field goal_fields[] = {
	RECORD_HEAD(goal_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(kind, CHOICE, FACT, .label = N_("Kind"), .choices = choices_goal_kind, .width = 10,
	      .help = N_("goal or focus area; by the pairing's kind unless said"), .rules = "R55"),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_goal_state, .initial = "open",
	      .flags = CH_FIELD_KEPT, .width = 8),
	FIELD(set_on, DATE, FACT, .label = N_("Set on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(due_on, DATE, FACT, .label = N_("Due on"), .width = 10),
	FIELD(settled_on, DATE, FACT, .label = N_("Settled on"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(attained, NUMBER, PAIR, .label = N_("Attained"), .min = CH_GOAL_LEAST, .max = CH_GOAL_MOST, .width = 4,
	      .flags = CH_FIELD_KEPT,
	      .help = N_("-2 much less than expected, 0 as expected, 2 much more")),
	FIELD(weight, NUMBER, PAIR, .label = N_("Weight"), .min = 1, .max = 9, .width = 4, .flags = CH_FIELD_KEPT,
	      .help = N_("1 to 9: how much it matters beside the others")),
};

ENTITY(GOAL, goal, "goal", "goals", N_("Goal"), goal_fields);

#undef RECORD
#define RECORD ch_checkin

static const struct ch_field checkin_fields[] = {
	RECORD_HEAD(checkin_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(side, CHOICE, COORDINATOR, .label = N_("With"), .choices = choices_side, .flags = CH_FIELD_REQUIRED,
	      .width = 8,
	      .help = N_("whose it is")),
	FIELD(checkin_on, DATE, COORDINATOR, .label = N_("Date"), .flags = CH_FIELD_REQUIRED, .width = 10),
	FIELD(medium, CHOICE, COORDINATOR, .label = N_("By"), .choices = choices_contact_preference, .width = 12),
	FIELD(notes, LINES, COORDINATOR, .label = N_("Notes"), .max = 10000,
	      .help = N_("about the pairing, never its content")),
};

ENTITY(CHECKIN, checkin, "check-in", "checkins", N_("Check-in"), checkin_fields);
