/*
 * Coordinators (R83): who runs the scheme, by name, and which programmes each
 * of them looks after.
 *
 * Where none is named, whoever opens the file is the coordinator of the whole
 * scheme. One who is limited sees and changes what belongs to their programmes:
 * the pairings there and all that belongs to them, the people enrolled there,
 * and the people who are in nobody's programme, so that they can enrol them.
 * All else is not there for them, in no list, detail, count, check, report,
 * export, history or refusal. It is held in the store (store/limit.h), for
 * every statement there is, and not by those who ask.
 *
 * It keeps coordinators out of each other's way. It is no lock: who can read
 * the file with another program reads all of it (docs/security.md).
 */
#ifndef CHIRON_COORDINATOR_H
#define CHIRON_COORDINATOR_H

#include "chiron/context.h"

struct ch_coordinator {
	int64_t coordinator_id;
	int64_t row_version;
	const char *name;
	const char *account; /* whoever works under this login is this coordinator; NULL: they act with --as */
	int limited;	     /* kept: yes where there are programmes, and where the last of them was taken away */
};

/* A programme that a limited coordinator looks after. */
struct ch_charge {
	int64_t charge_id;
	int64_t row_version;
	int64_t coordinator_id;
	int64_t programme_id;
};

/*
 * Adds or changes one. `programmes` are those they look after, as typed: names
 * or numbers parted by ";". "" is the whole scheme; NULL leaves it as it is (of
 * a new one: the whole scheme). Refused (CH_DATA): a name or an account that is
 * another's, a programme that is not found. What is set holds when that
 * coordinator opens the scheme next; which programmes they are, at once.
 */
enum ch_status ch_coordinator_add(struct ch_context *c, struct ch_coordinator *coordinator, const char *programmes,
				  struct ch_error *err);
enum ch_status ch_coordinator_set(struct ch_context *c, struct ch_coordinator *coordinator, const char *programmes,
				  struct ch_error *err);

enum ch_status ch_coordinator_get(struct ch_context *c, int64_t coordinator_id, struct ch_arena *arena,
				  struct ch_coordinator *coordinator, struct ch_error *err);

/* The names of the programmes they look after, "A; B"; "" for the whole scheme. */
enum ch_status ch_coordinator_programmes(struct ch_context *c, int64_t coordinator_id, struct ch_arena *arena,
					 const char **programmes, struct ch_error *err);

/* What they did stays as theirs in the audit log, by their number. */
enum ch_status ch_coordinator_remove(struct ch_context *c, int64_t coordinator_id, struct ch_error *err);

/*
 * Says who acts from here on, once, right after opening: the coordinator whose
 * account this is, else the one who is called `as`. *found: one of them acts.
 * Otherwise the context is as it was, its actor called as ch_coordinator_unnamed()
 * says, and `as`, where it is not NULL, names somebody else. The account is that of whoever runs the program;
 * where it is a limited coordinator's, nobody else can act (CH_NOT_ALLOWED).
 */
enum ch_status ch_coordinator_act(struct ch_context *c, const char *as, struct ch_arena *arena, bool *found,
				  struct ch_error *err);

/*
 * Whoever has the file open acts as that person from here on, once, after ch_coordinator_act() did not find `as`: the
 * audit log has it (desk.open) before anything of that desk can be read, as done by the coordinator whose account this
 * is, else by the login of whoever runs the program. The person's name lies in `arena`, which lives as long as the
 * context. CH_MISSING where there is no such person; CH_IO, and nobody acts, where the file cannot be written.
 * Who comes as themselves, from another computer, needs no such row: ch_person_act().
 */
enum ch_status ch_coordinator_open_desk(struct ch_context *c, int64_t person_id, struct ch_arena *arena,
					struct ch_error *err);

/*
 * How whoever acts in nobody's name is called: the coordinator for the whole scheme, where one alone is, else
 * "coordinator".
 */
const char *ch_coordinator_unnamed(struct ch_context *c, struct ch_arena *arena);

/* "Grace Owen, for Back to Work; Leaders"; "" where no coordinator by name acts. */
const char *ch_coordinator_words(struct ch_context *c, struct ch_arena *arena);

#endif
