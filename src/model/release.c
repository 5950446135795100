#include "chiron/release.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_release

static const struct ch_field release_fields[] = {
	RECORD_HEAD(release_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(kind, CHOICE, FACT, .label = N_("What"), .choices = choices_release_kind, .flags = CH_FIELD_KEPT,
	      .width = 12, .help = N_("an achievement in mentoring, an item for the manager in coaching"),
	      .rules = "R60, R64"),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_release_state, .flags = CH_FIELD_KEPT,
	      .width = 10),
	FIELD(noted_on, DATE, FACT, .label = N_("Noted on"), .flags = CH_FIELD_FIXED, .width = 10,
	      .help = N_("else today")),
	FIELD(recipient, TEXT, FACT, .label = N_("For"), .max = 200, .flags = CH_FIELD_FIXED, .width = 16,
	      .help = N_("in coaching: the line manager, unless said otherwise"), .rules = "R60"),
	FIELD(approved, YES, FACT, .label = N_("Approved"), .flags = CH_FIELD_KEPT, .width = 8,
	      .help = N_("by the mentee or coachee; not said is no"), .rules = "R60, R64"),
	FIELD(answered_on, DATE, FACT, .label = N_("Answered on"), .flags = CH_FIELD_KEPT, .width = 11),
	FIELD(how, CHOICE, FACT, .label = N_("How"), .choices = choices_how, .flags = CH_FIELD_KEPT,
	      .help = N_("how they said so")),
	FIELD(recorded_by, ID, FACT, .label = N_("Recorded by"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	FIELD(released_on, DATE, FACT, .label = N_("Released on"), .flags = CH_FIELD_KEPT, .width = 11),
};

ENTITY(RELEASE, release, "release", "releases", N_("Release"), release_fields);
