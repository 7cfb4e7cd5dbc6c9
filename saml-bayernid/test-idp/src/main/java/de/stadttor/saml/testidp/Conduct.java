package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.Attack;
import java.time.Duration;

/**
 * How this provider behaves; for trying out what becomes of the other side.
 *
 * @param delay before each answer
 * @param down whether every request gets 503
 * @param encrypted whether assertions are encrypted
 * @param attack what is wrong with answers
 */
public record Conduct(Duration delay, boolean down, boolean encrypted, Attack attack) {

    public static final Conduct HONEST = new Conduct(Duration.ZERO, false, true, Attack.NONE);

    public Conduct slow(Duration newDelay) {
        return new Conduct(newDelay, down, encrypted, attack);
    }

    public Conduct outOfOrder() {
        return new Conduct(delay, true, encrypted, attack);
    }

    public Conduct readable() {
        return new Conduct(delay, down, false, attack);
    }

    public Conduct attacking(Attack newAttack) {
        return new Conduct(delay, down, encrypted, newAttack);
    }
}
