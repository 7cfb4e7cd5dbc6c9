package de.stadttor.channels.email.mailbox;

import de.stadttor.channels.email.mailbox.server.Protocol;

/** What large providers want, so that nobody needs to look it up. */
enum Preset {
    MICROSOFT365(
            "outlook.office365.com",
            "outlook.office365.com",
            "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
            "https://outlook.office365.com/.default"),
    GOOGLE("imap.gmail.com", "pop.gmail.com", "https://oauth2.googleapis.com/token", "https://mail.google.com/");

    private final String imap;
    private final String pop3;
    private final String tokenEndpoint;
    private final String scope;

    Preset(String imap, String pop3, String tokenEndpoint, String scope) {
        this.imap = imap;
        this.pop3 = pop3;
        this.tokenEndpoint = tokenEndpoint;
        this.scope = scope;
    }

    String host(Protocol protocol) {
        return switch (protocol) {
            case IMAP -> imap;
            case POP3 -> pop3;
        };
    }

    String tokenEndpoint(String tenant) {
        return tokenEndpoint.replace("{tenant}", tenant);
    }

    String scope() {
        return scope;
    }
}
