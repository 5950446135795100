#include "chiron/person.h"

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
	FIELD(grade, NUMBER, FACT, .label = N_("Grade"), .min = 0, .max = 100, .width = 5, .flags = CH_FIELD_MORE,
	      .help = N_("a higher number is a higher grade")),
	FIELD(manager_id, ID, FACT, .label = N_("Line manager"), .refers_to = CH_PERSON, .flags = CH_FIELD_MORE,
	      .help = N_("a person of this scheme: mentoring never follows the reporting line (R2)")),
	FIELD(manager_email, EMAIL, FACT, .label = N_("Manager's e-mail"), .max = 254, .flags = CH_FIELD_MORE,
	      .help = N_("kept until that person is in the scheme")),
	FIELD(offers, LIST, FACT, .label = N_("Offers"), .flags = CH_FIELD_SEARCHED, .max = 2000, .width = 24,
	      .help = N_("areas of expertise, separated by \";\"")),
	FIELD(seeks, LIST, FACT, .label = N_("Seeks"), .flags = CH_FIELD_SEARCHED, .max = 2000, .width = 24,
	      .help = N_("what they want to learn or be helped with, separated by \";\"")),
	FIELD(languages, LIST, FACT, .label = N_("Languages"), .max = 500, .width = 16, .flags = CH_FIELD_MORE),
	FIELD(location, TEXT, FACT, .label = N_("Area"), .max = 200, .width = 14),
	FIELD(capacity, NUMBER, FACT, .label = N_("Places"), .min = 0, .max = 99, .width = 6,
	      .help = N_("how many pairings at once as mentor or coach, over all programmes (R13)")),
	FIELD(hours_per_month, HOURS, FACT, .label = N_("Hours a month"), .min = 0, .max = 44640, .width = 5,
	      .help = N_("time they can give, \"2\" or \"1.5\"")),
	FIELD(start_date, DATE, FACT, .label = N_("Available from"), .flags = CH_FIELD_MORE, .width = 10),
	FIELD(source, TEXT, COORDINATOR, .label = N_("Recruited through"), .max = 200, .flags = CH_FIELD_MORE),
	FIELD(notes, LINES, COORDINATOR, .label = N_("Notes"), .max = 10000,
	      .help = N_("the coordinator's; the person may ask to see them")),
	FIELD(left_on, DATE, FACT, .label = N_("Left on"), .flags = CH_FIELD_MORE, .width = 10),
	FIELD(batch_id, ID, FACT, .label = N_("Import"), .refers_to = CH_IMPORT_BATCH,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(email_key, TEXT, FACT, .label = N_("E-mail key"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 1000),
	FIELD(sort_name, TEXT, FACT, .label = N_("Sort name"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 1000),
	FIELD(search_key, TEXT, FACT, .label = N_("Search key"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 4000),
	FIELD(import_key, TEXT, FACT, .label = N_("Import key"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN, .max = 1000),
};

ENTITY(PERSON, person, "person", "people", N_("Person"), person_fields);
