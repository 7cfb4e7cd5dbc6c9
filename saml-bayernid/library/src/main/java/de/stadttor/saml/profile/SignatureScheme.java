package de.stadttor.saml.profile;

/** The signature schemes we make and may accept. SHA-1 is not among them, and nothing adds it. */
public enum SignatureScheme {
    RSA_PSS_SHA256("http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"),
    RSA_PSS_SHA384("http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1"),
    RSA_PSS_SHA512("http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1"),
    RSA_SHA256("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");

    private final String uri;

    SignatureScheme(String uri) {
        this.uri = uri;
    }

    public String uri() {
        return uri;
    }
}
