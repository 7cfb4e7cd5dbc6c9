package de.stadttor.grants;

import java.util.Set;

/**
 * An application that citizens log in to, registered by the operator. It runs where nobody can keep a secret (RFC 6749,
 * section 2.1: public), so what proves it is where the answer goes, and the verifier that only it knows (RFC 7636).
 *
 * @param name for people
 * @param redirects where answers may go; none shuts the application out
 */
public record Client(ClientId id, String name, Set<RedirectUri> redirects) {

    public Client {
        redirects = Set.copyOf(redirects);
    }

    /** Whether an answer may go to this address, exactly as the application wrote it. */
    public boolean mayRedirectTo(String address) {
        return redirects.stream().anyMatch(redirect -> redirect.covers(address));
    }
}
