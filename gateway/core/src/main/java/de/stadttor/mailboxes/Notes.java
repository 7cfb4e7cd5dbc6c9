package de.stadttor.mailboxes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of some mails, to be kept all at once.
 *
 * @param mark null when it stays as it was
 * @param remembered are in, and stay in their folder
 * @param failed replace what was noted of them before
 * @param forgotten are in, or gone from their folder: nothing needs to be known of them any more
 */
public record Notes(
        @Nullable Mark mark, List<HandledMail> remembered, List<FailedMail> failed, List<String> forgotten) {

    public static Notes failed(List<FailedMail> mails) {
        return new Notes(null, List.of(), mails, List.of());
    }

    public static Notes forgotten(List<String> mails) {
        return new Notes(null, List.of(), List.of(), mails);
    }

    public static Notes marked(Mark mark) {
        return new Notes(mark, List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return mark == null && remembered.isEmpty() && failed.isEmpty() && forgotten.isEmpty();
    }
}
