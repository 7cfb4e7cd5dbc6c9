package de.stadttor.pages;

/**
 * What stands at the head of every page, so that nobody takes the demo for the real thing.
 *
 * @param html trusted; empty outside of the demo
 */
public record Banner(String html) {

    private static final String PLACE = "<!-- banner -->";

    String on(String page) {
        return page.replace(PLACE, html);
    }
}
