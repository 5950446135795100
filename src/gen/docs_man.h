/* The manual pages, in the macros of man(7), from the same tables as everything else. */
#ifndef GEN_DOCS_MAN_H
#define GEN_DOCS_MAN_H

void print_man_program(void); /* chiron(1) */
void print_man_config(void);  /* chiron-config(5) */
void print_man_keys(void);    /* chiron-keys(7) */

#endif
