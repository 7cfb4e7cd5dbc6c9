package de.stadttor.saml.testidp.answer;

/** The attribute names this provider knows. Written down anew here on purpose, see the package. */
public final class Oids {

    public static final String GIVEN_NAME = "urn:oid:2.5.4.42";
    public static final String SURNAME = "urn:oid:2.5.4.4";
    public static final String BIRTH_DATE = "urn:oid:1.2.40.0.10.2.1.1.55";
    public static final String BIRTH_NAME = "urn:oid:1.2.40.0.10.2.1.1.225566";
    public static final String PLACE_OF_BIRTH = "urn:oid:1.3.6.1.5.5.7.9.2";
    public static final String NATIONALITY = "urn:oid:1.2.40.0.10.2.1.1.225577";
    public static final String DOCUMENT_TYPE = "urn:oid:1.2.40.0.10.2.1.1.552255";
    public static final String STREET = "urn:oid:2.5.4.16";
    public static final String POSTAL_CODE = "urn:oid:2.5.4.17";
    public static final String LOCALITY = "urn:oid:2.5.4.7";
    public static final String COUNTRY = "urn:oid:1.2.40.0.10.2.1.1.225599";
    public static final String MAIL = "urn:oid:0.9.2342.19200300.100.1.3";
    public static final String TELEPHONE = "urn:oid:2.5.4.20";
    public static final String ISSUING_COUNTRY = "urn:oid:1.3.6.1.4.1.25484.494450.10.1";
    public static final String BPK2 = "urn:oid:1.3.6.1.4.1.25484.494450.3";
    public static final String INBOX = "urn:oid:2.5.4.18";
    public static final String PROVED_BY = "urn:oid:1.3.6.1.4.1.25484.494450.2";
    public static final String QAA_LEVEL = "urn:oid:1.2.40.0.10.2.1.1.261.94";
    public static final String VERSION = "urn:oid:1.3.6.1.4.1.25484.494450.1";

    private Oids() {}
}
