/*
 * What is shown of one person: a head, and panes of facts, enrolments and
 * pairings. The person's own screen has it, and a wide list of people beside
 * its rows.
 */
#ifndef TUI_PERSON_VIEW_H
#define TUI_PERSON_VIEW_H

#include "tui/widgets/fact_list.h"
#include "tui/widgets/scheme_list.h"

enum person_pane { PERSON_FACTS, PERSON_ENROLMENTS, PERSON_PAIRINGS, PERSON_PANES };

struct person_view {
	const struct desk *desk;
	int64_t person_id;
	struct ch_arena arena;
	struct ch_person person;
	struct ch_error err; /* why the person could not be read */
	bool leaves_parts;   /* they have left or will, and not all of their enrolments are over */
	struct fact_list facts;
	struct scheme_list enrolments, pairings;
};

/* It must not move in memory. */
void person_view_init(struct person_view *view, const struct desk *desk);
void person_view_release(struct person_view *view);

/* Shows this person from now on, read anew even where it is the same one. */
void person_view_load(struct person_view *view, int64_t person_id);

/* Draws it; PERSON_PANES as `focus`: nothing has the cursor. In a narrow area only the focused pane is shown. */
void person_view_draw(struct person_view *view, struct canvas *canvas, struct rect area, enum person_pane focus);

struct list *person_view_list(struct person_view *view, enum person_pane pane);

#endif
