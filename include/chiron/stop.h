/*
 * Ctrl-C, a request to end and a dropped line, while a person is asked for a
 * line: the question ends instead of the program, so that it can be said what
 * was saved and what was not.
 *
 * The signals are let in only while waiting for a line: none slips by between
 * the look at what was noted and the wait.
 */
#ifndef CHIRON_STOP_H
#define CHIRON_STOP_H

/* From now on SIGINT, SIGTERM and SIGHUP are noted. What is ignored, as under nohup, stays ignored. */
void ch_stop_catch(void);

/* From now on they end the program again. */
void ch_stop_release(void);

/* Waits until something can be read from `descriptor`, or one of them comes while they are caught. */
void ch_stop_wait(int descriptor);

/* The first of them that came; 0: none. */
int ch_stop_signal(void);

/* The last thing a program does: ends by the signal that came, so that its caller knows. Returns where none did. */
void ch_stop_end(void);

#endif
