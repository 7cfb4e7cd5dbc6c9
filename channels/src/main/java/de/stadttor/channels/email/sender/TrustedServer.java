package de.stadttor.channels.email.sender;

import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.Slice;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Believes the Authentication-Results (RFC 8601) of one server, ours, known by its authserv-id; a stranger's field
 * proves nothing. Only the topmost field of that name counts: one that came with the message lies below it.
 */
public final class TrustedServer implements SenderCheck {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern DOMAIN = Pattern.compile("(?i)header\\.(?:d|i)\\s*=\\s*@?([\\w.-]+)");

    private static final Pattern LOGIN = Pattern.compile("(?i)smtp\\.auth\\s*=\\s*([^\\s;\"]+)");

    private static final int LONGEST_ID = 300;

    private final String authservId;

    public TrustedServer(String authservId) {
        if (authservId.isBlank()) {
            throw new IllegalArgumentException("authserv-id is blank");
        }
        this.authservId = authservId.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public SenderVerdict check(HeaderFields header, Slice raw) {
        return header.all("authentication-results")
                .map(TrustedServer::statements)
                .filter(statements -> isTrusted(statements.getFirst()))
                .findFirst()
                .map(TrustedServer::verdict)
                .orElse(SenderVerdict.UNCHECKED);
    }

    private boolean isTrusted(String first) {
        if (first.length() > LONGEST_ID) {
            return false;
        }
        return first.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\s+\\d+$", "")
                .equals(authservId);
    }

    /** Comments and quoted reasons go first, since they may hold semicolons and lies. */
    private static List<String> statements(String field) {
        String bare = COMMENT.matcher(COMMENT.matcher(field).replaceAll("")).replaceAll("");
        return List.of(QUOTED.matcher(bare).replaceAll("\"\"").split(";", 100));
    }

    private static SenderVerdict verdict(List<String> statements) {
        String dkim = best(statements, "dkim");
        return new SenderVerdict(
                best(statements, "spf"),
                dkim,
                best(statements, "dmarc"),
                "pass".equals(dkim) ? domain(statements) : null,
                login(statements));
    }

    /** Of several signatures one good one is enough. */
    private static @Nullable String best(List<String> statements, String method) {
        Pattern result = Pattern.compile("(?i)^\\s*" + method + "(?:/\\d+)?\\s*=\\s*(\\w+)");
        String found = null;
        for (String statement : statements) {
            Matcher matcher = result.matcher(statement);
            if (matcher.find() && (found == null || matcher.group(1).equalsIgnoreCase("pass"))) {
                found = matcher.group(1).toLowerCase(Locale.ROOT);
            }
        }
        return found;
    }

    private static @Nullable String domain(List<String> statements) {
        return property(statements, "dkim", DOMAIN);
    }

    /** Method {@code auth} of RFC 8601, 2.7.4. */
    private static @Nullable String login(List<String> statements) {
        return property(statements, "auth", LOGIN);
    }

    /** What the first statement that {@code method} passed says of something. */
    private static @Nullable String property(List<String> statements, String method, Pattern property) {
        Pattern passed = Pattern.compile("(?i)\\s*" + method + "(?:/\\d+)?\\s*=\\s*pass\\b.*", Pattern.DOTALL);
        return statements.stream()
                .filter(statement -> passed.matcher(statement).matches())
                .map(property::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }
}
