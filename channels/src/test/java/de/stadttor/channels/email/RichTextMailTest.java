package de.stadttor.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/**
 * Outlook's {@code winmail.dat} with its text as compressed Rich Text, as it sends to people it believes to use
 * Outlook.
 */
class RichTextMailTest {

    @Test
    void readsTheWordsOfRichText() {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator Riched20;}"
                + "\\f0 Gr\\'fc\\'dfe aus M\\u252?nchen\\par {\\b fett} \\endash  Ende\\par}";
        assertThat(read(rtf).content().text()).isEqualTo("Grüße aus München\nfett – Ende");
    }

    @Test
    void readsTheCodePageThatTheWriterUsed() {
        assertThat(read("{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}")
                        .content()
                        .text())
                .isEqualTo("Привет");
    }

    @Test
    void readsCharactersOfTwoBytes() {
        assertThat(read("{\\rtf1\\ansi\\ansicpg936 \\'c4\\'e3\\'ba\\'c3}")
                        .content()
                        .text())
                .isEqualTo("你好");
    }

    @Test
    void findsTheHtmlThatIsHiddenInRichText() {
        String rtf = "{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf \\par\\htmlrtf0 Hallo "
                + "{\\*\\htmltag84 <b>}Welt{\\*\\htmltag92 </b>}{\\*\\htmltag72 </p>}}";
        MailText content = read(rtf).content();
        assertThat(content.text()).isEqualTo("Hallo Welt");
        assertThat(content.html()).contains("<b>Welt</b>");
    }

    private static ParsedMail read(String rtf) {
        String mail = "From: a@example.org\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(tnef(compressed(rtf)));
        return Corpus.READER.read(mail.getBytes(StandardCharsets.US_ASCII));
    }

    /** [MS-OXRTFCP] with literals only: before each eight bytes a zero says that none of them is a reference. */
    private static byte[] compressed(String rtf) {
        byte[] plain = rtf.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream literals = new ByteArrayOutputStream();
        for (int i = 0; i < plain.length; i++) {
            if (i % 8 == 0) {
                literals.write(0);
            }
            literals.write(plain[i]);
        }
        byte[] data = literals.toByteArray();
        return little(16 + data.length)
                .putInt(data.length + 12)
                .putInt(plain.length)
                .putInt(0x75465a4c)
                .putInt(0)
                .put(data)
                .array();
    }

    /** [MS-OXTNEF]: one attribute with the properties of the message, of which there is only the Rich Text. */
    private static byte[] tnef(byte[] compressed) {
        int padded = (compressed.length + 3) / 4 * 4;
        byte[] properties = little(16 + padded)
                .putInt(1)
                .putInt(0x10090102)
                .putInt(1)
                .putInt(compressed.length)
                .put(compressed)
                .array();
        int sum = 0;
        for (byte b : properties) {
            sum += b & 0xff;
        }
        return little(17 + properties.length)
                .putInt(0x223e9f78)
                .putShort((short) 1)
                .put((byte) 1)
                .putInt(0x00069003)
                .putInt(properties.length)
                .put(properties)
                .putShort((short) sum)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
