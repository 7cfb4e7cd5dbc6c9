package de.stadttor.saml.web;

import de.stadttor.saml.AssuranceLevel;
import java.net.URI;

/**
 * Where our endpoints are. Absolute addresses come from the configured public address, never from a request's Host.
 *
 * @param publicUrl scheme, host and, if any, path below which the application is reached from outside
 */
public record SamlPaths(URI publicUrl) {

    static final String METADATA = "/saml2/metadata/{profile}";
    static final String LOGIN = "/saml2/login/{profile}";
    static final String CONSUMER = "/saml2/acs/{profile}";
    static final String BACK = "/saml2/back/{profile}";

    /** Matches every path of ours. */
    public static final String ALL = "/saml2/**";

    public SamlPaths {
        if (publicUrl.getHost() == null || publicUrl.getRawQuery() != null || publicUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("publicUrl: " + publicUrl + " (expected: https://host/path)");
        }
    }

    public URI metadata(String profile) {
        return absolute(METADATA, profile);
    }

    public URI consumer(String profile) {
        return absolute(CONSUMER, profile);
    }

    public URI back(String profile) {
        return absolute(BACK, profile);
    }

    /**
     * The address that begins a login; add {@code returnTo} as a query parameter to end it elsewhere than at the root.
     */
    public URI login(String profile, AssuranceLevel level) {
        return URI.create(absolute(LOGIN, profile) + "?level=" + level.lowerCase());
    }

    boolean isHttps() {
        return "https".equals(publicUrl.getScheme());
    }

    private URI absolute(String path, String profile) {
        return URI.create(publicUrl.toString().replaceFirst("/+$", "") + path.replace("{profile}", profile));
    }
}
