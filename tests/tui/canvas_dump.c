#include "canvas_dump.h"

#include <string.h>

void canvas_dump(const struct canvas *canvas, struct ch_buffer *out)
{
	for (int y = 0; y < canvas->height; y++) {
		const struct canvas_cell *row = &canvas->cells[(size_t)y * (size_t)canvas->width];
		int last = canvas->width;

		while (last > 0 && strcmp(row[last - 1].text, " ") == 0)
			last--;
		for (int x = 0; x < last; x++)
			ch_buffer_add(out, row[x].text);
		ch_buffer_add_char(out, '\n');
	}
}
