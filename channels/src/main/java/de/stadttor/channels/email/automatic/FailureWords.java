package de.stadttor.channels.email.automatic;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What servers say when they give no code, and which code (RFC 3463) they mean. The first rule that fits counts. */
final class FailureWords {

    private record Meaning(String status, Pattern words) {}

    private static final List<Meaning> MEANINGS = List.of(
            meaning(
                    "4.4.7",
                    "delivery (?:time )?expired|message expired|retry time(?:out)? (?:not reached|exceeded)|retries"
                            + " exceeded|too long in (?:the )?queue|in the queue too long|could not be delivered"
                            + " for|unable to deliver .{0,40} (?:in|for) .{0,10}(?:days|hours)|giving up after|maximum"
                            + " time|timeout .{0,20}exceeded|has been in the queue"),
            meaning(
                    "5.2.2",
                    "(?:mail ?box|mail ?folder|inbox|account|postfach|konto) (?:is |ist |has )?(?:\\p{L}+"
                        + " )?(?:full|voll|überfüllt|exceed)|over ?quota|quota (?:is"
                        + " )?(?:exceeded|full|violation)|exceeded (?:the )?(?:storage|mailbox|disk|his|her|their)|out"
                        + " of (?:disk )?(?:space|quota)|insufficient (?:disk|system) (?:space|storage)|postfach"
                        + " (?:ist )?(?:voll|überfüllt)|user is over|inbox is full|storage (?:limit|exceeded)|disk"
                        + " full|boîte .{0,20}pleine"),
            meaning(
                    "5.1.2",
                    "host (?:or domain name )?(?:is )?(?:unknown|not found)|unknown host|domain (?:name )?(?:not"
                            + " found|does not exist|unknown|is not)|no such (?:domain|host)|unrouteable (?:mail"
                            + " )?(?:domain|address)|name service error|couldn't find any host|no mx|unknown"
                            + " domain|unresolvable|server .{0,20}not found|nxdomain|host not found|bad destination"
                            + " (?:host|system)"),
            meaning(
                    "5.1.6",
                    "has moved|no longer (?:here|works|with|employed|valid|active|accept)|account (?:has been"
                        + " )?(?:closed|disabled|deactivated|suspended|inactive)|mailbox (?:is"
                        + " )?(?:disabled|inactive|unavailable|suspended)|recipient.{0,10}(?:disabled|suspended|inactive)"),
            meaning(
                    "5.3.4",
                    "message (?:size|is too|too) (?:large|big|exceeds)|too large|size limit|exceeds"
                            + " .{0,20}(?:size|maximum)|message file too big|zu groß"),
            meaning(
                    "5.7.1",
                    "spam|blocked|black ?list|blocklist|denied|rejected|refused (?:by|due|for"
                            + " policy)|prohibited|policy|virus|not (?:allowed|permitted|authorized)|relay(?:ing)?"
                            + " (?:denied|not)|unsolicited|reputation|(?<!not )listed (?:in|at|on)|content"
                            + " filter|banned|access denied"),
            meaning(
                    "5.1.1",
                    "user (?:is )?(?:unknown|doesn'?t exist|not (?:found|exist))|unknown"
                        + " (?:user|recipient|local|address|mailbox|account)|no such"
                        + " (?:user|recipient|mailbox|person|address|account|local|email)|(?:does ?n[o']?t|did not)"
                        + " (?:exist|have an? .{0,20}account)|not? (?:a )?(?:valid|known)"
                        + " (?:mailbox|user|recipient|address)|(?:address|recipient|mailbox|account|user).{0,60}(?:not"
                        + " found|unknown|unavailable|invalid|not recogni[sz]ed|does not exist|couldn't be found|not"
                        + " listed|rejected|nicht (?:gefunden|bekannt))|no mailbox (?:here )?by that name|invalid"
                        + " (?:recipient|mailbox|address|user)|not listed in|unbekannt|existiert nicht|nicht"
                        + " gefunden|n'existe pas|inconnu|no existe|non esiste|no one by that name|no (?:local"
                        + " )?(?:user|mailbox|mail box|account) (?:here |found|by)|(?:invalid|incorrect|wrong)"
                        + " .{0,20}(?:user ?id|mailbox|address|recipient|user)|not a (?:known|valid) user|not exactly"
                        + " match|adresse .{0,80}n'existe|odbiorca .{0,60}nie istnieje|not our customer|bad"
                        + " destination mailbox|user .{0,60}not known|no account"),
            meaning(
                    "4.4.1",
                    "connection (?:timed out|refused|reset|dropped|died)|connect(?:ion)? (?:failed|error)|could(?:"
                            + " not|n't) (?:be )?(?:established|connect)|(?:host|server|network) (?:is"
                            + " )?(?:unreachable|down|not responding)|operation timed out|no answer from|timed"
                            + " out|temporar(?:y|ily)|try again|greylist|deferred"));

    private FailureWords() {}

    private static Meaning meaning(String status, String words) {
        return new Meaning(status, Pattern.compile("(?iu)" + words));
    }

    /** What the first of {@code texts} that has known words means; null when none has. */
    static @Nullable String status(String... texts) {
        for (String text : texts) {
            for (Meaning meaning : MEANINGS) {
                if (meaning.words.matcher(text).find()) {
                    return meaning.status;
                }
            }
        }
        return null;
    }
}
