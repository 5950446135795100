/*
 * What an import found, as facts to go through: what is read, what would come
 * in, what is to be mended, what each column is taken for. Each fact knows what
 * it is about, so that a key on it can change that.
 */
#ifndef TUI_IMPORT_FACTS_H
#define TUI_IMPORT_FACTS_H

#include "tui/widgets/fact_list.h"
#include "tui/screens/import_plan.h"

enum import_about {
	ABOUT_NOTHING,
	ABOUT_FILE,	 /* and how it is read */
	ABOUT_KIND,	 /* what else the list looks like */
	ABOUT_FIRST_ROW, /* which may hold the headings */
	ABOUT_GROUP,	 /* of issues */
	ABOUT_CAUSE,	 /* issues of one cause that are not all shown */
	ABOUT_COLUMN,
	ABOUT_STATE, /* whether it is written yet */
	ABOUT_MENDS, /* what was mended */
	ABOUT_MENDED_BEFORE, /* cells that say what was mended in another file */
	ABOUT_MEMORY /* what is remembered of such columns */
};

/* What was found, and how it is shown. */
struct import_found {
	const struct ch_import_result *result;
	const struct ch_import_group *groups;
	size_t group_count;
	const struct ch_error *err; /* why it was refused */
	const char *unfolded;	    /* the reason whose issues are all shown; NULL: none */
	const char *corrections;    /* where rows that stay out will go; "": nowhere */
};

void import_facts_show(struct fact_list *facts, const struct import_plan *plan, const struct import_found *found);

/* What is added from here on is about that. */
void import_facts_about(struct fact_list *facts, enum import_about what, size_t index);

/* Whether a row of these groups, which are all of the result, will stay out; not where it is done, or refused. */
bool import_facts_any_out(const struct ch_import_result *result, const struct ch_import_group *groups);

/* What each column is taken for. */
void import_facts_columns(struct fact_list *facts, enum ch_import_kind kind, const struct ch_import_result *result);

/* What the focused fact is about; in *index which of them. */
enum import_about import_facts_focus(struct fact_list *facts, size_t *index);

/* The focus goes to that when it is drawn next. */
void import_facts_go_to(struct fact_list *facts, enum import_about what, size_t index);

/*
 * After the file was read anew: the focus stays with what it was on, `what` and its `index`, of groups among `before`.
 * Where that is mended, it goes to the next that is to be mended still; where nothing is, to whether it is written.
 */
void import_facts_follow(struct fact_list *facts, enum import_about what, size_t index,
			 const struct ch_import_group *before, size_t count, const struct import_found *found);

/* The reason as these groups have it; NULL where it is NULL, or none of them is for it. */
const char *import_facts_still(const struct ch_import_group *groups, size_t count, const char *reason);

/* "people", "pairings", "sessions", translated. */
const char *import_kind_words(enum ch_import_kind kind);

#endif
