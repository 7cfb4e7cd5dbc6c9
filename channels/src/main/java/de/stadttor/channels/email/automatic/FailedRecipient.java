package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.mime.AddressList;
import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.MailAddress;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in a report's words whom the message did not reach. */
final class FailedRecipient {

    /** Reports often repeat our own header first; whom it did not reach is told after this. */
    private static final Pattern LIST = Pattern.compile(
            "(?i)(?:did not reach|(?:not|n't|n’t) be (?:delivered|sent)|following (?:recipient|address|user)|delivery"
                    + " (?:to|for)|delivering to|folgende[nrm]? (?:empfänger|adresse|e-mail))[^:\\n"
                    + "@]{0,80}(?:\\n"
                    + "[^:\\n"
                    + "@]{0,80})?:");

    private static final Pattern NAMED = Pattern.compile("(?im)(?:^[ \\t]{0,40}"
            + "(?:rcpt to|final-recipient|original-recipient|intended recipient|recipients?|to|address"
            + "|failed recipient|user|unknown user|an|empfänger|destinataire|destinatario)"
            + "[^\\x0a:]{0,20}:\\s{0,9}(?:rfc822;)?\\s{0,9}[\"'<(\\[]{0,2}"
            + "|^[ \\t]{0,40}[<\\[\"'(*]{0,2}(?:mailto:)?|<)"
            + "([\\w.+=&'*/~^{}#$-]{1,100}@[\\w-]+(?:\\.[\\w-]+)+)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\w.@+-])(?i:smtp=|smtp:)?([\\w.+&'-]{1,100}@[\\w-]+(?:\\.[\\w-]+)+)");
    private static final Pattern SERVER = Pattern.compile("(?:postmaster|mailer-daemon)@.*");

    private FailedRecipient() {}

    static boolean namedIn(String words) {
        return NAMED.matcher(words).find();
    }

    /** Null when nobody is named. */
    static @Nullable String of(HeaderFields header, String words, ReturnedMessage returned) {
        String failed = header.raw("x-failed-recipients");
        if (failed != null) {
            return firstAddress(failed);
        }
        String ours = firstAddress(header.raw("to"));
        String id = returned.messageId();
        Matcher list = LIST.matcher(words);
        String listed = list.find() ? words.substring(list.end()) : "";
        return Stream.of(named(listed), addresses(listed), named(words), addresses(words))
                .flatMap(found -> found)
                .map(address -> address.replaceAll("^'+|[.']+$", ""))
                .filter(address -> !address.equalsIgnoreCase(ours) && !address.equals(id))
                .filter(address ->
                        !SERVER.matcher(address.toLowerCase(Locale.ROOT)).matches())
                .findFirst()
                .orElseGet(returned::recipient);
    }

    private static Stream<String> named(String words) {
        return NAMED.matcher(words).results().map(result -> result.group(1));
    }

    private static Stream<String> addresses(String words) {
        return ADDRESS.matcher(words).results().map((MatchResult result) -> result.group(1));
    }

    private static @Nullable String firstAddress(@Nullable String field) {
        return AddressList.of(field).stream()
                .filter(MailAddress::isComplete)
                .map(MailAddress::address)
                .findFirst()
                .orElse(null);
    }
}
