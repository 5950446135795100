#include "chiron/person.h"

#include "chiron/custom_field.h"
#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_person

static const struct ch_field person_fields[] = {
	RECORD_HEAD(person_id),
	FIELD(name, TEXT, FACT, .label = N_("Name"), .flags = CH_FIELD_REQUIRED | CH_FIELD_SEARCHED, .max = 200,
	      .width = 24,
	      .help = N_("as screens show it, \"Ann Lee\"; never re-capitalised")),
	FIELD(first_name, TEXT, FACT, .label = N_("First name"), .flags = CH_FIELD_MORE, .max = 100),
	FIELD(last_name, TEXT, FACT, .label = N_("Last name"), .flags = CH_FIELD_MORE, .max = 100,
	      .help = N_("what lists are sorted by")),
	FIELD(pronouns, TEXT, FACT, .label = N_("Pronouns"), .flags = CH_FIELD_MORE, .max = 40,
	      .help = N_("as they wish to be spoken of: she/her, they/them")),
	FIELD(email, EMAIL, FACT, .label = N_("E-mail"), .flags = CH_FIELD_SEARCHED, .max = 254, .width = 28,
	      .help = N_("one address; optional, but an import knows a person by it")),
	FIELD(phone, PHONE, FACT, .label = N_("Phone"), .max = 60, .width = 14, .help = N_("kept as typed")),
	FIELD(contact_preference, CHOICE, FACT, .label = N_("Reached best by"), .choices = choices_contact_preference,
	      .flags = CH_FIELD_MORE),
	FIELD(roles, CHOICES, FACT, .label = N_("Roles"), .choices = choices_role, .width = 14,
	      .help = N_("what they offer to be: mentor, mentee, coach, coachee; several are possible")),
	FIELD(organisation, TEXT, FACT, .label = N_("Organisation"), .max = 200, .width = 18, .flags = CH_FIELD_MORE),
	FIELD(department, TEXT, FACT, .label = N_("Department"), .max = 200, .width = 16),
	FIELD(job_title, TEXT, FACT, .label = N_("Job title"), .max = 200, .width = 18, .flags = CH_FIELD_MORE),
	FIELD(field_of_work, TEXT, FACT, .label = N_("Field of work"), .max = 200, .width = 16, .flags = CH_FIELD_MORE,
	      .help = N_("as finance or nursing: mentoring looks for the same one"), .rules = "R6"),
	FIELD(appointed_on, DATE, FACT, .label = N_("Appointed on"), .width = 10,
	      .flags = CH_FIELD_MORE | CH_FIELD_PAST,
	      .help = N_("to their present post; who is new to leading gains most from mentoring"), .rules = "R12"),
	FIELD(grade, NUMBER, FACT, .label = N_("Grade"), .min = 0, .max = 100, .width = 5, .flags = CH_FIELD_MORE,
	      .help = N_("a higher number is a higher grade")),
	FIELD(manager_id, ID, OWN_SIDE, .label = N_("Line manager"), .refers_to = CH_PERSON, .flags = CH_FIELD_MORE,
	      .help = N_("a person of this scheme: mentoring never follows the reporting line"), .rules = "R2"),
	FIELD(manager_email, EMAIL, OWN_SIDE, .label = N_("Manager's e-mail"), .max = 254, .flags = CH_FIELD_MORE,
	      .help = N_("kept until that person is in the scheme")),
	FIELD(offers, LIST, FACT, .label = N_("Offers"), .flags = CH_FIELD_SEARCHED, .max = 2000, .width = 24,
	      .help = N_("areas of expertise, separated by \";\"")),
	FIELD(seeks, LIST, FACT, .label = N_("Seeks"), .flags = CH_FIELD_SEARCHED, .max = 2000, .width = 24,
	      .help = N_("what they want to learn or be helped with, separated by \";\"")),
	FIELD(languages, LIST, FACT, .label = N_("Languages"), .max = 500, .width = 16, .flags = CH_FIELD_MORE),
	FIELD(meeting_times, LIST, FACT, .label = N_("Can meet"), .max = 500, .width = 16, .flags = CH_FIELD_MORE,
	      .help = N_("times, separated by \";\", as weekday evenings; Saturdays")),
	FIELD(location, TEXT, FACT, .label = N_("Area"), .max = 200, .width = 14),
	FIELD(availability, CHOICE, FACT, .label = N_("Available"), .choices = choices_availability, .width = 9,
	      .flags = CH_FIELD_MORE,
	      .help = N_("not_now, away: accepted into no new pairing; why somebody is away is not asked"),
	      .rules = "R13"),
	FIELD(back_on, DATE, FACT, .label = N_("Back on"), .width = 10, .flags = CH_FIELD_MORE,
	      .help = N_("of who is away; blank: nobody knows when"), .rules = "R13"),
	FIELD(confirmed_on, DATE, FACT, .label = N_("Confirmed on"), .width = 10,
	      .flags = CH_FIELD_MORE | CH_FIELD_PAST,
	      .help = N_("when they last confirmed that they are available, and for how many"), .rules = "R13"),
	FIELD(capacity, NUMBER, FACT, .label = N_("Places"), .min = 0, .max = 99, .width = 6,
	      .help = N_("how many pairings at once as mentor or coach, over all programmes"), .rules = "R13"),
	FIELD(hours_per_month, HOURS, FACT, .label = N_("Hours a month"), .min = 0, .max = 44640, .width = 5,
	      .help = N_("time they can give, \"2\" or \"1.5\"")),
	FIELD(start_date, DATE, FACT, .label = N_("Available from"), .flags = CH_FIELD_MORE, .width = 10),
	FIELD(origin, CHOICE, FACT, .label = N_("Coach from"), .choices = choices_origin, .flags = CH_FIELD_MORE,
	      .help = N_("internal coaches need training, external ones a qualification"), .rules = "R8"),
	FIELD(source, TEXT, COORDINATOR, .label = N_("Recruited through"), .max = 200, .flags = CH_FIELD_MORE,
	      .help = N_("a notice, a friend, the intranet: where volunteers come from"), .rules = "R18"),
	FIELD(notes, LINES, COORDINATOR, .label = N_("Notes"), .max = 10000,
	      .help = N_("the coordinator's; the person may ask to see them")),
	FIELD(left_on, DATE, FACT, .label = N_("Left on"), .flags = CH_FIELD_MORE | CH_FIELD_PAST, .width = 10),
	FIELD(left_because, CHOICE, COORDINATOR, .label = N_("Left because"), .choices = choices_leaving_reason,
	      .flags = CH_FIELD_MORE, .width = 18,
	      .help = N_("of who has died or cannot be reached nothing more is asked"), .rules = "R65"),
	FIELD(erased_on, DATE, FACT, .label = N_("Erased on"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(custom_values, TEXT, FACT, .label = N_("Custom fields"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN,
	      .max = CH_CUSTOM_VALUES_MOST),
	FIELD(batch_id, ID, FACT, .label = N_("Import"), .refers_to = CH_IMPORT_BATCH,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(email_key, TEXT, FACT, .label = N_("E-mail key"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 1000),
	FIELD(sort_name, TEXT, FACT, .label = N_("Sort name"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 1000),
	FIELD(search_key, TEXT, FACT, .label = N_("Search key"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 4000),
	FIELD(import_key, TEXT, FACT, .label = N_("Import key"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 1000),
};

bool ch_person_has_left(const struct ch_person *person, ch_date today)
{
	return person->left_on != CH_NO_DATE && person->left_on <= today;
}

bool ch_person_is_out_of_reach(const struct ch_person *person, ch_date today)
{
	return ch_person_has_left(person, today) &&
	       (person->left_because == CH_LEFT_DIED || person->left_because == CH_LEFT_OUT_OF_REACH);
}

ENTITY(PERSON, person, "person", "people", N_("Person"), person_fields);
