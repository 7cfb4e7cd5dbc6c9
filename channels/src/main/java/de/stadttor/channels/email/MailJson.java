package de.stadttor.channels.email;

import de.stadttor.channels.email.automatic.Bounce;
import de.stadttor.channels.email.files.Attachment;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.channels.email.secure.Protection;
import de.stadttor.channels.email.sender.SenderVerdict;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what was understood as one line of JSON, field by field, so that the contract stands in one place. */
final class MailJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private MailJson() {}

    static String line(String file, ParsedMail mail) {
        return line(file, mail, null);
    }

    /** A file that could not be read at all: the same fields, empty, and why. */
    static String failure(String file, String error) {
        return line(file, ParsedMail.EMPTY, error);
    }

    private static String line(String file, ParsedMail mail, @Nullable String error) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("file", file);
            envelope(json, mail.envelope());
            automatic(json, mail);
            content(json, mail.content());
            json.writeArrayPropertyStart("attachments");
            mail.attachments().forEach(attachment -> attachment(json, attachment));
            json.writeEndArray();
            protection(json, mail.protection());
            sender(json, mail.sender());
            strings(json, "warnings", mail.warnings());
            string(json, "error", error);
            json.writeEndObject();
        }
        return line.toString();
    }

    private static void envelope(JsonGenerator json, Envelope envelope) {
        json.writeName("from");
        address(json, envelope.from());
        addresses(json, "replyTo", envelope.replyTo());
        addresses(json, "to", envelope.to());
        addresses(json, "cc", envelope.cc());
        json.writeStringProperty("subject", envelope.subject());
        string(json, "messageId", envelope.messageId());
        strings(json, "inReplyTo", envelope.inReplyTo());
        strings(json, "references", envelope.references());
        string(json, "date", envelope.date() == null ? null : envelope.date().toString());
    }

    private static void automatic(JsonGenerator json, ParsedMail mail) {
        json.writeObjectPropertyStart("autoSubmitted");
        json.writeStringProperty("kind", mail.autoSubmitted().code());
        json.writeEndObject();
        json.writeName("bounce");
        bounce(json, mail.bounce());
    }

    private static void content(JsonGenerator json, MailText content) {
        json.writeStringProperty("bodyKind", content.kind().media());
        json.writeStringProperty("text", content.text());
        string(json, "html", content.html());
        json.writeStringProperty("replyText", content.replyText());
    }

    private static void attachment(JsonGenerator json, Attachment attachment) {
        json.writeStartObject();
        json.writeStringProperty("name", attachment.name());
        json.writeStringProperty("mediaType", attachment.mediaType());
        string(json, "charset", attachment.charset());
        string(json, "contentId", attachment.contentId());
        json.writeBooleanProperty("inline", attachment.inline());
        json.writeNumberProperty("size", attachment.size());
        json.writeStringProperty("sha256", attachment.sha256());
        json.writeEndObject();
    }

    private static void protection(JsonGenerator json, Protection protection) {
        json.writeObjectPropertyStart("protection");
        json.writeBooleanProperty("encrypted", protection.encrypted());
        json.writeStringProperty("signature", protection.signature().code());
        string(json, "signer", protection.signer());
        json.writeEndObject();
    }

    private static void sender(JsonGenerator json, SenderVerdict sender) {
        json.writeObjectPropertyStart("sender");
        string(json, "spf", sender.spf());
        string(json, "dkim", sender.dkim());
        string(json, "dmarc", sender.dmarc());
        string(json, "domain", sender.domain());
        string(json, "login", sender.login());
        json.writeEndObject();
    }

    private static void bounce(JsonGenerator json, @Nullable Bounce bounce) {
        if (bounce == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("kind", bounce.kind().code());
        string(json, "status", bounce.status());
        string(json, "recipient", bounce.recipient());
        string(json, "reason", bounce.reason());
        string(json, "originalMessageId", bounce.originalMessageId());
        json.writeEndObject();
    }

    private static void addresses(JsonGenerator json, String name, List<MailAddress> addresses) {
        json.writeArrayPropertyStart(name);
        addresses.forEach(address -> address(json, address));
        json.writeEndArray();
    }

    private static void address(JsonGenerator json, @Nullable MailAddress address) {
        if (address == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        string(json, "name", address.name());
        string(json, "address", address.address());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void string(JsonGenerator json, String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }
}
