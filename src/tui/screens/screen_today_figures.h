/* The figures of the first screen: the programmes in numbers, and the sessions arranged for this week. */
#ifndef TUI_SCREEN_TODAY_FIGURES_H
#define TUI_SCREEN_TODAY_FIGURES_H

#include "tui/desk.h"

enum { WEEK_DAYS = 7 };

struct today_figures {
	struct ch_figures all;
	int64_t arranged[WEEK_DAYS]; /* sessions on each day, from today on */
};

/* What cannot be read stays 0. */
void today_figures_read(struct today_figures *figures, const struct desk *desk);

/* Draws those that matter most in a few rows at the top of `area`; returns how many. */
int today_figures_line(const struct today_figures *figures, struct canvas *canvas, struct rect area);

/* Draws both parts as far as there is room. */
void today_figures_draw(const struct today_figures *figures, const struct desk *desk, struct canvas *canvas,
			struct rect area);

#endif
