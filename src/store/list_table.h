/*
 * How the fragments of lists are written. For list_fragments.c and the files
 * beside it that it names only: names in the fragments are the aliases of the list's tables.
 */
#ifndef STORE_LIST_TABLE_H
#define STORE_LIST_TABLE_H

#include "store/list.h"

/* A column that is a field of the table whose alias is `table`. */
#define FIELD(entity_name, table, member) .key = #member, .entity = CH_##entity_name, .select = #table "." #member

/* The record's number. */
#define ID(entity_name, table)                                                                                         \
	.key = #table "_id", .entity = CH_##entity_name, .aliases = "id no", .select = #table "." #table "_id",        \
	.sort = #table "." #table "_id", .numeric = true

/* One that is no field. */
#define OWN(name, type_name, class, label_text, cells)                                                                 \
	.key = name, .type = CH_TYPE_##type_name, .access = CH_CLASS_##class, .label = label_text, .width = cells

/* The name of a record that a field refers to; its label and class are the field's. */
#define NAME(name, entity_name, of_field, expression, cells)                                                           \
	.key = name, .entity = CH_##entity_name, .field = of_field, .type = CH_TYPE_TEXT, .select = expression,        \
	.width = cells

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define PERSON_TABLE(name, key, of) .alias = name, .table = "person", .on = name ".person_id = " key, .needs = of
/* The coordinator who did it, where that was one by name. */
#define COORDINATOR_TABLE(of)                                                                                          \
	.alias = "coordinator", .table = "coordinator", .on = "coordinator.coordinator_id = -" of ".actor_id"
#define GUIDE_TABLE(of) PERSON_TABLE("guide", of ".guide_id", of)
#define LEARNER_TABLE(of) PERSON_TABLE("learner", of ".learner_id", of)
#define PROGRAMME_TABLE(of)                                                                                            \
	.alias = "programme", .table = "programme", .on = "programme.programme_id = " of ".programme_id", .needs = of

/* The two of a pairing, and what belongs to one. */
#define GUIDE NAME("guide", PAIRING, "guide_id", "guide.name", 20), .aliases = "mentor coach"
#define LEARNER NAME("learner", PAIRING, "learner_id", "learner.name", 20), .aliases = "mentee coachee"
#define PROGRAMME NAME("programme", PAIRING, "programme_id", "programme.name", 16)

/* A pairing is in the cohort of its mentee or coachee, as in reports (the view in_cohort). */
#define COHORT_OF_PAIRING                                                                                              \
	NAME("cohort", ENROLMENT, "cohort_id",                                                                         \
	     "(SELECT c.name FROM enrolment AS e JOIN cohort AS c ON c.cohort_id = e.cohort_id"                        \
	     " WHERE e.person_id = pairing.learner_id AND (+e.programme_id) = pairing.programme_id"                    \
	     " AND e.role IN ('coachee', 'mentee'))", 16)

#define PAIRING_TABLE(of) .alias = "pairing", .table = "pairing", .on = "pairing.pairing_id = " of ".pairing_id"

/* The pairings a person has a part in, and the same for what belongs to a pairing. */
#define PAIRINGS_OF(person)                                                                                            \
	"(SELECT pairing_id FROM pairing WHERE guide_id = " person                                                     \
	" UNION ALL SELECT pairing_id FROM pairing WHERE learner_id = " person ")"
#define OF_A_PAIRING(table)                                                                                            \
	.of_pairing = table ".pairing_id = :pairing_id",                                                               \
	.of_person = table ".pairing_id IN " PAIRINGS_OF("@"),                                                         \
	.of_programme = "(+pairing.programme_id) = :programme_id"

#define LIST(list_name, list_title, operation, prefix)                                                                 \
	.name = list_name, .title = list_title, .read = CH_OP_##operation##_READ, .tables = prefix##_tables,           \
	.table_count = COUNT(prefix##_tables), .columns = prefix##_columns, .column_count = COUNT(prefix##_columns)

/* The list of pair rules, wishes or committees; NULL where it is another's. */
const struct list_info *list_matching_info(enum ch_list_id list);

/* The list of what goes out of a pairing, or comes in; NULL where it is another's. */
const struct list_info *list_pair_info(enum ch_list_id list);

/* The list of what was done with the scheme; NULL where it is another's. */
const struct list_info *list_history_info(enum ch_list_id list);

/* The list of a part (chiron/part.h); NULL where it is another's. */
const struct list_info *list_part_info(enum ch_list_id list);

#endif
