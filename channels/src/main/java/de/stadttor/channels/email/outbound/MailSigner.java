package de.stadttor.channels.email.outbound;

/** Signs what leaves, so that receivers can tell that it is ours. */
public interface MailSigner {

    /** For those whose relay signs. */
    MailSigner NONE = mail -> mail;

    /**
     * @param mail its lines ended by CRLF
     * @return the mail with its signature
     */
    byte[] signed(byte[] mail);
}
