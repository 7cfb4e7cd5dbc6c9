package de.stadttor.web;

import java.net.URI;

/**
 * Where the outside finds us (STADTTOR_PUBLIC_URL). Links are made of it, never of a request's Host header.
 *
 * @param value scheme, host and port, without a path
 */
public record PublicUrl(URI value) {

    public PublicUrl {
        if (value.getScheme() == null || value.getHost() == null) {
            throw new IllegalArgumentException("public URL: " + value + " (expected: http(s)://host[:port])");
        }
    }

    public boolean secure() {
        return "https".equals(value.getScheme());
    }

    public String host() {
        return value.getHost();
    }

    /** The origin as browsers write it. */
    public String origin() {
        String port = value.getPort() < 0 ? "" : ":" + value.getPort();
        return value.getScheme() + "://" + value.getHost() + port;
    }

    public String resolve(String path) {
        return origin() + path;
    }
}
