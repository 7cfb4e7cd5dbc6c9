package de.stadttor.shapes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of document becomes a submission.
 *
 * @param document what it is recognized by: {@code {namespace}name} of an XML document's root, or the schema's address
 * @param form key of the form that it becomes
 * @param formVersion null for the newest
 * @param rules how: a stylesheet, or JSON text; see {@link Kind}
 * @param version counts every change, from 1
 */
public record FormMapping(
        String name,
        Kind kind,
        String document,
        String form,
        @Nullable Integer formVersion,
        String rules,
        long version) {

    FormMapping withVersion(long other) {
        return new FormMapping(name, kind, document, form, formVersion, rules, other);
    }

    /** The languages of rules. */
    public enum Kind {
        /** XML by a stylesheet (XSLT 3.0) whose output is a submission as JSON. */
        XSLT,
        /** XML by a JSON object of {@code namespaces} and {@code values}: an XPath 3.1 for each JSON pointer. */
        XPATH,
        /** {@code {"schemaUri":…,"data":…}}: the data are the fields, unchanged. Without rules. */
        SCHEMA;

        public boolean isXml() {
            return this != SCHEMA;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
