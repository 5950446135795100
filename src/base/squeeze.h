/*
 * Blanks, inside the base layer.
 */
#ifndef CHIRON_BASE_SQUEEZE_H
#define CHIRON_BASE_SQUEEZE_H

/* In place: drops blanks and zero-width marks at both ends, and makes one space of each run of blanks. */
void squeeze_blanks(char *text);

#endif
