package de.stadttor.channels.email.mailbox.server;

/** What must not be seen in a log, whatever prints the record that holds it. */
public record Secret(String value) {

    public static Secret of(String value) {
        return new Secret(value);
    }

    @Override
    public String toString() {
        return "secret";
    }
}
