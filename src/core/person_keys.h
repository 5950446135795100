/*
 * What is kept with a person and derived from their fields: the keys that
 * lists sort by and searches compare, the terms, the resolved line manager.
 * One place, so that a form, an import and an undo keep them alike.
 */
#ifndef CORE_PERSON_KEYS_H
#define CORE_PERSON_KEYS_H

#include "chiron/person.h"
#include "core/journal/change.h"

/* Fills name from first and last name, where it is not given. */
void person_name_fill(struct ch_person *person, struct ch_arena *arena);

/* Fills name, sort_name and search_key, in `arena`. */
void person_name_keys_fill(struct ch_person *person, struct ch_arena *arena);

/* Fills name (from first and last name where it is not given), email_key, sort_name and search_key, in `arena`. */
void person_keys_fill(struct ch_person *person, struct ch_arena *arena);

/*
 * Resolves manager_email to manager_id, or gives manager_email from a chosen
 * manager_id; `before` is the saved person, NULL for a new one. Refused: being
 * one's own manager.
 */
enum ch_status person_manager_resolve(struct change *change, const struct ch_person *before, struct ch_person *person,
				      struct ch_error *err);

/* Refuses (CH_DATA, field manager_id) a reporting line that goes round to the saved person again. */
enum ch_status person_refuse_loop(struct change *change, const struct ch_person *person, struct ch_error *err);

/* The refusal itself. */
enum ch_status person_fail_loop(const struct ch_person *person, struct ch_error *err);

/*
 * After the person is saved: refuses a loop of managers, and gives the person to those who wait for this e-mail as
 * their manager's.
 */
enum ch_status person_keys_save(struct change *change, const struct ch_person *person, struct ch_error *err);

#endif
