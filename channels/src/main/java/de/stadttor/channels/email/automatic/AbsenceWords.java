package de.stadttor.channels.email.automatic;

import java.util.regex.Pattern;

/** How people's absence notes begin, in the languages citizens write in. */
final class AbsenceWords {

    /** Subjects that only a mail program writes. */
    private static final Pattern SUBJECT = Pattern.compile(
            "(?iu)^\\s*(?:\\[[^\\]]{1,30}\\]\\s*)?(?:(?:re|aw|wg|fwd?)\\s*:\\s*)?\\[?(?:auto: .{1,80}(?:out of the"
                + " office|is away|außer haus|abwesend|nicht im (?:büro|haus|dienst)|absent|fuori ufficio|fuera de la"
                + " oficina|poza biurem)|.{1,60} (?:is out of the office|ist (?:außer haus|abwesend|nicht im"
                + " büro))\\.? \\((?:returning|until|back|rückkehr|bis|zurück)|automatische"
                + " antwort|abwesenheits(?:notiz|meldung|nachricht|info|assistent|benachrichtigung)|abwesenheit(?:"
                + " |:|$)|out[- ]of[- ](?:the[- ])?office|\\[?ooo\\]?\\s*(?::|$)|automatic reply|auto(?:matic)?[-"
                + " ]?(?:reply|response|responder|antwort)\\b|vacation (?:reply|response|notice|message|auto)|away"
                + " (?:from (?:my|the) (?:mail|office|desk)|message|notice)|(?:ich bin )?nicht im"
                + " (?:büro|haus|dienst)|(?:ich bin )?im urlaub|urlaubs(?:meldung|notiz|abwesenheit)|réponse"
                + " automatique|absence du bureau|absent du bureau|message d['’]absence|je suis absent|respuesta"
                + " automática|fuera de (?:la )?oficina|ausencia de oficina|respuesta de ausencia|risposta"
                + " automatica|fuori (?:sede|ufficio)|assente dall['’]ufficio|assenza dall['’]ufficio|resposta"
                + " automática|fora do escritório|ausência temporária|otomatik (?:yanıt|cevap)|ofis dışında|ofiste"
                + " değilim|izindeyim|odpowiedź automatyczna|automatyczna odpowiedź|poza"
                + " biurem|nieobecność|nieobecny|автоматический ответ|автоответ|вне офиса|нет на месте|автоматична"
                + " відповідь|автовідповідь|поза офісом|automatisch antwoord|afwezig|niet aanwezig|automatiskt"
                + " svar|autosvar|frånvaro|ikke til stede|fravær|automaattinen vastaus|poissa|automatická odpověď|mimo"
                + " kancelář|automatikus válasz|házon kívül|răspuns automat|自动答复|自動回覆|自動応答|不在|부재 중|automatski"
                + " odgovor|αυτόματη απάντηση)");

    /** Words in the first lines of an automatic answer that speak of absence. */
    private static final Pattern TEXT =
            Pattern.compile("(?iu)(?:nicht im (?:büro|haus|dienst|hause)|außer haus|ausser haus|abwesend|im urlaub|in"
                + " urlaub|nicht erreichbar|wieder erreichbar|dienstreise|elternzeit|bin (?:erst )?(?:ab|am) .{1,30}"
                + " wieder|out of (?:the )?office|out of town|on (?:vacation|holiday|leave|annual leave|maternity"
                + " leave)|away (?:from|until)|limited access to (?:my )?e-?mail|will (?:be back|return)|not in the"
                + " office|currently unavailable|am unavailable|absent|en congés?|de retour|fuera de (?:la"
                + " )?oficina|vacaciones|ausente|fuori (?:sede|ufficio)|in ferie|assente|férias|fora do"
                + " escritório|izinde|tatilde|ofis dışında|urlopi?e?|poza"
                + " biurem|nieobecn|отпуск|отсутств|відпуст|відсутн|op vakantie|afwezig|met verlof|semester|på"
                + " ferie|lomalla|dovolen)");

    private static final int BEGINNING = 1_200;

    private AbsenceWords() {}

    /** Who asks is a person. */
    static boolean inSubject(String subject) {
        return !subject.stripTrailing().endsWith("?")
                && SUBJECT.matcher(subject).find();
    }

    static boolean inText(String text) {
        return TEXT.matcher(text.substring(0, Math.min(BEGINNING, text.length())))
                .find();
    }
}
