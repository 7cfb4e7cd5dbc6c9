package de.stadttor.channels.email.mime;

import java.util.ArrayList;
import java.util.List;

/** Groups of fields that are separated by blank lines, as in a delivery status (RFC 3464, 2.1). */
public final class HeaderGroups {

    private static final int MAX_GROUPS = 1_000;

    private HeaderGroups() {}

    /** Groups without fields are left out. */
    public static List<HeaderFields> of(Slice text) {
        List<HeaderFields> groups = new ArrayList<>();
        int at = 0;
        while (at < text.length() && groups.size() < MAX_GROUPS) {
            HeaderBlock block = HeaderBlock.read(text.from(at), new Oddities());
            if (!block.fields().fields().isEmpty()) {
                groups.add(block.fields());
            }
            at = block.end() > 0 ? at + block.end() : text.nextLine(at);
        }
        return groups;
    }
}
