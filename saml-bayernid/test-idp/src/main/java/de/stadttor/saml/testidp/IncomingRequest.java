package de.stadttor.saml.testidp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A request as it came, by either binding. */
public sealed interface IncomingRequest {

    /** The message; nothing about it is checked yet. */
    String xml();

    /** The opaque value to send back; empty if there is none. */
    String relayState();

    /** By form. */
    record ByPost(String samlRequest, String relayState) implements IncomingRequest {

        @Override
        public String xml() {
            return new String(decoded(samlRequest), StandardCharsets.UTF_8);
        }
    }

    /**
     * By redirect.
     *
     * @param rawQuery the query as sent, since the signature covers its very characters
     */
    record ByRedirect(String rawQuery) implements IncomingRequest {

        /** Requests have a few kilobytes; whatever inflates to more is a bomb. */
        private static final int LARGEST = 64 * 1024;

        @Override
        public String xml() {
            byte[] packed = decoded(value("SAMLRequest"));
            try (var stream = new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
                byte[] xml = stream.readNBytes(LARGEST + 1);
                if (xml.length > LARGEST) {
                    throw new RequestRefused("request-too-large");
                }
                return new String(xml, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new RequestRefused("request-not-deflated");
            }
        }

        @Override
        public String relayState() {
            return value("RelayState");
        }

        String value(String parameter) {
            return URLDecoder.decode(rawValue(parameter), StandardCharsets.UTF_8);
        }

        /** Still encoded; empty if the parameter is missing. */
        String rawValue(String parameter) {
            return parameters().getOrDefault(parameter, "");
        }

        private Map<String, String> parameters() {
            var parameters = new LinkedHashMap<String, String>();
            Arrays.stream(rawQuery.split("&")).map(each -> each.split("=", 2)).forEach(pair -> {
                if (parameters.put(pair[0], pair.length == 2 ? pair[1] : "") != null) {
                    throw new RequestRefused("parameter-repeated");
                }
            });
            return parameters;
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new RequestRefused("request-not-base64");
        }
    }
}
