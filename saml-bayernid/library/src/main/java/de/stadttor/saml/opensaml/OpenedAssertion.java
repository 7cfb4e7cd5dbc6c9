package de.stadttor.saml.opensaml;

import org.opensaml.saml.saml2.core.Assertion;

/** An assertion in the clear. Nothing in it is proven: anyone can encrypt to our public key. */
public final class OpenedAssertion {

    private final Assertion assertion;

    OpenedAssertion(Assertion assertion) {
        this.assertion = assertion;
    }

    Assertion message() {
        return assertion;
    }
}
