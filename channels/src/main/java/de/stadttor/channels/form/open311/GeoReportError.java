package de.stadttor.channels.form.open311;

import org.springframework.http.HttpStatus;

/** Why a request is refused, in the terms of GeoReport v2. */
final class GeoReportError extends RuntimeException {

    private final HttpStatus status;
    private final String text;
    private final String place;

    /**
     * @param text key of the sentence, below {@code open311.}
     * @param place name of a parameter that is wrong; empty for none
     */
    GeoReportError(HttpStatus status, String text, String place) {
        super(text, null, false, false);
        this.status = status;
        this.text = text;
        this.place = place;
    }

    HttpStatus status() {
        return status;
    }

    String text() {
        return text;
    }

    String place() {
        return place;
    }
}
