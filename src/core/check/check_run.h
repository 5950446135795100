/*
 * Running one check: for the linter, the first screen, and the gates alike.
 */
#ifndef CORE_CHECK_RUN_H
#define CORE_CHECK_RUN_H

#include "core/check/check_file.h"
#include "store/query.h"

/*
 * Grows in the arena. With `most`, a check that finds more than that many is kept short: of what follows only pairings
 * that are not `known` are taken, as many again at most, and the rest of these is counted.
 */
struct finding_list {
	struct ch_finding *items;
	size_t count, room;
	size_t most; /* 0: everything is kept */
	size_t left_out;
	bool (*known)(const void *data, int64_t pairing_id);
	const void *data; /* what `known` is given */
};

void finding_list_add(struct finding_list *list, const struct ch_finding *finding, struct ch_arena *arena);

/*
 * Appends what the check finds within the scope. With an actor, the reasons of
 * overrides, which are the coordinator's, are not told.
 */
enum ch_status check_run(struct ch_context *c, const struct check_file *check, const struct query_scope *scope,
			 struct ch_arena *arena, struct finding_list *list, struct ch_error *err);

/*
 * The severity that counts of a finding, resolved here and nowhere else: the
 * header's; of what is refused "for information" where an override accepts it,
 * a warning where the programme's settings lower the rule.
 * Nothing lowers what is absolute.
 */
enum ch_severity check_severity(const struct ch_finding *finding);

#endif
