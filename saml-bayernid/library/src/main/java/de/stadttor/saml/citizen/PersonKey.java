package de.stadttor.saml.citizen;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The key of a person at one service provider (bPK2). It depends on the host of our entity id: another host, another
 * key. The inbox handle is no such key.
 *
 * @param value 1 to 256 visible ASCII characters, usually 43 of Base64url, longer with a prefix for some means
 */
public record PersonKey(String value) implements Serializable {

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,256}");

    public PersonKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a person key");
        }
    }

    static boolean isValid(String text) {
        return VISIBLE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "PersonKey[…]";
    }
}
