#include "core/import/workbook_xml.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <expat.h>

#include "base/library.h"

#define BLOCK_BYTES 16384
#define DEPTH_MOST 100
#define TOKEN_MOST ((XML_Index)4 * 1024 * 1024) /* bytes that the parser may hold back, waiting for the end of a tag */
#define SEPARATOR ' '				/* between the namespace and the local name */

#define XML_FUNCTIONS(X)											       \
	X(XML_GetBuffer)											       \
	X(XML_GetCurrentByteIndex)										       \
	X(XML_GetCurrentLineNumber)										       \
	X(XML_GetErrorCode)											       \
	X(XML_ParseBuffer)											       \
	X(XML_ParserCreateNS)											       \
	X(XML_ParserFree)											       \
	X(XML_SetCharacterDataHandler)										       \
	X(XML_SetElementHandler)										       \
	X(XML_SetStartDoctypeDeclHandler)									       \
	X(XML_SetUserData)											       \
	X(XML_StopParser)

struct xml_library { XML_FUNCTIONS(LIBRARY_POINTER) };

static const char *const xml_functions[] = {XML_FUNCTIONS(LIBRARY_NAME)};

static const char *local_name(const char *name)
{
	const char *separator = strrchr(name, SEPARATOR);

	return separator ? separator + 1 : name;
}

static void on_start(void *data, const char *name, const char **attributes)
{
	struct workbook_xml *xml = data;

	if (++xml->depth > DEPTH_MOST) {
		workbook_damaged(xml->part.zip->file, xml->err, _("its part %s is nested too deeply"), xml->part.path);
		workbook_xml_stop(xml);
		return;
	}
	if (xml->handlers->start)
		xml->handlers->start(xml->context, local_name(name), (const char *const *)attributes);
}

static void on_end(void *data, const char *name)
{
	struct workbook_xml *xml = data;

	xml->depth--;
	if (xml->handlers->end)
		xml->handlers->end(xml->context, local_name(name));
}

static void on_text(void *data, const char *text, int length)
{
	struct workbook_xml *xml = data;

	if (xml->handlers->text)
		xml->handlers->text(xml->context, text, (size_t)length);
}

static void on_document_type(void *data, const char *name, const char *system, const char *public, int internal)
{
	struct workbook_xml *xml = data;

	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	workbook_damaged(xml->part.zip->file, xml->err,
			 _("its part %s defines a document type, which no spreadsheet program writes"),
			 xml->part.path);
	workbook_xml_stop(xml);
}

void workbook_xml_stop(struct workbook_xml *xml)
{
	xml->library->XML_StopParser(xml->parser, XML_FALSE);
}

enum ch_status workbook_xml_begin(struct workbook_xml *xml, const struct workbook_zip *zip, const char *path,
				  const struct workbook_xml_handlers *handlers, void *context, struct ch_error *err)
{
	*xml = (struct workbook_xml){.handlers = handlers, .context = context};
	enum ch_status status = workbook_part_open(&xml->part, zip, path, err);

	if (status)
		return status;
	xml->library = calloc(1, sizeof(*xml->library));
	if (!xml->library)
		ch_abort("out of memory");
	status = library_load(LIBEXPAT_SONAME, xml_functions, sizeof(xml_functions) / sizeof(xml_functions[0]),
			      xml->library, err);
	if (status)
		return status;
	xml->parser = xml->library->XML_ParserCreateNS(NULL, SEPARATOR);
	if (!xml->parser)
		ch_abort("out of memory");
	xml->library->XML_SetUserData(xml->parser, xml);
	xml->library->XML_SetElementHandler(xml->parser, on_start, on_end);
	xml->library->XML_SetCharacterDataHandler(xml->parser, on_text);
	xml->library->XML_SetStartDoctypeDeclHandler(xml->parser, on_document_type);
	return CH_OK;
}

static enum ch_status fail_parse(struct workbook_xml *xml, struct ch_error *err)
{
	enum XML_Error code = xml->library->XML_GetErrorCode(xml->parser);

	/* A handler that stopped the parser has said why. */
	if (code == XML_ERROR_ABORTED)
		return err->status;
	if (code == XML_ERROR_NO_MEMORY)
		ch_abort("out of memory");
	return workbook_damaged(xml->part.zip->file, err, _("its part %s cannot be read from line %lu on"),
				xml->part.path, xml->library->XML_GetCurrentLineNumber(xml->parser));
}

enum ch_status workbook_xml_step(struct workbook_xml *xml, struct ch_error *err)
{
	void *block = xml->library->XML_GetBuffer(xml->parser, BLOCK_BYTES);
	size_t length;

	if (!block)
		ch_abort("out of memory");
	enum ch_status status = workbook_part_read(&xml->part, block, BLOCK_BYTES, &length, err);

	if (status)
		return status;
	xml->err = err;
	xml->done = length == 0;
	if (xml->library->XML_ParseBuffer(xml->parser, (int)length, xml->done) != XML_STATUS_OK)
		return fail_parse(xml, err);
	if ((XML_Index)xml->part.read - xml->library->XML_GetCurrentByteIndex(xml->parser) > TOKEN_MOST)
		return workbook_too_large(xml->part.zip->file, err, _("its part %s has a tag without an end"),
					  xml->part.path);
	return CH_OK;
}

void workbook_xml_end(struct workbook_xml *xml)
{
	if (xml->parser)
		xml->library->XML_ParserFree(xml->parser);
	xml->parser = NULL;
	free(xml->library);
	xml->library = NULL;
	workbook_part_close(&xml->part);
}

enum ch_status workbook_xml_read(const struct workbook_zip *zip, const char *path,
				 const struct workbook_xml_handlers *handlers, void *context, struct ch_error *err)
{
	struct workbook_xml xml;
	enum ch_status status = workbook_xml_begin(&xml, zip, path, handlers, context, err);

	while (!status && !xml.done)
		status = workbook_xml_step(&xml, err);
	workbook_xml_end(&xml);
	return status;
}

const char *workbook_xml_attribute(const char *const *attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(local_name(attributes[0]), name) == 0)
			return attributes[1];
	return NULL;
}

int64_t workbook_xml_number(const char *const *attributes, const char *name, int64_t most, int64_t other)
{
	const char *text = workbook_xml_attribute(attributes, name);
	int64_t number = 0;

	if (!text || !isdigit((unsigned char)*text))
		return other;
	for (; isdigit((unsigned char)*text); text++) {
		number = number * 10 + (*text - '0');
		if (number > most)
			return most;
	}
	return *text == '\0' ? number : other;
}
