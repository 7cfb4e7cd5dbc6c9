package de.stadttor.mailboxes;

/**
 * @param mailbox its name in the settings
 * @param folder as its server calls it, such as {@code INBOX}
 */
public record FolderName(String mailbox, String folder) {

    /** For people and for keys. */
    @Override
    public String toString() {
        return mailbox + "/" + folder;
    }
}
