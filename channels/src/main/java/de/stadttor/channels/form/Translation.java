package de.stadttor.channels.form;

import de.stadttor.files.StoredFile;
import de.stadttor.forms.Form;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.InboundMessage;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Identity;
import de.stadttor.people.Representation;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.Ticket;
import de.stadttor.web.PublicUrl;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Turns a submission that passed the rules into the normal form; decides nothing. */
@Component
final class Translation {

    private final PublicUrl publicUrl;

    Translation(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    InboundMessage inbound(
            Submitter submitter, Submission submission, Form form, List<StoredFile> files, List<RequestKey> keys) {
        Form.Texts texts = form.texts(submission.languageOrGerman());
        JsonNode fields = submission.fieldsOrNone();
        return new InboundMessage(
                keys,
                submitter.reference(),
                sender(submitter, submission),
                onBehalf(submitter),
                submission.sender().name(),
                submission.sender().email(),
                form.queue(),
                subject(texts.subject().filled(place -> text(fields, place)), texts.title()),
                body(submission, texts, fields),
                files,
                form.readLevel(),
                new Origin(
                        Channel.FORM,
                        new Origin.FormReference(form.key(), form.version()),
                        submission.languageOrGerman(),
                        submission.level(),
                        fields.toString()));
    }

    private InboundMessage.Sender sender(Submitter submitter, Submission submission) {
        return switch (submitter) {
            case Submitter.Client _ -> vouched(submission.sender().identity());
            case Submitter.Visitor visitor -> known(visitor.citizen());
        };
    }

    private static InboundMessage.Sender known(@Nullable Citizen citizen) {
        return citizen == null ? new InboundMessage.Sender.Anonymous() : new InboundMessage.Sender.Known(citizen.id());
    }

    private static @Nullable Representation onBehalf(Submitter submitter) {
        Citizen citizen = submitter instanceof Submitter.Visitor visitor ? visitor.citizen() : null;
        return citizen == null ? null : citizen.representation();
    }

    /** A pseudonym that was made for another service provider means nobody here. */
    private InboundMessage.Sender vouched(Submission.@Nullable GivenIdentity identity) {
        if (identity == null) {
            return new InboundMessage.Sender.Anonymous();
        }
        return switch (identity.scheme()) {
            case "bayernid" ->
                bayernId(Objects.requireNonNull(identity.spHost()), Objects.requireNonNull(identity.bpk2()));
            case "stadttor" -> own(Objects.requireNonNull(identity.sub()));
            default -> throw new IllegalStateException("the contract knows no scheme " + identity.scheme());
        };
    }

    private InboundMessage.Sender bayernId(String spHost, String bpk2) {
        String host = spHost.toLowerCase(Locale.ROOT);
        return host.equals(publicUrl.host())
                ? new InboundMessage.Sender.Vouched(new Identity.BayernId(host, bpk2))
                : new InboundMessage.Sender.Anonymous();
    }

    private static InboundMessage.Sender own(String subject) {
        try {
            return new InboundMessage.Sender.Vouched(new Identity.Own(CitizenId.of(subject)));
        } catch (IllegalArgumentException e) {
            return new InboundMessage.Sender.Anonymous();
        }
    }

    private static String body(Submission submission, Form.Texts texts, JsonNode fields) {
        String text = submission.text();
        return text == null || text.isBlank() ? texts.text().filled(place -> text(fields, place)) : text;
    }

    private static String subject(String filled, String title) {
        String line =
                (filled.isBlank() ? title : filled).replaceAll("\\s+", " ").strip();
        return line.length() <= Ticket.SUBJECT_LIMIT ? line : line.substring(0, Ticket.SUBJECT_LIMIT - 1) + "…";
    }

    /** A field by its name, or inside of another one by {@code outer.inner}; what is no single value is left out. */
    private static String text(JsonNode fields, String place) {
        JsonNode value = fields.at("/" + place.replace('.', '/'));
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
