package de.stadttor.saml.testidp;

/** An AuthnRequest we do not answer; the person sees an error page with the code, as with the real provider. */
public final class RequestRefused extends RuntimeException {

    private final String code;

    /** @param code one of the operator's own ({@code idp.code}) where there is one */
    RequestRefused(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
