package de.stadttor.channels.email.secure;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Bouncy Castle, used directly and not registered, so that the rest of the program keeps the JDK's providers. */
final class Crypto {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private Crypto() {}
}
