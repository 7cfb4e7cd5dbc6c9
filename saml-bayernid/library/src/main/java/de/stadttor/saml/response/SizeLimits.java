package de.stadttor.saml.response;

import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import java.util.Base64;
import java.util.List;

/** Check 1: one answer, one handle, no more bytes than an answer can have. That it came by POST, the route says. */
final class SizeLimits {

    /** Decoded; a real answer has some 15 KiB. */
    private static final int LARGEST = 256 * 1024;

    private static final int LARGEST_BASE64 = LARGEST / 3 * 4 + 4;
    private static final String BLANKS = "\r\n\t ";

    /** The decoded message, or {@link ResponseRefused}. */
    byte[] decode(PostedResponse posted) {
        String text = only("SAMLResponse", posted.samlResponses());
        only("RelayState", posted.relayStates());
        String compact = BLANKS.chars().anyMatch(blank -> text.indexOf(blank) >= 0) ? compacted(text) : text;
        if (compact.length() > LARGEST_BASE64) {
            throw new ResponseRefused(Rejection.LIMITS, "size");
        }
        try {
            return bounded(Base64.getDecoder().decode(compact));
        } catch (IllegalArgumentException e) {
            throw new ResponseRefused(Rejection.LIMITS, "base64");
        }
    }

    /** Some providers break the lines of their Base64. */
    private static String compacted(String text) {
        return text.chars()
                .filter(each -> BLANKS.indexOf(each) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
