#include "tui/widgets/split.h"

enum { DETAIL_LEAST = 56 };

struct split split_of(struct rect body)
{
	int detail = body.width * 9 / 20;

	if (body.width < SPLIT_WIDTH)
		return (struct split){.list = body};
	detail = detail > DETAIL_LEAST ? detail : DETAIL_LEAST;
	return (struct split){
		.list = rect_part(body, 0, 0, body.width - detail - 2, body.height),
		.line = rect_part(body, body.width - detail - 1, 0, 1, body.height),
		.detail = rect_part(body, body.width - detail, 0, detail, body.height),
	};
}

void split_draw_line(const struct split *split, struct canvas *canvas)
{
	if (split->detail.width > 0)
		canvas_line_down(canvas, split->line, 0, 0, split->line.height, CANVAS_QUIET);
}
