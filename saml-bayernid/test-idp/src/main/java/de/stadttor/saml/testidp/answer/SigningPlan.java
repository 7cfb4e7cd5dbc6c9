package de.stadttor.saml.testidp.answer;

import java.util.List;

/**
 * How an element is signed.
 *
 * @param key what signs, and whose certificate stands in KeyInfo
 * @param transforms their identifiers, in order
 * @param emptyReference whether the reference covers the whole document instead of the element's ID
 */
public record SigningPlan(
        IdpKey key,

        String algorithm,
        String digest,
        String canonicalization,
        List<String> transforms,
        boolean emptyReference) {

    public static final String PSS = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    public static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    public static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    public static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    public static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";
    public static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    public static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public static final String EXCLUSIVE_WITH_COMMENTS = EXCLUSIVE + "WithComments";
    public static final String XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116";
    public static final String XSLT = "http://www.w3.org/TR/1999/REC-xslt-19991116";

    /** What the real provider is said to do since 2024: RSA-PSS and SHA-256. */
    public static SigningPlan usual(IdpKey key) {
        return new SigningPlan(key, PSS, SHA256, EXCLUSIVE, List.of(ENVELOPED, EXCLUSIVE), false);
    }

    public SigningPlan by(IdpKey other) {
        return new SigningPlan(other, algorithm, digest, canonicalization, transforms, emptyReference);
    }

    public SigningPlan algorithm(String other) {
        return new SigningPlan(key, other, digest, canonicalization, transforms, emptyReference);
    }

    public SigningPlan digest(String other) {
        return new SigningPlan(key, algorithm, other, canonicalization, transforms, emptyReference);
    }

    public SigningPlan canonicalization(String other) {
        return new SigningPlan(key, algorithm, digest, other, transforms, emptyReference);
    }

    public SigningPlan transforms(String... others) {
        return new SigningPlan(key, algorithm, digest, canonicalization, List.of(others), emptyReference);
    }

    public SigningPlan withEmptyReference() {
        return new SigningPlan(key, algorithm, digest, canonicalization, transforms, true);
    }
}
