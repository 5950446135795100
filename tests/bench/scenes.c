/* Keys in the order in which they are typed; each is measured under the job that it belongs to. */
#include "scenes.h"

#include <stdio.h>

#include "samples.h"

enum job {
	JOB_NONE, /* it leads to the next */
	PEOPLE_OPEN,
	PERSON_OPEN,
	PALETTE_LETTER,
	PALETTE_ENTER,
	SEARCH,
	SEARCH_ON,
	SEARCH_VAIN,
	PAIRS_OPEN,
	PAIRS_FILTER,
	PAIRING_OPEN,
	SESSIONS_OPEN,
	SESSIONS_STEP,
	SESSIONS_PAGE,
	SESSIONS_END,
	SESSIONS_FILTER,
	MONTH_OPEN,
	MONTH_STEP,
	JOB_COUNT
};

static const char *const jobs[JOB_COUNT] = {
	[PEOPLE_OPEN] = "the list of people (`2`)",
	[PERSON_OPEN] = "a person of it (Enter)",
	[PALETTE_LETTER] = "a letter of \"okafor-77\" under `:`",
	[PALETTE_ENTER] = "and Enter: the person",
	[SEARCH] = "`/`: the first \"okafor\", the 610,000th",
	[SEARCH_ON] = "the next ones (`n`)",
	[SEARCH_VAIN] = "`/`: a word that nobody has",
	[PAIRS_OPEN] = "the list of pairings (`3`)",
	[PAIRS_FILTER] = "a letter of its filter \"okafor-77\"",
	[PAIRING_OPEN] = "a pairing of it (Enter)",
	[SESSIONS_OPEN] = "the sessions (`5`)",
	[SESSIONS_STEP] = "a row up",
	[SESSIONS_PAGE] = "a page up",
	[SESSIONS_END] = "the first and the last of all (`g`, `G`)",
	[SESSIONS_FILTER] = "a letter of its filter \"okafor-77\"",
	[MONTH_OPEN] = "the same as a month (Tab)",
	[MONTH_STEP] = "the next day and week of it",
};

static const struct {
	enum job job;
	const char *key;
	int times;
} steps[] = {
	{PEOPLE_OPEN, "2", 1},	   {JOB_NONE, "j", 2},	      {PERSON_OPEN, "\r", 1},	 {JOB_NONE, "q", 1},
	{JOB_NONE, ":", 1},
	{PALETTE_LETTER, "o", 1},  {PALETTE_LETTER, "k", 1},  {PALETTE_LETTER, "a", 1},	 {PALETTE_LETTER, "f", 1},
	{PALETTE_LETTER, "o", 1},  {PALETTE_LETTER, "r", 1},  {PALETTE_LETTER, "-", 1},	 {PALETTE_LETTER, "7", 2},
	{PALETTE_ENTER, "\r", 1},  {JOB_NONE, "q", 1},
	{JOB_NONE, "/", 1},	   {JOB_NONE, "okafor", 1},   {SEARCH, "\r", 1},	 {SEARCH_ON, "n", 10},
	{JOB_NONE, "/", 1},	   {JOB_NONE, "zzq", 1},      {SEARCH_VAIN, "\r", 1},	 {PAIRS_OPEN, "3", 1},
	{JOB_NONE, "j", 2},	   {PAIRING_OPEN, "\r", 1},   {JOB_NONE, "q", 1},	 {JOB_NONE, "f", 1},
	{PAIRS_FILTER, "o", 1},	   {PAIRS_FILTER, "k", 1},    {PAIRS_FILTER, "a", 1},	 {PAIRS_FILTER, "f", 1},
	{PAIRS_FILTER, "o", 1},	   {PAIRS_FILTER, "r", 1},    {PAIRS_FILTER, "-", 1},	 {PAIRS_FILTER, "7", 2},
	{JOB_NONE, "\033", 1},	   {SESSIONS_OPEN, "5", 1},   {SESSIONS_STEP, "k", 16},	 {SESSIONS_PAGE, "\033[5~", 16},
	{SESSIONS_END, "g", 1},	   {SESSIONS_END, "G", 1},    {JOB_NONE, "f", 1},	 {SESSIONS_FILTER, "o", 1},
	{SESSIONS_FILTER, "k", 1}, {SESSIONS_FILTER, "a", 1}, {SESSIONS_FILTER, "f", 1}, {SESSIONS_FILTER, "o", 1},
	{SESSIONS_FILTER, "r", 1}, {SESSIONS_FILTER, "-", 1}, {SESSIONS_FILTER, "7", 2}, {JOB_NONE, "\033", 1},
	{MONTH_OPEN, "\t", 1},	   {MONTH_STEP, "\033[C", 8}, {MONTH_STEP, "\033[B", 8},
};

static struct samples waits[JOB_COUNT], cpu[JOB_COUNT];

void scenes_play(struct drive *drive)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		for (int turn = 0; turn < steps[i].times; turn++) {
			struct reply reply = {.came = false};

			if (steps[i].job == JOB_NONE)
				drive_enter(drive, steps[i].key);
			else
				reply = drive_key(drive, steps[i].key);
			if (!reply.came)
				continue;
			samples_add(&waits[steps[i].job], reply.wait);
			samples_add(&cpu[steps[i].job], reply.cpu);
		}
}

void scenes_print(void)
{
	puts("\n| chiron | median ms | longest ms | processor, median us | keys |\n"
	     "|---|---|---|---|---|");
	for (int job = JOB_NONE + 1; job < JOB_COUNT; job++)
		printf("| %s | %.1f | %.1f | %lld | %zu |\n", jobs[job], (double)samples_at(&waits[job], 50) / 1000,
		       (double)samples_at(&waits[job], 100) / 1000, (long long)samples_at(&cpu[job], 50),
		       waits[job].count);
}
