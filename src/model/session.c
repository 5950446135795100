#include "chiron/session.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_session

static const struct ch_field session_fields[] = {
	RECORD_HEAD(session_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(number, NUMBER, FACT, .label = N_("Session"), .flags = CH_FIELD_KEPT | CH_FIELD_COUNTED,
	      .initial = "0", .width = 4),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_session_state, .flags = CH_FIELD_KEPT,
	      .initial = "arranged", .width = 9),
	FIELD(session_date, DATE, FACT, .label = N_("Date"), .flags = CH_FIELD_REQUIRED, .width = 10,
	      .help = N_("today, yesterday, mon, -3d, 2 nov")),
	FIELD(starts_at, TIME, FACT, .label = N_("Start"), .min = 0, .max = 1439, .width = 5, .flags = CH_FIELD_MORE,
	      .help = N_("17:30")),
	FIELD(minutes, MINUTES, FACT, .label = N_("Length"), .min = 1, .max = 1440, .width = 6,
	      .help = N_("45, 45m, 1h15, 1:15 or 17:30-18:45")),
	FIELD(medium, CHOICE, FACT, .label = N_("How"), .choices = choices_medium, .width = 9,
	      .help = N_("in person, video or phone")),
	FIELD(place, TEXT, FACT, .label = N_("Place"), .max = 200, .flags = CH_FIELD_MORE),
	FIELD(guide_attendance, CHOICE, FACT, .label = N_("Guide"), .choices = choices_attendance, .width = 9,
	      .help = N_("the mentor or coach: attended, late or did not come (R49)")),
	FIELD(learner_attendance, CHOICE, FACT, .label = N_("Learner"), .choices = choices_attendance, .width = 9,
	      .help = N_("the mentee or coachee: attended, late or did not come (R49)")),
	FIELD(cancelled_by, CHOICE, FACT, .label = N_("By whom"), .choices = choices_initiator, .width = 11,
	      .help = N_("who cancelled, or who did not come")),
	FIELD(cancelled_on, DATE, FACT, .label = N_("Told on"), .width = 10, .flags = CH_FIELD_MORE,
	      .help = N_("when it was cancelled: the notice given")),
	FIELD(introduction, YES, FACT, .label = N_("Introductory meeting"), .flags = CH_FIELD_MORE,
	      .help = N_("yes: the first meeting of two who do not know each other (R34)")),
	FIELD(learning, CHOICE, FACT, .label = N_("Learning"), .choices = choices_learning, .flags = CH_FIELD_KEPT,
	      .width = 9,
	      .help = N_("that a summary was written, or that the pair keeps it (R42)")),
	FIELD(no_actions, YES, FACT, .label = N_("No actions agreed"),
	      .help = N_("yes: none, so the record is complete (R42)")),
	FIELD(actions_reviewed, YES, FACT, .label = N_("Actions reviewed"), .flags = CH_FIELD_KEPT),
	FIELD(complete, YES, FACT, .label = N_("Complete"), .flags = CH_FIELD_KEPT, .width = 8),
	FIELD(logged_at, INSTANT, FACT, .label = N_("Logged at"), .flags = CH_FIELD_KEPT, .width = 20),
};

ENTITY(SESSION, session, "session", "sessions", N_("Session"), session_fields);
