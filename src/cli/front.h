/*
 * The way from the command line to the terminal interface: to all of it, or to
 * one of its forms, asked line by line.
 *
 * main.c alone knows both faces; it hands this function to cli_main().
 */
#ifndef CLI_FRONT_H
#define CLI_FRONT_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/date.h"
#include "chiron/session.h"
#include "chiron/status.h"

struct cli_front {
	const char *path;  /* the scheme file; need not exist yet */
	const char *config; /* the file of preferences; NULL: the usual one */
	const char *as;	   /* who acts: e-mail, id or name; NULL: the coordinator */
	bool recorded;	   /* that their desk is open is in the audit log already, by this command */
	int64_t remote_person_id; /* instead: who is at another computer (gate.h), and gets at no file; 0: nobody */
	ch_date today;	   /* what "today" means; CH_NO_DATE: the scheme's, else the real one */
	bool supposed;	   /* today is what it is for this once (--today): no feedback is given up by it */
	bool plain;	   /* for a screen reader: one line at a time; needs no terminal */
	struct ch_session_asked *record; /* only this is asked, on standard error; NULL: all of it */
};

/* Opens it, and returns when the person leaves it. */
typedef enum ch_status cli_front_open(const struct cli_front *front, struct ch_error *err);

#endif
