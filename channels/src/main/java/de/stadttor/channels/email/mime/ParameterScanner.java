package de.stadttor.channels.email.mime;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts a structured field into its value and parameters without judging them. */
final class ParameterScanner {

    /** A parameter as written, name in lower case, quotes removed. */
    record Parameter(String name, String value) {}

    private static final int MAX_PARAMETERS = 500;

    private final String field;
    private int at;
    private int seen;

    ParameterScanner(String field) {
        this.field = field;
    }

    /** The text before the first semicolon, comments removed; to be called first. */
    String value() {
        StringBuilder value = new StringBuilder();
        while (at < field.length() && field.charAt(at) != ';') {
            if (field.charAt(at) == '(') {
                skipComment();
            } else {
                value.append(field.charAt(at++));
            }
        }
        return value.toString().strip();
    }

    /** Null after the last one. */
    @Nullable
    Parameter next() {
        while (at < field.length() && seen++ < MAX_PARAMETERS) {
            skipBlanks();
            int start = at;
            while (at < field.length() && field.charAt(at) != '=' && field.charAt(at) != ';') {
                at++;
            }
            String name = field.substring(start, at).strip().toLowerCase(Locale.ROOT);
            if (at < field.length() && field.charAt(at) == '=') {
                at++;
                String value = parameterValue();
                if (!name.isEmpty()) {
                    return new Parameter(name, value);
                }
            }
        }
        return null;
    }

    private String parameterValue() {
        while (at < field.length() && Character.isWhitespace(field.charAt(at))) {
            at++;
        }
        return at < field.length() && field.charAt(at) == '"' ? quoted() : unquoted();
    }

    /** Backslashes escape only quotes and themselves: Windows paths in names are sent unescaped. */
    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < field.length() && field.charAt(at) != '"') {
            char c = field.charAt(at);
            boolean escape = c == '\\' && at + 1 < field.length() && "\"\\".indexOf(field.charAt(at + 1)) >= 0;
            at += escape ? 1 : 0;
            value.append(field.charAt(at++));
        }
        at++;
        int semicolon = field.indexOf(';', Math.min(at, field.length()));
        String rest = field.substring(Math.min(at, field.length()), semicolon < 0 ? field.length() : semicolon);
        if (!rest.isBlank() && rest.indexOf('=') < 0 && rest.indexOf('(') < 0) {
            value.append(rest.stripTrailing()); // a quote inside the name that was not escaped
            at = semicolon < 0 ? field.length() : semicolon;
        }
        return value.toString();
    }

    /** Blanks belong to the value: many programs forget the quotes around a name. */
    private String unquoted() {
        int start = at;
        while (at < field.length() && field.charAt(at) != ';') {
            at++;
        }
        return field.substring(start, at).strip().replaceFirst("\"$", "").replaceFirst("\\s+\\([^()]*\\)$", "");
    }

    private void skipBlanks() {
        while (at < field.length() && (field.charAt(at) == ';' || Character.isWhitespace(field.charAt(at)))) {
            at++;
        }
    }

    private void skipComment() {
        int depth = 0;
        while (at < field.length()) {
            char c = field.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }
}
