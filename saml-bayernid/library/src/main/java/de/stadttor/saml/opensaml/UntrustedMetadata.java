package de.stadttor.saml.opensaml;

/** Metadata that could not be read, or that give no reason to believe them. The message names no content. */
public final class UntrustedMetadata extends RuntimeException {

    public UntrustedMetadata(String message) {
        super(message);
    }

    public UntrustedMetadata(String message, Throwable cause) {
        super(message, cause);
    }
}
