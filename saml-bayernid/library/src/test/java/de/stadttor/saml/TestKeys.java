package de.stadttor.saml;

import de.stadttor.saml.profile.KeyAndCertificate;
import de.stadttor.saml.profile.ServiceKeys;
import de.stadttor.saml.testidp.answer.IdpKey;
import java.util.List;

/** Keys for all tests, made once: making them takes seconds. */
public final class TestKeys {

    public static final IdpKey PROVIDER = IdpKey.generate("test identity provider");
    public static final IdpKey NEXT_PROVIDER = IdpKey.generate("next key of the test identity provider");
    public static final IdpKey SIGNING = IdpKey.generate("our signing");
    public static final IdpKey DECRYPTION = IdpKey.generate("our decryption");
    public static final IdpKey NEXT_DECRYPTION = IdpKey.generate("our next decryption");

    private TestKeys() {}

    public static ServiceKeys ours() {
        return new ServiceKeys(List.of(ours(SIGNING)), List.of(ours(DECRYPTION)));
    }

    public static KeyAndCertificate ours(IdpKey key) {
        return new KeyAndCertificate(key.privateKey(), key.certificate());
    }
}
