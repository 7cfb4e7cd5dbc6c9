package de.stadttor.channels.email.team;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.SenderCheck;
import de.stadttor.teams.Instruction;
import de.stadttor.teams.Instruction.Afterwards;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final String QUOTED = """

        Am 22.11.2026 um 10:00 schrieb Bürgerservice:
        > ##- Stadttor -##
        > Erika Beispiel schreibt: Im Hof ist ein Wespennest.
        >
        > #intern: nur für Kollegen
        """;

    @Test
    void publishesWhatStandsAboveTheQuote() {
        assertThat(of("Wir kommen morgen.\n" + QUOTED))
                .isEqualTo(new Instruction.Reply("Wir kommen morgen.", Afterwards.NOTHING));
    }

    @Test
    void publishesWhatQuotesNothing() {
        assertThat(of("Wir kommen morgen.\n\nViele Grüße\n"))
                .isEqualTo(new Instruction.Reply("Wir kommen morgen.\n\nViele Grüße", Afterwards.NOTHING));
    }

    @Test
    void leavesTheSignatureAway() {
        assertThat(of("Wir kommen morgen.\n\n-- \nErika Garten\nGartenamt\n"))
                .isEqualTo(new Instruction.Reply("Wir kommen morgen.", Afterwards.NOTHING));
    }

    @Test
    void obeysCommandsAndPublishesNoneOfThem() {
        assertThat(of("#zu\nErledigt.\n#an steuern\n" + QUOTED))
                .isEqualTo(new Instruction.Reply("Erledigt.", new Afterwards(true, "steuern")));
    }

    @Test
    void keepsWhatIsMeantForColleagues() {
        assertThat(of("#Intern\nRuft oft an.\n" + QUOTED))
                .isEqualTo(new Instruction.Note("Ruft oft an.", Afterwards.NOTHING));
    }

    @Test
    void closesWithoutAWord() {
        assertThat(of("#zu\n" + QUOTED)).isEqualTo(new Instruction.Note("#zu", new Afterwards(true, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#itnern\nRuft oft an.\n",
                "#an\nFür euch.\n",
                "#zu morgen\nErledigt.\n",
                "# Überschrift\nText\n",
                "Erledigt.\n  #schließen\n"
            })
    void publishesNothingWithACommandThatNobodyKnows(String text) {
        assertThat(of(text + QUOTED)).isInstanceOf(Instruction.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> Im Hof ist ein Wespennest.\nWir kommen.\n> Danke\nGern.\n",
                "Wir kommen.\n##- Stadttor -##\nIm Hof ist ein Wespennest.\n",
                "Zur Kenntnis.\n\n"
                        + "Von: Erika Beispiel\n"
                        + "Gesendet: Montag\n"
                        + "An: Max\n"
                        + "Betreff: Nest\n\n"
                        + "Im Hof ist ein Nest.\n",
                ""
            })
    void publishesNothingWhoseNewPartIsNotSure(String text) {
        assertThat(of(text)).isInstanceOf(Instruction.Unclear.class);
    }

    @Test
    void neverPublishesWhatAMachineWrote() {
        String mail =
                "From: e@stadt.example\r\nSubject: Abwesend\r\nAuto-Submitted: auto-replied\r\n\r\nIm Urlaub.\r\n";

        assertThat(Answer.in(reader().read(mail.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Instruction.Automatic("Im Urlaub."));
    }

    private static Instruction of(String text) {
        String mail = """
            From: e@stadt.example
            Subject: Re: Wespennest
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            """ + text;
        return Answer.in(reader().read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static MailReader reader() {
        return new MailReader(LoopMark.UNKNOWN, MailKeys.NONE, SenderCheck.NONE);
    }
}
