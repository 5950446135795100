/*
 * The start of a text from outside, for quoting it in a message.
 */
#ifndef CHIRON_BASE_EXCERPT_H
#define CHIRON_BASE_EXCERPT_H

enum { EXCERPT_CELLS = 40, EXCERPT_SIZE = 176 };

/* `text` made safe to show (ch_text_add_safe()) and, where it takes more than 40 cells, cut and ended by "...". Returns `out`. */
char *excerpt_of(const char *text, char out[EXCERPT_SIZE]);

#endif
