package de.stadttor.channels.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes of an address field (RFC 5322, 3.4) as a person would read them. Our own reader, because the libraries
 * refuse or misread what is common: a comma in a name without quotes, semicolons between addresses, encoded words that
 * hide a comma, a missing bracket. Groups give their members. At most {@value #MAX} are kept; runs in linear time.
 */
public final class AddressList {

    public static final int MAX = 20_000;
    private static final int LONGEST_NAME = 4_000;

    private static final Pattern BARE = Pattern.compile("[^\\s<>\"(),;]{1,320}@[^\\s<>\"(),;]{1,320}");
    private static final Pattern ONE_AT = Pattern.compile("[^\\s<>\"(),;@]{1,320}@[^\\s<>\"(),;@]{1,320}");
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^()]*\\)\\s*");
    private static final Pattern SPACED_DOT = Pattern.compile("(@\\s?[\\w-]{1,63})\\s{1,9}\\.\\s{0,9}(?=\\w)");
    private static final Pattern SPACED_AT = Pattern.compile("\\s{0,20}@\\s{0,20}");

    private final String field;
    private final List<MailAddress> found = new ArrayList<>();
    private final List<String> namesWithoutAddress = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private @Nullable String angle;
    private @Nullable String comment;
    private int nameEnd;
    private boolean quoted;
    private boolean commentsBroken;
    private int at;

    private AddressList(String field) {
        this.field = field;
    }

    /** Reads the undecoded value of a field; empty for null. */
    public static List<MailAddress> of(@Nullable String value) {
        return of(value, null);
    }

    /** The same, with stray 8-bit bytes taken to be in {@code charset} if they can be. */
    public static List<MailAddress> of(@Nullable String value, @Nullable String charset) {
        return value == null ? List.of() : new AddressList(HeaderText.raw(value, charset)).read();
    }

    private List<MailAddress> read() {
        while (at < field.length() && found.size() < MAX) {
            char c = field.charAt(at);
            switch (c) {
                case '"' -> quotedString();
                case '(' -> comment();
                case '<' -> angle();
                case ',' -> finish(true);
                case ';' -> finish(false);
                case ':' -> colon();
                case '=' -> encodedWord();
                default -> append(c);
            }
        }
        finish(false);
        return List.copyOf(found.subList(0, Math.min(MAX, found.size())));
    }

    private void append(char c) {
        phrase.append(c);
        at++;
    }

    private void quotedString() {
        int end = at + 1;
        StringBuilder text = new StringBuilder();
        while (end < field.length() && field.charAt(end) != '"') {
            end += field.charAt(end) == '\\' && end + 1 < field.length() ? 1 : 0;
            text.append(field.charAt(end++));
        }
        if (end >= field.length() && text.indexOf("<") >= 0) {
            at++; // never closed: the quote is a slip, the address still counts
            return;
        }
        boolean localPart = end + 1 < field.length() && field.charAt(end + 1) == '@';
        phrase.append(localPart ? field.substring(at, end + 1) : text);
        quoted = true;
        at = end + 1;
    }

    private void comment() {
        int depth = 0;
        int start = at;
        while (!commentsBroken && at < field.length()) {
            char c = field.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at += c == '\\' ? 2 : 1;
            if (depth == 0) {
                comment = field.substring(start + 1, at - 1).strip();
                return;
            }
        }
        at = start; // never closed: an ordinary character, and so are all that follow
        commentsBroken = true;
        append('(');
    }

    private void angle() {
        int end = at + 1;
        boolean inQuotes = false;
        while (end < field.length() && (inQuotes || "><,;".indexOf(field.charAt(end)) < 0 || routeComma(end))) {
            inQuotes ^= field.charAt(end) == '"';
            end++;
        }
        String content = field.substring(at + 1, Math.min(end, field.length())).strip();
        at = end < field.length() && field.charAt(end) == '>' ? end + 1 : Math.max(end, at + 1);
        if (isNextMailbox(content)) {
            finishBefore(nameEnd);
        }
        if (angle != null && !content.isEmpty() && angle.indexOf('@') < 0) {
            phrase.append('<').append(angle).append('>');
        }
        if (!content.isEmpty() && (angle == null || angle.indexOf('@') < 0)) {
            angle = content;
        } else if (angle == null) {
            angle = "";
        }
        nameEnd = phrase.length();
    }

    /** {@code One <one@example.org> Two <two@example.org>}: the comma was forgotten. */
    private boolean isNextMailbox(String content) {
        return angle != null
                && angle.indexOf('@') > 0
                && content.indexOf('@') > 0
                && !content.startsWith("mailto:")
                && phrase.substring(nameEnd).chars().anyMatch(Character::isLetter);
    }

    private void finishBefore(int end) {
        int after = at;
        String next = phrase.substring(end);
        phrase.setLength(end);
        finish(true);
        phrase.append(next);
        at = after;
    }

    /** The comma in an obsolete route {@code <@a,@b:user@c>}. */
    private boolean routeComma(int index) {
        int next = index;
        while (next < field.length() && field.charAt(next) == ',' && next < index + 10) {
            next++;
        }
        return next > index && next < field.length() && field.charAt(next) == '@';
    }

    /** A group has a closing semicolon; any other colon is part of a name. */
    private void colon() {
        boolean mailto = phrase.toString().strip().equalsIgnoreCase("mailto");
        boolean group = phrase.indexOf("@") < 0 && angle == null && field.indexOf(';', at) > 0;
        if (mailto || group) {
            phrase.setLength(0);
            nameEnd = 0;
            quoted = false;
            at++;
        } else {
            append(':');
        }
    }

    private void encodedWord() {
        int end = field.startsWith("=?", at) ? endOfEncodedWord() : -1;
        if (end < 0) {
            append('=');
            return;
        }
        phrase.append(field, at, end);
        at = end;
    }

    private int endOfEncodedWord() {
        int charset = field.indexOf('?', at + 2);
        int encoding = charset < 0 ? -1 : field.indexOf('?', charset + 1);
        int end = encoding < 0 || encoding - charset != 2 ? -1 : field.indexOf("?=", encoding + 1);
        return end < 0 || end - at > 2_000 ? -1 : end + 2;
    }

    private void finish(boolean byComma) {
        String name = phrase.toString().strip();
        if (angle != null && !angle.isEmpty()) {
            add(joined(name), angle);
        } else if (name.indexOf('@') >= 0) {
            bare(name);
        } else if (comment != null && BARE.matcher(comment).matches()) {
            add(joined(name), comment);
        } else if (byComma && !name.isEmpty() && !quoted) {
            namesWithoutAddress.add(name);
        } else if (!name.isEmpty()) {
            nameOnly(joined(name));
        }
        if (!byComma) {
            flushNames();
        }
        at++;
        phrase.setLength(0);
        angle = null;
        comment = null;
        quoted = false;
    }

    /** {@code Doe, John <j@example.org>}: what stood before the comma belongs to the name. */
    private String joined(String name) {
        if (namesWithoutAddress.size() != 1) {
            flushNames();
            return name;
        }
        String whole = namesWithoutAddress.getFirst() + ", " + name;
        namesWithoutAddress.clear();
        return whole;
    }

    private void flushNames() {
        namesWithoutAddress.forEach(this::nameOnly);
        namesWithoutAddress.clear();
    }

    /** One word is a local user such as {@code MAILER-DAEMON}; several are a name. */
    private void nameOnly(String name) {
        String text = name.contains("=?") ? HeaderText.decodeWords(name) : name;
        boolean address = text.matches("[\\w.+-]+") || ONE_AT.matcher(text).matches();
        found.add(address ? new MailAddress(null, text) : new MailAddress(readable(name), null));
    }

    private void bare(String text) {
        flushNames();
        if (text.length() > LONGEST_NAME) {
            return; // no mailbox, but an attempt to keep us busy
        }
        String joined = SPACED_DOT.matcher(text).replaceAll("$1.");
        String tidy =
                BARE.matcher(joined).find() ? joined : SPACED_AT.matcher(joined).replaceAll("@");
        if (tidy.startsWith("\"")) {
            add("", SPACED_AT.matcher(tidy).replaceAll("@").replaceFirst("(@[\\w-]{1,63})\\.\\s{1,9}", "$1."));
            return;
        }
        Matcher matcher = BARE.matcher(tidy);
        String name = matcher.replaceAll(" ").strip();
        matcher.reset();
        while (matcher.find() && found.size() < MAX) {
            add(name, matcher.group());
        }
    }

    private void add(String name, String written) {
        if (written.length() > LONGEST_NAME) {
            return;
        }
        String address = withoutComments(decoded(written)).replaceFirst("(?i)^\\[?mailto:", "");
        if (address.startsWith("@") && address.indexOf(':') > 0) {
            address = address.substring(address.lastIndexOf(':') + 1);
        }
        address = SPACED_AT
                .matcher(address.strip().replaceAll("^[\\['<]+|['>]+$|(?<![\\d:])\\]$|(?<=\\w)\\.$", ""))
                .replaceAll("@");
        String readable = readable(name.isEmpty() && comment != null ? comment : name);
        if (readable != null || !address.isEmpty()) {
            found.add(new MailAddress(readable, address.isEmpty() ? null : address));
        }
    }

    /**
     * Encoded words do not belong into an address (RFC 2047, 5). They are read all the same, unless that would make
     * another address of it: {@code =?utf-8?Q?a=40evil.example=2C?=@example.org} is no mailbox at evil.example.
     */
    private static String decoded(String written) {
        String address = HeaderText.decodeWords(written);
        boolean disguised = written.contains("=?")
                && written.indexOf('@') >= 0
                && !ONE_AT.matcher(address).matches();
        return disguised ? written : address;
    }

    /** Comments may stand within an address (RFC 5322, A.5), though nobody has written one in this century. */
    private static String withoutComments(String address) {
        if (address.indexOf('(') < 0 || address.indexOf('"') >= 0 || address.length() > LONGEST_NAME) {
            return address;
        }
        String outer = COMMENT.matcher(address).replaceAll(""); // what is left may have been around another
        return COMMENT.matcher(outer).replaceAll("");
    }

    private static @Nullable String readable(String name) {
        String text = HeaderText.decodeWords(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .replaceAll("\\s+", " ")
                .replaceAll(name.indexOf('<') < 0 ? "^\"+|[\">]+$" : "^\"+|\"+$", "")
                .strip();
        return text.isEmpty() ? null : text;
    }
}
