/*
 * A part of a workbook as XML, read a block at a time. Document types are
 * refused, and with them every entity of one's own; so are elements nested
 * deeper than any workbook has, and tags longer than any cell.
 */
#ifndef CHIRON_CORE_IMPORT_WORKBOOK_XML_H
#define CHIRON_CORE_IMPORT_WORKBOOK_XML_H

#include "core/import/workbook_zip.h"

/* What is called with the pieces; names are local, without prefix. Each may be NULL. */
struct workbook_xml_handlers {
	void (*start)(void *context, const char *name, const char *const *attributes);
	void (*end)(void *context, const char *name);
	void (*text)(void *context, const char *text, size_t length);
};

struct workbook_xml {
	struct workbook_part part;
	struct xml_library *library;
	void *parser; /* XML_Parser */
	const struct workbook_xml_handlers *handlers;
	void *context;
	int depth;
	struct ch_error *err; /* of the call that is running */
	bool done;
};

/* Begins to read the part. CH_DATA, CH_IO; workbook_xml_end() is due in any case. */
enum ch_status workbook_xml_begin(struct workbook_xml *xml, const struct workbook_zip *zip, const char *path,
				  const struct workbook_xml_handlers *handlers, void *context, struct ch_error *err);

/* Reads the next block, and calls the handlers; xml->done after the last. CH_DATA, CH_IO. */
enum ch_status workbook_xml_step(struct workbook_xml *xml, struct ch_error *err);

/* From within a handler: no more is called, and the step fails with what `xml->err` says. */
void workbook_xml_stop(struct workbook_xml *xml);

void workbook_xml_end(struct workbook_xml *xml); /* may be called twice */

/* Reads all of a part that is not a sheet. */
enum ch_status workbook_xml_read(const struct workbook_zip *zip, const char *path,
				 const struct workbook_xml_handlers *handlers, void *context, struct ch_error *err);

/* The value of the first attribute of that local name; NULL where there is none. */
const char *workbook_xml_attribute(const char *const *attributes, const char *name);

/* The same as a number from 0 to `most`; `other` where there is none, or it is none. */
int64_t workbook_xml_number(const char *const *attributes, const char *name, int64_t most, int64_t other);

#endif
