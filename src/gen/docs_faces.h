/* The page that says of every command, report and check where it is found. */
#ifndef GEN_DOCS_FACES_H
#define GEN_DOCS_FACES_H

/* What stands in a cell where there is nothing: a lint fails for it. */
#define FACES_NOWHERE "**nowhere**"

/*
 * Prints it. Run from the top of the source tree: where the guide tells of a
 * command is read off docs/guide.md, what the demonstration does with it off
 * data/demo/steps.txt, what a screen does off src/tui/widgets/remedy.def.
 */
void print_faces(void);

#endif
