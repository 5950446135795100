/*
 * Page files (data/pages): a header and then parts, each on lines of its own.
 *
 *     page: board                  its name, that of the file without ".txt"
 *     title: For the board
 *     about: What the scheme did, on one page.
 *
 *     # How much happened          a heading
 *     Words, which go on until     a paragraph
 *     the next blank line.
 *     report: activity             the rows of that report
 */
#ifndef CORE_PAGE_FILE_H
#define CORE_PAGE_FILE_H

#include "chiron/report.h"

struct page_file_part {
	enum ch_page_part_kind kind;
	const char *text; /* a heading, a paragraph, or the name of a report */
};

struct page_file {
	struct ch_report_info info;
	struct page_file_part *parts;
	size_t part_count;
};

/* Texts of *page live in `arena`. CH_DATA names file and line. Whether the reports exist is found when it is run. */
enum ch_status page_file_parse(const char *file, const char *text, struct ch_arena *arena, struct page_file *page,
			       struct ch_error *err);

/* The page files that are part of the program, by name. */
const struct page_file *page_file_all(size_t *count);

#endif
