package de.stadttor.saml.response;

import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Check 1: one answer, one handle, no more bytes than an answer can have. That it came by POST, the route says. */
final class SizeLimits {

    /** Decoded; a real answer has some 15 KiB. */
    private static final int LARGEST = 256 * 1024;

    private static final int LARGEST_BASE64 = LARGEST / 3 * 4 + 4;
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\t ]+");

    /** The decoded message, or {@link ResponseRefused}. */
    byte[] decode(PostedResponse posted) {
        String text = only("SAMLResponse", posted.samlResponses());
        only("RelayState", posted.relayStates());
        String compact = LINE_BREAKS.matcher(text).replaceAll("");
        if (compact.length() > LARGEST_BASE64) {
            throw new ResponseRefused(Rejection.LIMITS, "size");
        }
        try {
            return bounded(Base64.getDecoder().decode(compact));
        } catch (IllegalArgumentException e) {
            throw new ResponseRefused(Rejection.LIMITS, "base64");
        }
    }

    private static byte[] bounded(byte[] message) {
        if (message.length > LARGEST) {
            throw new ResponseRefused(Rejection.LIMITS, "size");
        }
        return message;
    }

    private static String only(String parameter, List<String> values) {
        if (values.size() != 1) {
            throw new ResponseRefused(Rejection.LIMITS, parameter + ":" + (values.isEmpty() ? "missing" : "several"));
        }
        return values.getFirst();
    }
}
