/*
 * Line managers by address, while people come in: of somebody who is here they
 * are found at once, of everybody else after the last row, also for those who
 * were waiting before. Managers form a tree: who would close a loop is left
 * without one, aloud. Where anybody who was here before was given one, live
 * mentoring pairings are looked at again (R3).
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_MANAGERS_H
#define CHIRON_CORE_IMPORT_PEOPLE_MANAGERS_H

#include "core/journal/change.h"
#include "core/import/issue.h"
#include "core/id_list.h"
#include "core/import/people_known.h"
#include "core/import/people_new.h"

/* Somebody whose manager is not found yet. */
struct people_waiting {
	int64_t id;
	uint64_t manager; /* the address by its hash among the keys that are held; 0: to be read from the store */
};

struct people_managers {
	struct change *change;
	struct people_known *known;
	struct people_new *new;
	struct import_findings *findings;
	struct people_waiting *waiting; /* people whose manager is not found yet, each once or more */
	size_t waiting_count, waiting_capacity;
	uint32_t *above; /* of those who came: who stands above them, counted from 1 among them; 0: nobody */
	size_t capacity;
	uint32_t *later; /* of those who came: the manager found after the last row, 0: none; NULL: before that */
	struct id_list in_loops; /* of those who came: whose manager would close a loop */
	bool given; /* somebody who was here before has another manager now */
};

/* people_managers_release() is due in any case. */
enum ch_status people_managers_begin(struct people_managers *managers, struct change *change,
				     struct people_known *known, struct people_new *new,
				     struct import_findings *findings, struct ch_error *err);
void people_managers_release(struct people_managers *managers);

/*
 * Sets manager_id of somebody who is about to be made, where their manager is here; else *expected is the number that
 * the manager will probably have, 0: nobody is expected. `hash` is that of the manager's address (people_known.h).
 */
enum ch_status people_managers_find(struct people_managers *managers, struct person_new *made, uint64_t hash,
				    int64_t *expected, struct ch_error *err);

/* Remembers a saved person, who may wait for a manager with an address of that hash; 0: for nobody. */
void people_managers_note(struct people_managers *managers, const struct ch_person *person, uint64_t hash);

/*
 * After the last row: writes whoever still waits for that. A notice says how many live mentoring pairings are in a
 * reporting line now.
 */
enum ch_status people_managers_resolve(struct people_managers *managers, struct ch_error *err);

#endif
