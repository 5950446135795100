/* Answers, overrides and import batches: the records that say how other records came about. */
#include "chiron/answer.h"
#include "chiron/exchange.h"
#include "chiron/mapping.h"
#include "chiron/override.h"
#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_answer

static const struct ch_field answer_fields[] = {
	RECORD_HEAD(answer_id),
	FIELD(subject, CHOICE, FACT, .label = N_("About"), .choices = choices_subject,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(subject_id, NUMBER, FACT, .label = N_("Of"), .max = INT64_MAX,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(person_id, ID, FACT, .label = N_("Whose"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(question, CHOICE, FACT, .label = N_("Question"), .choices = choices_question,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(value, TEXT, OWN_SIDE, .label = N_("Answer"), .flags = CH_FIELD_REQUIRED),
	FIELD(answered_on, DATE, FACT, .label = N_("Date"), .flags = CH_FIELD_REQUIRED, .width = 10),
	FIELD(how, CHOICE, FACT, .label = N_("How"), .choices = choices_how, .flags = CH_FIELD_REQUIRED,
	      .initial = "spoken"),
	FIELD(recorded_by, ID, FACT, .label = N_("Recorded by"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	FIELD(recorded_on, DATE, FACT, .label = N_("Recorded on"), .flags = CH_FIELD_KEPT, .width = 10),
};

ENTITY(ANSWER, answer, "answer", "answers", N_("Answer"), answer_fields);

#undef RECORD
#define RECORD ch_override

static const struct ch_field override_fields[] = {
	RECORD_HEAD(override_id),
	FIELD(rule, TEXT, COORDINATOR, .label = N_("Rule"), .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED, .width = 4),
	FIELD(check_name, TEXT, COORDINATOR, .label = N_("Check"), .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED,
	      .width = 26),
	FIELD(pairing_id, ID, COORDINATOR, .label = N_("Pairing"), .refers_to = CH_PAIRING, .flags = CH_FIELD_FIXED),
	FIELD(programme_id, ID, COORDINATOR, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_FIXED),
	FIELD(reason, TEXT, COORDINATOR, .label = N_("Reason"), .flags = CH_FIELD_REQUIRED, .max = 1000, .width = 30),
	FIELD(made_by, ID, COORDINATOR, .label = N_("By"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	FIELD(coordinator_id, ID, COORDINATOR, .label = N_("Coordinator"), .refers_to = CH_COORDINATOR,
	      .flags = CH_FIELD_KEPT),
	FIELD(made_on, DATE, COORDINATOR, .label = N_("Date"), .flags = CH_FIELD_KEPT, .width = 10),
};

ENTITY(OVERRIDE, override, "override", "overrides", N_("Override"), override_fields);

#undef RECORD
#define RECORD ch_import_batch

static const struct ch_field import_batch_fields[] = {
	RECORD_HEAD(import_batch_id),
	FIELD(kind, TEXT, COORDINATOR, .label = N_("Kind"), .flags = CH_FIELD_KEPT, .width = 8),
	FIELD(file_name, TEXT, COORDINATOR, .label = N_("File"), .flags = CH_FIELD_KEPT, .width = 28),
	FIELD(file_hash, TEXT, COORDINATOR, .label = N_("Hash"), .flags = CH_FIELD_KEPT | CH_FIELD_MORE, .width = 16),
	FIELD(programme_id, ID, COORDINATOR, .label = N_("Programme"), .refers_to = CH_PROGRAMME,
	      .flags = CH_FIELD_KEPT),
	FIELD(imported_at, INSTANT, COORDINATOR, .label = N_("When"), .flags = CH_FIELD_KEPT, .width = 20),
	FIELD(imported_by, ID, COORDINATOR, .label = N_("By"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	FIELD(coordinator_id, ID, COORDINATOR, .label = N_("Coordinator"), .refers_to = CH_COORDINATOR,
	      .flags = CH_FIELD_KEPT),
	FIELD(rows_read, NUMBER, COORDINATOR, .label = N_("Read"), .flags = CH_FIELD_KEPT, .width = 6),
	FIELD(rows_new, NUMBER, COORDINATOR, .label = N_("New"), .flags = CH_FIELD_KEPT, .width = 6),
	FIELD(rows_changed, NUMBER, COORDINATOR, .label = N_("Changed"), .flags = CH_FIELD_KEPT, .width = 7),
	FIELD(rows_same, NUMBER, COORDINATOR, .label = N_("Same"), .flags = CH_FIELD_KEPT, .width = 6),
	FIELD(rows_rejected, NUMBER, COORDINATOR, .label = N_("Rejected"), .flags = CH_FIELD_KEPT, .width = 8),
	FIELD(rows_skipped, NUMBER, COORDINATOR, .label = N_("Skipped"), .flags = CH_FIELD_KEPT, .width = 7),
	FIELD(decisions, LINES, COORDINATOR, .label = N_("Decisions"), .max = 100000,
	      .flags = CH_FIELD_KEPT | CH_FIELD_MORE),
	FIELD(undone_at, INSTANT, COORDINATOR, .label = N_("Undone"), .flags = CH_FIELD_KEPT, .width = 20),
};

ENTITY(IMPORT_BATCH, import_batch, "import", "imports", N_("Import"), import_batch_fields);

#undef RECORD
#define RECORD ch_mapping

static const struct ch_field mapping_fields[] = {
	RECORD_HEAD(mapping_id),
	FIELD(kind, TEXT, COORDINATOR, .label = N_("Kind"), .flags = CH_FIELD_KEPT, .width = 8),
	FIELD(headings, TEXT, COORDINATOR, .label = N_("Headings"), .max = 4000, .flags = CH_FIELD_KEPT, .width = 34),
	FIELD(headings_key, TEXT, COORDINATOR, .label = N_("Key"), .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(columns, LINES, COORDINATOR, .label = N_("Columns"), .max = 100000, .flags = CH_FIELD_KEPT),
	FIELD(date_order, TEXT, COORDINATOR, .label = N_("Dates"), .flags = CH_FIELD_KEPT, .width = 5),
	FIELD(remembered_at, INSTANT, COORDINATOR, .label = N_("Since"), .flags = CH_FIELD_KEPT, .width = 20),
};

ENTITY(MAPPING, mapping, "mapping", "mappings", N_("Remembered columns"), mapping_fields);
