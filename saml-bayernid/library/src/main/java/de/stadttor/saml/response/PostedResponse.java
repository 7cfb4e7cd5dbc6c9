package de.stadttor.saml.response;

import java.util.List;

/**
 * What a browser posted, before anything was looked at.
 *
 * @param samlResponses every value of the parameter {@code SAMLResponse}
 * @param relayStates every value of the parameter {@code RelayState}
 */
public record PostedResponse(List<String> samlResponses, List<String> relayStates) {

    public PostedResponse {
        samlResponses = List.copyOf(samlResponses);
        relayStates = List.copyOf(relayStates);
    }

    /** Keeps the message out of logs. */
    @Override
    public String toString() {
        return "PostedResponse[" + samlResponses.size() + ", " + relayStates.size() + "]";
    }
}
