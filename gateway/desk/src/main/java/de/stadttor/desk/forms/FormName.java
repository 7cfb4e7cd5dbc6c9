package de.stadttor.desk.forms;

import de.stadttor.web.BadRequest;
import java.util.regex.Pattern;

/** How a form may be called: its name stands in addresses. */
final class FormName {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private FormName() {}

    static String of(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "form");
        }
        return name;
    }
}
