package de.stadttor.channels.email.automatic;

import java.util.regex.Pattern;

/** Tells a server that keeps trying from one that gave up. */
final class DelayWords {

    /** A promise to go on counts more than the word that delivery failed so far. */
    private static final Pattern PROMISE =
            Pattern.compile("(?iu)\\b(?:will (?:keep|continue|be re)?-?tr(?:y|ied|ying)|attempts? will (?:continue|be"
                + " (?:made|repeated))|keep trying|continue to try|still (?:trying|being|be)|has not been delivered"
                + " yet|not yet (?:been )?delivered|you do not need to resend|warning message only|warning only|noch"
                + " nicht zugestellt|weiterhin versucht|erneut versucht|wird es weiter|weitere zustellversuche|pas"
                + " encore)");

    private static final Pattern DELAY = Pattern.compile(
            "(?iu)\\b(?:delayed|delay|temporarily deferred|retry(?:ing)? (?:sending )?(?:for|until)|verzögert|verspät"
                    + "|retard[ée]|demorad|retrasad|ritardo|in ritardo|opóźnion|задерж|gecikti)");
    private static final Pattern FINAL = Pattern.compile("(?iu)(?:giving up|given up|gave up|no further attempts"
            + "|not going to try again|permanent (?:fatal )?(?:error|failure)|failed permanently)");
    private static final Pattern GIVEN_UP = Pattern.compile(
            "(?iu)(?:(?:was|has been) returned|could not be delivered|undeliverable|delivery (?:has )?failed|unable to"
                    + " deliver)");
    private static final Pattern WARNING = Pattern.compile("(?iu)\\bwarning\\b|\\bwarnung\\b");

    private DelayWords() {}

    /** True when the server says that it goes on trying. */
    static boolean speak(String subject, String text) {
        if (FINAL.matcher(text).find()) {
            return false;
        }
        if (PROMISE.matcher(text).find()) {
            return true;
        }
        boolean givenUp = GIVEN_UP.matcher(text).find();
        boolean warned = WARNING.matcher(subject).find() && FailureWords.status(subject) == null;
        boolean told = DELAY.matcher(subject).find() || DELAY.matcher(text).find();
        return !givenUp && (told || warned);
    }
}
