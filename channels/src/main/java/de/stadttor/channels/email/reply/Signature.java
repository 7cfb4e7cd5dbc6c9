package de.stadttor.channels.email.reply;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Signatures that can be told from text for sure: below the separator {@code -- }, the lines that phones and programs
 * add, footers of mailing lists. A greeting with the writer's name stays, for people mean it.
 */
final class Signature {

    private static final int LONGEST_BLOCK = 40;
    private static final int LONGEST_LINE = 240;

    private static final Pattern SEPARATOR = Pattern.compile("^(?:--|—{1,10}|–{2,10}|__|- -)\\s*$");
    private static final Pattern DASHED_NAME =
            Pattern.compile("^[-–—]\\s?\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2}$");
    private static final Pattern LIST_FOOTER = Pattern.compile("^_{20,}$");
    private static final Pattern DEVICE = Pattern.compile(
            "(?iu)^[*_ (<]*(?:from my (?:iphone|ipad|android|samsung|phone).{0,30}|sent by \\p{L}{3,20}|sent from"
                + " (?:my |a )?(?:[\\w.'’+-]+[ ,]*){1,5}(?:<\\S+>)?|sent from"
                + " (?:mail|outlook|yahoo|proton|gmx|web\\.de|aol)\\b.{0,60}|sent (?:via|with|using) (?:my |the"
                + " )?[\\p{L}][\\w.' +-]{1,40}(?:<\\S+>)?\\.?|get outlook for (?:ios|android|mac).{0,80}|get bluemail"
                + " for .{0,60}|(?:\\p{L}{1,15} ){0,3}outlook (?:für|for|pour|para|per|voor|för|til|dla|для|pro|na)"
                + " (?:ios|android|mac)\\b.{0,60}|(?:von|vom)"
                + " (?:meinem|meiner|unterwegs|mein|iphone|ipad|samsung|handy|mobil).{0,50}(?:gesendet|gesandt|verschickt|geschickt)\\.?|von"
                + " (?:outlook|yahoo|samsung|mail|web\\.de|gmx).{0,50}gesendet.{0,40}|(?:gesendet|versandt|verschickt|geschrieben)"
                + " (?:von|vom|mit|aus|über)"
                + " (?:meinem|meiner|mein|der|mail|outlook|iphone|ipad|yahoo|gmx|web\\.de|samsung|proton|k-9|android|unterwegs|einem|thunderbird|bluemail).{0,60}|diese"
                + " nachricht wurde (?:von|mit) .{3,80}gesendet\\.?|diese e-?mail wurde von .{0,40}(?:gesendet|viren"
                + " geprüft).{0,40}|(?:holen sie sich |laden sie )?outlook für"
                + " (?:ios|android).{0,60}|virenfrei\\..{0,60}|virus-free\\..{0,60}|envoyé (?:de|depuis|à partir de)"
                + " (?:mon|ma|mes|l['’]|un|yahoo|outlook|mail|courrier|proton).{0,60}|envoyé (?:avec|via)"
                + " .{3,50}|enviado (?:desde|do|de|a partir de|com|con)"
                + " (?:mi|meu|minha|el|o|un|outlook|mail|yahoo|correo|iphone).{0,60}|obtener outlook para"
                + " .{0,60}|inviato (?:da|dal|dall['’]|con|tramite) .{2,60}|scarica outlook per .{0,60}"
                + "|.{0,25}(?:iphone|ipad|telefon|samsung|android|cihaz|outlook|yahoo).{0,25}gönderildi\\.?|.{0,30}gönderilmiştir\\.?|wysłan[eoya]"
                + " (?:z|przy użyciu|za pomocą) .{2,60}|pobierz outlook.{0,60}|отправлено (?:с|из|от)"
                + " .{2,60}|отправлено с помощью .{2,60}|надіслано (?:з|із|від) .{2,60}|verstuurd vanaf"
                + " .{2,60}|verzonden (?:vanaf|met|via) .{2,60}|skickat från .{2,60}|sendt fra .{2,60}|lähetetty"
                + " .{2,60}|odesláno z .{2,60}|iphone ?から送信|发自我的.{0,30}|從我的.{0,30}傳送|發自我的.{0,30}|从我的.{0,30}发送|나의"
                + " .{0,20}에서 보냄|trimis de pe .{2,60}|elküldve .{2,60})[*_ )>]*$");
    private static final Pattern LINK = Pattern.compile("\\s?<https?:[^>\\s]*>");
    /** Thumbs that apologise. */
    private static final Pattern EXCUSE =
            Pattern.compile("(?iu)[,.]?\\s*(?:please|pls|kindly)? ?(?:excuse|forgive|pardon|ignore|sorry"
                    + " for|entschuldig|verzeih).{0,60}$|[,.]?\\s*bitte entschuldig.{0,80}$");

    private static final Pattern PROSE =
            Pattern.compile("(?iu).*(?:, (?:is|are|was)|, (?:aber|und|doch)|[.!?] \\p{L}).*");

    private Signature() {}

    /** The lines before a trailing signature; all of them when there is none, or nothing else. */
    static List<String> without(List<String> lines) {
        List<String> rest = trimmed(lines);
        boolean shorter = true;
        while (shorter && !rest.isEmpty()) {
            List<String> cut = trimmed(cut(rest));
            shorter = cut.size() < rest.size();
            rest = cut;
        }
        return rest.isEmpty() ? trimmed(lines) : rest;
    }

    private static List<String> cut(List<String> lines) {
        int last = lines.size() - 1;
        if (isDevice(lines.get(last)) || isDashedName(lines, last)) {
            return lines.subList(0, last);
        }
        if (last > 0
                && isDevice(lines.get(last - 1) + " " + lines.get(last).strip())
                && lines.get(last - 1).length() > 20) {
            return lines.subList(0, last - 1);
        }
        for (int i = Math.max(0, lines.size() - LONGEST_BLOCK); i < lines.size(); i++) {
            boolean footer = LIST_FOOTER.matcher(lines.get(i)).matches() && lines.size() - i <= 8 && i < last;
            if (SEPARATOR.matcher(lines.get(i)).matches() || footer) {
                return lines.subList(0, i);
            }
        }
        return lines;
    }

    private static boolean isDevice(String line) {
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        String words = LINK.matcher(line.strip()).replaceAll("");
        String text = EXCUSE.matcher(words).replaceFirst("");
        return DEVICE.matcher(text).matches() && !PROSE.matcher(text).matches();
    }

    private static boolean isDashedName(List<String> lines, int last) {
        boolean apart = last > 0 && lines.get(last - 1).isBlank();
        return apart && DASHED_NAME.matcher(lines.get(last).strip()).matches();
    }

    /** Without empty lines at the end. */
    private static List<String> trimmed(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(0, end);
    }
}
