package de.stadttor.channels.form;

import de.stadttor.forms.Form;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the page of a form asks for a name and an address. */
enum ContactRule {
    NONE,
    OPTIONAL,
    REQUIRED;

    /** As its presentation says; what says nothing asks and leaves it open. */
    static ContactRule of(Form form) {
        byte[] presentation = form.page().presentation().getBytes(StandardCharsets.UTF_8);
        return switch (StrictJson.read(presentation).path("contact").asString("")) {
            case "none" -> NONE;
            case "required" -> REQUIRED;
            default -> OPTIONAL;
        };
    }

    /** What is missing, by JSON pointer into the submission. */
    List<Fault> faults(Submission.Sender sender) {
        List<Fault> faults = new ArrayList<>();
        if (this == REQUIRED && isBlank(sender.name())) {
            faults.add(new Fault("/citizen/name", "required", ""));
        }
        if (this == REQUIRED && isBlank(sender.email())) {
            faults.add(new Fault("/citizen/email", "required", ""));
        }
        return faults;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
