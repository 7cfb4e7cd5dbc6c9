package de.stadttor.web.proofofwork;

/**
 * What to find out: the number whose text, behind the salt, has this hash.
 *
 * @param algorithm always {@code SHA-256}
 * @param challenge the hash, lower-case hex
 * @param maxnumber the largest number it can be
 * @param salt ends in {@code &}, so that no digit can move from the number into it
 * @param signature ours, over the challenge; lower-case hex
 */
public record Challenge(String algorithm, String challenge, int maxnumber, String salt, String signature) {}
