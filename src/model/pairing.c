#include "chiron/pairing.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_pairing
#define COUNTED (CH_FIELD_KEPT | CH_FIELD_COUNTED)

static const struct ch_field pairing_fields[] = {
	RECORD_HEAD(pairing_id),
	FIELD(programme_id, ID, FACT, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(kind, CHOICE, FACT, .label = N_("Kind"), .choices = choices_kind, .flags = CH_FIELD_KEPT, .width = 9),
	FIELD(guide_id, ID, FACT, .label = N_("Mentor or coach"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(learner_id, ID, FACT, .label = N_("Mentee or coachee"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_pairing_state, .initial = "contracting",
	      .flags = CH_FIELD_KEPT, .width = 11),
	FIELD(spell_id, ID, FACT, .label = N_("Time together"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(proposal_id, ID, FACT, .label = N_("Proposal"), .refers_to = CH_PROPOSAL, .flags = CH_FIELD_KEPT),
	FIELD(manager_coach, YES, FACT, .label = N_("Manager as coach"), .flags = CH_FIELD_KEPT,
	      .help = N_("the coach manages the coachee: counted apart"), .rules = "R4"),
	FIELD(made_on, DATE, FACT, .label = N_("Made on"), .width = 10, .flags = CH_FIELD_FIXED),
	FIELD(sessions_held, NUMBER, FACT, .label = N_("Sessions"), .flags = COUNTED, .initial = "0", .width = 4),
	FIELD(last_session_on, DATE, FACT, .label = N_("Last session"), .flags = COUNTED, .width = 10),
	FIELD(next_session_on, DATE, FACT, .label = N_("Arranged for"), .flags = COUNTED, .width = 10),
	FIELD(next_due_on, DATE, FACT, .label = N_("Next due"), .flags = COUNTED, .width = 10),
	FIELD(open_actions, NUMBER, FACT, .label = N_("Open actions"), .flags = COUNTED, .initial = "0",
	      .width = 4),
	FIELD(unfinished_records, NUMBER, FACT, .label = N_("Unfinished"), .flags = COUNTED, .initial = "0",
	      .width = 4),
};

ENTITY(PAIRING, pairing, "pairing", "pairings", N_("Pairing"), pairing_fields);

#undef RECORD
#define RECORD ch_spell

static const struct ch_field spell_fields[] = {
	RECORD_HEAD(spell_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(number, NUMBER, FACT, .label = N_("Time together"), .min = 1, .max = 1000, .flags = CH_FIELD_KEPT),
	FIELD(made_on, DATE, FACT, .label = N_("Made on"), .flags = CH_FIELD_KEPT),
	FIELD(started_on, DATE, FACT, .label = N_("Started on"), .flags = CH_FIELD_KEPT),
	FIELD(paused_on, DATE, FACT, .label = N_("Paused on"), .flags = CH_FIELD_KEPT),
	FIELD(pause_until, DATE, FACT, .label = N_("Paused until"), .flags = CH_FIELD_KEPT),
	FIELD(resumed_on, DATE, FACT, .label = N_("Resumed on"), .flags = CH_FIELD_KEPT),
	FIELD(closing_on, DATE, FACT, .label = N_("Closing since"), .flags = CH_FIELD_KEPT),
	FIELD(closed_on, DATE, FACT, .label = N_("Ended on"), .flags = CH_FIELD_KEPT),
	FIELD(closure_kind, CHOICE, FACT, .label = N_("How it ended"), .choices = choices_closure_kind),
	/* Of an end that was nobody's fault, neither side is told who asked for it and why (R36). */
	FIELD(closure_initiator, CHOICE, COORDINATOR, .label = N_("Who ended it"), .choices = choices_initiator),
	FIELD(closure_reason, CHOICE, COORDINATOR, .label = N_("Why it ended"), .choices = choices_closure_reason),
	FIELD(closure_note, TEXT, COORDINATOR, .label = N_("In words"), .max = 300,
	      .help = N_("where no reason of the list fits; for coordinators only"), .rules = "R69"),
	FIELD(rematch, YES, COORDINATOR, .label = N_("Another match"),
	      .help = N_("the mentee or coachee wants another mentor or coach; no: they wait for none"),
	      .rules = "R36"),
	FIELD(brief_on, DATE, FACT, .label = N_("Brief written"), .flags = CH_FIELD_KEPT,
	      .help = N_("on the context of the mentee or coachee"), .rules = "R37"),
	FIELD(brief_read_on, DATE, FACT, .label = N_("Brief read"), .flags = CH_FIELD_KEPT,
	      .help = N_("by the mentor or coach"), .rules = "R37"),
	FIELD(three_way_on, DATE, FACT, .label = N_("Agreed by three"), .flags = CH_FIELD_KEPT,
	      .help = N_("coachee, coach and line manager"), .rules = "R60"),
	FIELD(sessions_so_far, NUMBER, FACT, .label = N_("Sessions so far"), .max = 1000,
	      .help = N_("a total, where those sessions are not recorded here"), .rules = "R33"),
	FIELD(so_far_on, DATE, FACT, .label = N_("Counted on"), .help = N_("empty: today")),
	FIELD(last_met_on, DATE, FACT, .label = N_("Last met"),
	      .help = N_("where that session is not recorded here"), .rules = "R33"),
	FIELD(taken_session_on, DATE, FACT, .label = N_("Session taken away"), .flags = CH_FIELD_KEPT,
	      .help = N_("the day of the one that a coordinator took away last, as recorded by mistake")),
	FIELD(taken_on, DATE, FACT, .label = N_("Taken away on"), .flags = CH_FIELD_KEPT),
	FIELD(taken_by, TEXT, FACT, .label = N_("Taken away by"), .max = 120, .flags = CH_FIELD_KEPT),
};

ENTITY(SPELL, spell, "spell", "spells", N_("Time together"), spell_fields);

#undef RECORD
#define RECORD ch_agreement

static const struct ch_field agreement_fields[] = {
	RECORD_HEAD(agreement_id),
	FIELD(spell_id, ID, FACT, .label = N_("Time together"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED | CH_FIELD_HIDDEN),
	FIELD(interval, INTERVAL, FACT, .label = N_("Meet every"), .width = 10,
	      .help = N_("\"2 weeks\", \"1 month\""), .rules = "R32"),
	FIELD(usual_day, TEXT, FACT, .label = N_("Usual day and time"), .max = 100,
	      .help = N_("\"Tuesdays 17:30\", \"varies\""), .rules = "R31"),
	FIELD(usual_minutes, MINUTES, FACT, .label = N_("Usual length"), .min = 5, .max = 480,
	      .help = N_("45, 45m, 1h15"), .rules = "R31"),
	FIELD(usual_place, TEXT, FACT, .label = N_("Usual place"), .max = 200, .help = N_("or medium"), .rules = "R31"),
	FIELD(starts_on, DATE, FACT, .label = N_("Starts on"), .width = 10),
	FIELD(planned_end_on, DATE, FACT, .label = N_("Planned end"), .width = 10,
	      .help = N_("coaching needs an end or a number of sessions"), .rules = "R38"),
	FIELD(planned_sessions, NUMBER, FACT, .label = N_("Planned sessions"), .min = 1, .max = 200),
	FIELD(extensions, NUMBER, FACT, .label = N_("Extended"), .max = 1000, .width = 4, .flags = CH_FIELD_KEPT,
	      .help = N_("how often the end was moved on since the start"), .rules = "R70"),
	FIELD(open_ended, YES, FACT, .label = N_("Open-ended"), .help = N_("mentoring without a planned end"),
	      .rules = "R40"),
	FIELD(purpose, CHOICE, FACT, .label = N_("Purpose"), .choices = choices_purpose,
	      .help = N_("a specific need, new expertise, or the next level"), .rules = "R24"),
	FIELD(objective_id, ID, FACT, .label = N_("Objective"), .refers_to = CH_OBJECTIVE,
	      .help = N_("of the organisation, that it serves"), .rules = "R25"),
	FIELD(share_action_wording, YES, FACT, .label = N_("Coordinator may read actions"), .initial = "no",
	      .help = N_("yes: the wording of actions, and only that, is shared"), .rules = "R58"),
	FIELD(conflict_declared, YES, FACT, .label = N_("No conflict of interest"),
	      .help = N_("yes: the mentor or coach declares none"), .rules = "R41"),
	FIELD(known_before, YES, FACT, .label = N_("Known to each other"),
	      .help = N_("no: they meet to be introduced, at the latest on the day of the first session"),
	      .rules = "R34"),
	FIELD(power_spoken, YES, FACT, .label = N_("Power spoken of"),
	      .help = N_("yes: they spoke of what stands between them: grade, reporting line"), .rules = "R35"),
	FIELD(aims_shared_on, DATE, FACT, .label = N_("Aims told on"), .width = 10,
	      .help = N_("when the mentee or coachee had told their aims; by the first session"), .rules = "R30"),
	FIELD(experience, CHOICE, FACT, .label = N_("Peer or reverse"), .choices = choices_experience,
	      .help = N_("on purpose: the mentor has no more experience than the mentee"), .rules = "R5"),
};

ENTITY(AGREEMENT, agreement, "agreement", "agreements", N_("Agreement"), agreement_fields);
