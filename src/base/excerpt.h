/*
 * The start of a text from outside, for quoting it in a message.
 */
#ifndef CHIRON_BASE_EXCERPT_H
#define CHIRON_BASE_EXCERPT_H

enum { EXCERPT_CELLS = 40, EXCERPT_SIZE = 176 };

/* `text` made safe to show (ch_text_add_safe()), cut after 40 cells and then ended by "...". Returns `out`. */
char *excerpt_of(const char *text, char out[EXCERPT_SIZE]);

#endif
