package de.stadttor.channels.email.reply;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises where a message that was quoted without marks begins: all after that line is history. */
final class History {

    private static final int HEADER_LINES = 12;

    private static final Pattern SEPARATOR =
            Pattern.compile("(?iu)^[\\s>]*(?:-{2,}|_{2,}|={2,}|\\*{2,}|[—–‐‑]+)\\s*(?:original(?:e)?["
                + " -]?(?:message|nachricht|e-?mail|mail|text|appointment|bericht|meddelande|melding)|antwort["
                + " -]?nachricht|ursprüngliche (?:nachricht|e-?mail|mail)|urspr\\."
                + " nachricht|originalnachricht|original-nachricht|reply message|message d['’]origine|message"
                + " original|message d'origine|mensaje original|mensagem original|messaggio originale|messaggio"
                + " inoltrato|özgün ileti|orijinal mesaj|orjinal mesaj|orijinal ileti|wiadomość oryginalna|oryginalna"
                + " wiadomość|treść oryginalnej wiadomości|исходное сообщение|оригинальное сообщение|пересылаемое"
                + " сообщение|пересланное сообщение|початкове повідомлення|вихідне повідомлення|oorspronkelijk"
                + " bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen"
                + " viesti|původní (?:zpráva|e-mail)|pôvodná správa|eredeti üzenet|mesaj original|原始邮件|原始郵件|元のメッセージ|원본"
                + " 메시지|forwarded (?:message|by .{1,80})|weitergeleitete (?:nachricht|e-?mail|mail)|weitergeleitet von"
                + " .{1,80}|message transféré|mensaje reenviado|mensagem encaminhada|iletilen ileti|yönlendirilmiş"
                + " mesaj|yönlendirilen mesaj|treść przekazanej wiadomości|przekazana wiadomość|doorgestuurd"
                + " bericht|vidarebefordrat meddelande|переслане"
                + " повідомлення)\\s*:?\\s*(?:-+|_+|=+|\\*+|[—–‐‑]+)?\\s*$");
    private static final Pattern FORWARD = Pattern.compile(
            "(?iu)^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message"
                    + " (?:réexpédié|transféré)|inizio messaggio inoltrato|inicio del mensaje reenviado|początek"
                    + " przekazywanej wiadomości|начало переадресованного сообщения|début du message"
                    + " transféré)\\s*:\\s*$");
    /** Lotus Notes repeats who, when and the first words. */
    private static final Pattern NOTES = Pattern.compile(
            "^\\s*\\S.{1,80} ---\\s?\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}.{0,20}\\d{1,2}:\\d{2}(?::\\d{2})?.{0,6}---.*");

    /** GroupWise writes whom it quotes between arrows. */
    private static final Pattern ARROWS = Pattern.compile("^>>> .{3,200}\\d{1,2}[:.]\\d{2}.{0,20}>>>\\s*$");

    private static final Pattern MOMENT = Pattern.compile("\\d{4}.{0,12}\\d{1,2}:\\d{2}");
    private static final Pattern RULE = Pattern.compile("^\\s*(?:[_=*-]{8,}|[─—–]{5,}|\\*?_{3,}\\*?)\\s*$");

    /** A title between dashes, in whatever language. */
    private static final Pattern TITLE =
            Pattern.compile("^\\s*(?:-{3,}|_{3,}|={3,})\\s?\\p{L}[^-_=]{2,60}\\s?(?:-{3,}|_{3,}|={3,})\\s*$");

    private History() {}

    /** True when a quoted message without marks begins at {@code index}. */
    static boolean beginsAt(List<String> lines, int index) {
        String line = lines.get(index);
        if (line.isBlank() || line.length() > 2_000) {
            return false;
        }
        if (SEPARATOR.matcher(line).matches() || FORWARD.matcher(line.strip()).matches()) {
            return true;
        }
        if (NOTES.matcher(line).matches() || ARROWS.matcher(line).matches()) {
            return true;
        }
        if (RULE.matcher(line).matches() || TITLE.matcher(line).matches()) {
            int next = nextFilled(lines, index + 1);
            return next < lines.size() && (headerAt(lines, next, 2) || isSender(lines.get(next)));
        }
        return headerAt(lines, index, 3) || isDateAndAddressee(lines, index);
    }

    /** Right below a rule, whom it is from is enough. */
    private static boolean isSender(String line) {
        return HeaderLabels.at(line) == HeaderLabels.FROM && line.indexOf('@') > 0;
    }

    /** Some programs name only when and to whom. */
    private static boolean isDateAndAddressee(List<String> lines, int index) {
        return HeaderLabels.at(lines.get(index)) == HeaderLabels.SENT
                && MOMENT.matcher(lines.get(index)).find()
                && index + 1 < lines.size()
                && HeaderLabels.at(lines.get(index + 1)) == HeaderLabels.TO
                && lines.get(index + 1).indexOf('@') > 0;
    }

    static boolean isRule(String line) {
        return RULE.matcher(line).matches();
    }

    /** A small header: begins with sender, date or subject and names at least {@code least} of the fields. */
    private static boolean headerAt(List<String> lines, int index, int least) {
        HeaderLabels first = HeaderLabels.at(lines.get(index));
        if (first == null || first == HeaderLabels.TO || first == HeaderLabels.COPY) {
            return false;
        }
        Set<HeaderLabels> seen = EnumSet.noneOf(HeaderLabels.class);
        int gap = 0;
        for (int i = index; i < lines.size() && i < index + HEADER_LINES && gap < 2; i++) {
            HeaderLabels label = HeaderLabels.at(lines.get(i));
            gap = label != null ? 0 : lines.get(i).isBlank() ? gap + 1 : gap;
            if (label != null && !seen.add(label)) {
                break;
            }
        }
        return seen.contains(HeaderLabels.FROM) && seen.size() >= least;
    }

    private static int nextFilled(List<String> lines, int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }
}
