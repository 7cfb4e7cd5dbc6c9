package de.stadttor.web;

/**
 * A path that takes larger bodies than {@link WebSettings#bodyLimit()}, and bounds what it holds of them itself.
 *
 * @param limit most bytes of a body there
 */
public record LargerBody(String path, long limit) {}
