package de.stadttor.saml.testidp.answer;

/**
 * One attribute to deliver.
 *
 * @param name {@code urn:oid:…}
 * @param trust the {@code akdb:TrustLevel}
 */
public record Datum(String name, String value, String trust) {}
