/*
 * The scheme's own checks, reports and pages, for whoever runs them beside
 * those that are part of the program. One that is broken, as a newer schema may
 * bring about, is itself a finding, and the others run.
 */
#ifndef CORE_OWN_FILE_H
#define CORE_OWN_FILE_H

#include "chiron/framework.h"
#include "chiron/own_file.h"
#include "core/check/check_run.h"
#include "core/report/page_file.h"
#include "core/report/report_file.h"

/* Millions of SQLite's steps that one of them may take: some seconds. */
enum { OWN_FILE_MILLIONS = 100 };

/* Finds that the own check of this name did not run, which is told to the coordinator alone. */
void own_check_broken(struct ch_context *c, const char *name, const struct ch_error *err, struct ch_arena *arena,
		      struct finding_list *list);

/* The number of the line in which `at`, a part of `text`, begins. */
int own_line_at(const char *text, const char *at);

/* All own checks that parse and whose query is understood, in *checks; of those that are not it finds so. */
enum ch_status own_checks(struct ch_context *c, struct ch_arena *arena, struct check_file **checks, size_t *count,
			  struct finding_list *list, struct ch_error *err);

/* Own report or page of that name; CH_MISSING where there is none of that kind. */
enum ch_status own_report(struct ch_context *c, const char *name, struct ch_arena *arena, struct report_file *report,
			  struct ch_error *err);
enum ch_status own_page(struct ch_context *c, const char *name, struct ch_arena *arena, struct page_file *page,
			struct ch_error *err);

/* All own frameworks; one that a newer program does not understand is left out. */
enum ch_status own_frameworks(struct ch_context *c, struct ch_arena *arena, struct ch_framework **frameworks,
			      size_t *count, struct ch_error *err);

/* Titles of all own reports and pages, by name; of one that is broken, its name. */
enum ch_status own_report_infos(struct ch_context *c, struct ch_arena *arena, struct ch_report_info **infos,
				size_t *count, struct ch_error *err);

#endif
