package de.stadttor.channels.email.outbound;

import de.stadttor.files.StoredFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a mail says and to whom, before it is one. Names and subjects may come from strangers: whatever would break out
 * of a header is taken out when the mail is made.
 *
 * @param queue whose address it leaves from
 * @param to the bare address it goes to
 * @param language what it is written in
 * @param references Message-IDs it answers, oldest first, in angle brackets; empty starts a thread
 * @param attached files sent with it; too large ones are left out and the text should say where they are
 * @param headers further fields by name, ASCII
 */
public record Letter(
        String queue,
        String to,
        Locale language,
        String subject,
        LetterBody body,
        Set<Trait> traits,
        List<String> references,
        List<StoredFile> attached,
        Map<String, String> headers) {

    public Letter {
        traits = Set.copyOf(traits);
        references = List.copyOf(references);
        attached = List.copyOf(attached);
        headers = Map.copyOf(headers);
    }

    /** A letter without files, references and further fields. */
    public static Letter of(
            String queue, String to, Locale language, String subject, LetterBody body, Set<Trait> traits) {
        return new Letter(queue, to, language, subject, body, traits, List.of(), List.of(), Map.of());
    }

    /** The same letter with files. */
    public Letter with(List<StoredFile> files) {
        return new Letter(queue, to, language, subject, body, traits, references, files, headers);
    }

    /** The same letter as an answer to these mails. */
    public Letter answering(List<String> mails) {
        return new Letter(queue, to, language, subject, body, traits, mails, attached, headers);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** What sort of letter it is. */
    public enum Trait {
        /** No person wrote it: it says so (RFC 3834), and the loop guard counts it. */
        AUTOMATIC,
        /** Its reply address carries a token of its delivery; without this trait answers go to the bare address. */
        REPLYABLE
    }
}
