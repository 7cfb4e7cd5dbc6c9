package de.stadttor.channels.email.secure;

import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.Oddities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/** Outlook's {@code winmail.dat} ([MS-OXTNEF]), read with Apache POI. */
final class Tnef {

    private Tnef() {}

    /** Text and files inside; empty when there are none or it is damaged, and then the file itself is to be kept. */
    static List<Entity> unpack(Entity entity, Oddities oddities) {
        List<Entity> unpacked = new ArrayList<>();
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(entity.decoded()));
            Entity body = body(message);
            if (body != null) {
                unpacked.add(body);
            }
            for (Attachment attachment : message.getAttachments()) {
                unpacked.add(file(attachment));
            }
        } catch (IOException | RuntimeException damaged) {
            oddities.note("tnef-damaged");
            return List.of();
        }
        return unpacked;
    }

    private static Entity file(Attachment attachment) {
        String name = attachment.getLongFilename();
        if (name == null || name.isBlank()) {
            name = attachment.getFilename();
        }
        String safe = name == null ? "attachment.bin" : name.replace("\u0000", "");
        byte[] contents = attachment.getContents();
        return Entity.unpacked("application/octet-stream", safe, null, contents == null ? new byte[0] : contents);
    }

    private static @Nullable Entity body(HMEFMessage message) {
        MAPIAttribute html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        if (html != null && html.getData().length > 0) {
            return Entity.unpacked("text/html", null, null, html.getData());
        }
        String plain = MAPIStringAttribute.getAsString(message.getMessageMAPIAttribute(MAPIProperty.BODY));
        if (plain != null && !plain.isBlank()) {
            return text("text/plain", plain);
        }
        String rtf = message.getBody();
        RtfText text = rtf == null ? null : RtfText.of(rtf);
        return text == null || text.content().isBlank()
                ? null
                : text(text.html() ? "text/html" : "text/plain", text.content());
    }

    private static Entity text(String media, String text) {
        byte[] bytes = text.replace("\u0000", "").getBytes(StandardCharsets.UTF_8);
        return Entity.unpacked(media + "; charset=utf-8", null, null, bytes);
    }
}
