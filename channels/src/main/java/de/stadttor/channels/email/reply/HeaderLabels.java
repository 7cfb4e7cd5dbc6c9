package de.stadttor.channels.email.reply;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The labels of the small header that Outlook and others put above a quoted message, in the languages people use. */
enum HeaderLabels {
    FROM("from|von|absender|de|da|kimden|gönderen|od|nadawca|от|от кого|отправитель|від|від"
            + " кого|відправник|van|från|fra|lähettäjä|odesílatel|odosielateľ|feladó|de"
            + " la|expéditeur|mittente|remitente|remetente|από|发件人|寄件者|差出人|보낸"
            + " 사람|จาก|từ|מאת|من|pošiljatelj|šalje|από|nuo|no|saatja|dari|nga|шаље"),
    SENT(
            "sent|date|gesendet|datum|envoyé|envoyé le|date d'envoi|fecha|enviado|enviado el|enviada|enviada"
                + " em|enviado em|data|inviato|data invio|gönderme tarihi|gönderilme|gönderildi|tarih|wysłano|data"
                + " wysłania|отправлено|дата|дата и время|надіслано|verzonden|verzonden"
                + " op|skickat|sendt|dato|lähetetty|päivämäärä|odesláno|odoslané|dátum|elküldve|发送时间|日期|送信日時|日時|보낸"
                + " 날짜|날짜|trimis|poslano|quando|gesendet am|ngày"
                + "|תאריך|نشرت|التاريخ|ημερομηνία|изпратено|послато|στάλθηκε|εστάλη|išsiųsta|nosūtīts|saadetud|enviat|dikirim|dërguar"),
    TO("to|an|à|a|para|kime|alıcı|do|adresat|кому|получатель|aan|till|til|vastaanottaja|komu|címzett|收件人|宛先|받는"
            + " 사람|către|empfänger|destinataire|destinatario|destinatário|προς|אל|إلى|za|prima|đến|до|kam|adressaat|per"
            + " a|kepada|për|коме"),
    COPY("cc|kopie|copie|copia|bilgi|dw|do wiadomości|копия|копія|kopia|kopi|kopio|抄送|副本|참조|bcc"),
    SUBJECT(
            "subject|betreff|betr\\.?|objet|asunto|assunto|oggetto|konu|temat|тема|onderwerp|ämne|emne|aihe|předmět|predmet|tárgy|主题|主旨|件名|제목|subiect|θέμα|נושא|الموضوع|chủ"
                + " đề|zadeva|tēma|tema|teema|assumpte|subjek|subjekti|наслов|re");

    private static final List<HeaderLabels> ALL = List.of(values());

    private final Pattern line;

    HeaderLabels(String names) {
        this.line = Pattern.compile("(?iu)^[\\s>|*_]*(?:" + names + ")\\s*[*_]*\\s*[:：][*_]*(?:\\s.*|$|[^/\\s].*)");
    }

    /** Which label {@code text} begins with; null when it begins with none. */
    static @Nullable HeaderLabels at(String text) {
        if (text.length() > 2_000 || (text.indexOf(':') < 0 && text.indexOf('：') < 0)) {
            return null;
        }
        String line = text.toLowerCase(Locale.ROOT);
        for (HeaderLabels label : ALL) {
            Matcher matcher = label.line.matcher(line);
            if (matcher.matches()) {
                return label;
            }
        }
        return null;
    }
}
