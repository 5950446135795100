/* The page of the rules: each with where it is enforced, and the tests that show it. */
#ifndef GEN_DOCS_RULES_H
#define GEN_DOCS_RULES_H

/*
 * Prints it. Run from the top of the source tree: a test shows a rule by
 * bearing its number at the start of its name, as r15_unanswered_is_refused().
 */
void print_rules(void);

#endif
