#include "chiron/demo.h"

#include "generated/data.h"

struct ch_demo_file ch_demo_file_at(size_t index)
{
	const struct embedded_file *file = &demo_files[index];

	return (struct ch_demo_file){.name = file->name, .text = file->text, .length = file->length};
}
