package de.stadttor.web;

import de.stadttor.people.Caller;
import de.stadttor.seals.BrokenSeal;
import de.stadttor.seals.Seal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Places in lists, sealed for one caller and one filter. */
public final class Cursors {

    private final Seal seal;

    public Cursors(Seal seal) {
        this.seal = seal;
    }

    /** @param filter everything that decides what the list holds */
    public String close(Caller caller, String filter, String place) {
        return seal.close(audience(caller, filter), place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that a cursor means; null for none.
     *
     * @throws BadRequest when it is forged, or belongs to another caller or list
     */
    public @Nullable String open(Caller caller, String filter, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new String(seal.open(audience(caller, filter), cursor), StandardCharsets.UTF_8);
        } catch (BrokenSeal e) {
            throw new BadRequest(BadRequest.Reason.CURSOR, "cursor");
        }
    }

    private static String audience(Caller caller, String filter) {
        return caller.reference() + '\0' + filter;
    }
}
