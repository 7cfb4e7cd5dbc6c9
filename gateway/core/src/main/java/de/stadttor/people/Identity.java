package de.stadttor.people;

/** A verified identity as somebody else states it. Two citizens are the same only when one of these is equal. */
public sealed interface Identity {

    /**
     * The pseudonym that BayernID gives a person for one service provider.
     *
     * @param spHost host of the service provider it was made for; another host gets another pseudonym
     */
    record BayernId(String spHost, String bpk2) implements Identity {}

    /**
     * The same of another identity provider, such as BundID: its pseudonyms are others, even of the same person.
     *
     * @param provider name of the profile, at most 40 characters
     */
    record Foreign(String provider, String spHost, String pseudonym) implements Identity {}

    /** The subject of our own login. */
    record Own(CitizenId citizen) implements Identity {}
}
