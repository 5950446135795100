#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "match_scheme.h"

int64_t scheme_mentor(struct scheme_fixture *f, const char *name, const char *offers, int64_t capacity)
{
	return scheme_person(f, name, NULL, 1 << CH_ROLE_MENTOR, offers, NULL, capacity);
}

int64_t scheme_mentee(struct scheme_fixture *f, const char *name, const char *seeks)
{
	return scheme_person(f, name, NULL, 1 << CH_ROLE_MENTEE, NULL, seeks, CH_UNKNOWN);
}

struct ch_person scheme_person_of(struct scheme_fixture *f, int64_t person_id)
{
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, person_id, &f->arena, &person, &f->err));
	return person;
}

struct ch_enrolment scheme_enrolment(int64_t programme, int64_t person_id, int role)
{
	struct ch_enrolment made;

	ch_record_start(ch_entity_of(CH_ENROLMENT), &made);
	made.programme_id = programme;
	made.person_id = person_id;
	made.role = role;
	return made;
}

int64_t scheme_programme_all(struct scheme_fixture *f, const char *name, int kind)
{
	int64_t programme = scheme_programme(f, name, kind), enrolled;

	GOOD(f, ch_enrolment_add_all(&f->c, programme, &enrolled, &f->err));
	return programme;
}

struct ch_match_result scheme_propose(struct scheme_fixture *f, int64_t programme, bool dry_run)
{
	struct ch_match_result result;
	struct ch_matching *matching;

	GOOD(f, ch_matching_open(&f->c, programme, &matching, &f->err));
	GOOD(f, ch_matching_solve(matching, &f->err));
	ch_matching_tell(matching, &f->arena, &result);
	if (!dry_run)
		GOOD(f, ch_matching_keep(matching, &result, &f->err));
	ch_matching_close(matching);
	return result;
}

const struct ch_match_pair *scheme_pair_proposed(const struct ch_match_result *result, int64_t learner)
{
	for (size_t i = 0; i < result->pair_count; i++)
		if (result->pairs[i].learner_id == learner)
			return &result->pairs[i];
	fail_msg("learner %d is not matched", (int)learner);
	return NULL;
}

const struct ch_match_left *scheme_left_out(const struct ch_match_result *result, int64_t learner)
{
	for (size_t i = 0; i < result->left_count; i++)
		if (result->left[i].learner_id == learner)
			return &result->left[i];
	fail_msg("learner %d is not among those left", (int)learner);
	return NULL;
}

int64_t scheme_proposals(struct scheme_fixture *f)
{
	int64_t count;

	GOOD(f, ch_scheme_count(&f->c, CH_PROPOSAL, &count, &f->err));
	return count;
}
