/* What the board says in words: of a pair, who is left out, what is sought and offered, the whole. */
#ifndef TUI_BOARD_TOLD_H
#define TUI_BOARD_TOLD_H

#include "tui/desk.h"
#include "tui/widgets/fact_list.h"

/*
 * Everybody who waits and has no open proposal now, with the reason and what would help; `result` is what would be
 * proposed if it were done now.
 */
void board_tell_left(struct fact_list *facts, const struct desk *desk, const struct ch_match_result *result);

/* Each term that somebody of the programme seeks or offers, what is short first: the report supply-and-demand. */
void board_tell_areas(struct fact_list *facts, const struct desk *desk, int64_t programme_id);

/* Figures of what is proposed now, whether anything better is possible, and what is worth knowing of it. */
void board_tell_whole(struct fact_list *facts, const struct desk *desk, const struct ch_match_result *result);

/*
 * Why a pair is proposed, and below that what else the two could have and what came back about the guide; `pair` NULL:
 * nothing is known of that.
 */
void board_draw_reasons(struct canvas *canvas, struct rect area, const char *reasons, const struct ch_match_pair *pair);

#endif
