#include "chiron/enrolment.h"

#include "chiron/custom_field.h"
#include "chiron/person.h"
#include "chiron/programme.h"
#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_enrolment

static const struct ch_field enrolment_fields[] = {
	RECORD_HEAD(enrolment_id),
	FIELD(programme_id, ID, FACT, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(person_id, ID, FACT, .label = N_("Person"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(role, CHOICE, FACT, .label = N_("Role"), .choices = choices_role,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED, .width = 8),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_enrolment_state, .initial = "applied",
	      .width = 10, .help = N_("applied, ready, not ready, paused, completed or withdrawn")),
	FIELD(cohort_id, ID, FACT, .label = N_("Cohort"), .refers_to = CH_COHORT, .flags = CH_FIELD_MORE,
	      .help = N_("of the programme: who start together")),
	FIELD(applied_on, DATE, FACT, .label = N_("Waiting since"), .width = 10, .flags = CH_FIELD_PAST),
	FIELD(ready_on, DATE, FACT, .label = N_("Ready since"), .flags = CH_FIELD_KEPT, .width = 10),
	FIELD(not_ready_because, TEXT, COORDINATOR, .label = N_("Not ready because"), .max = 300, .width = 24,
	      .flags = CH_FIELD_MORE, .help = N_("what has to change first; for coordinators only"), .rules = "R15"),
	FIELD(capacity, NUMBER, FACT, .label = N_("Places"), .min = 0, .max = 99, .width = 6,
	      .help = N_("in this programme; blank: as the person says")),
	FIELD(offers, LIST, FACT, .label = N_("Offers"), .max = 2000, .flags = CH_FIELD_MORE,
	      .help = N_("in this programme; blank: as the person says")),
	FIELD(seeks, LIST, FACT, .label = N_("Seeks"), .max = 2000, .flags = CH_FIELD_MORE,
	      .help = N_("in this programme; blank: as the person says")),
	FIELD(intake_reasons, CHOICES, COORDINATOR, .label = N_("Reasons to join"), .choices = choices_intake_reason,
	      .flags = CH_FIELD_MORE, .help = N_("they suggest coaching or mentoring; for coordinators only"),
	      .rules = "R23"),
	FIELD(recommendation, LINES, COORDINATOR, .label = N_("Manager recommends"), .max = 2000,
	      .flags = CH_FIELD_MORE,
	      .help = N_("what would be a good match, to whoever decides; not once the match is made"), .rules = "R17"),
	FIELD(notes, LINES, COORDINATOR, .label = N_("Notes"), .max = 10000, .flags = CH_FIELD_MORE),
	FIELD(custom_values, TEXT, FACT, .label = N_("Custom fields"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN,
	      .max = CH_CUSTOM_VALUES_MOST),
	FIELD(batch_id, ID, FACT, .label = N_("Import"), .refers_to = CH_IMPORT_BATCH,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
};

ENTITY(ENROLMENT, enrolment, "enrolment", "enrolments", N_("Enrolment"), enrolment_fields);

int ch_intake_advice(int reasons, int *for_coaching, int *for_mentoring)
{
	static const int kinds[] = {
#define X(name, code, kind, label) [CH_REASON_##name] = CH_KIND_##kind,
		CH_INTAKE_REASONS(X)
#undef X
	};

	*for_coaching = *for_mentoring = 0;
	for (size_t i = 1; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (reasons & 1 << i)
			++*(kinds[i] == CH_KIND_COACHING ? for_coaching : for_mentoring);
	if (*for_coaching == *for_mentoring)
		return CH_NO_KIND;
	return *for_coaching > *for_mentoring ? CH_KIND_COACHING : CH_KIND_MENTORING;
}

int ch_intake_otherwise(const struct ch_enrolment *enrolment)
{
	bool coaching = enrolment->role == CH_ROLE_COACH || enrolment->role == CH_ROLE_COACHEE;
	int for_coaching, for_mentoring;
	int kind = ch_intake_advice(enrolment->intake_reasons, &for_coaching, &for_mentoring);

	return kind == (coaching ? CH_KIND_COACHING : CH_KIND_MENTORING) ? CH_NO_KIND : kind;
}
