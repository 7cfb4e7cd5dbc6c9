package de.stadttor.saml;

import de.stadttor.saml.testidp.Conduct;
import de.stadttor.saml.testidp.answer.Attack;
import de.stadttor.saml.testidp.answer.Attacks;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttackTest {
    @Test
    void probe() {
        Stream.of(
                        Attacks.wrapping(),
                        Attacks.signature(),
                        Attacks.encryption(),
                        Attacks.content(),
                        Attacks.xml(),
                        Attacks.comments())
                .flatMap(java.util.List::stream)
                .forEach(a -> {
                    System.out.println(a + " | " + run(a, true) + " | " + run(a, false));
                });
        System.out.println("NONE " + run(Attack.NONE, true) + run(Attack.NONE, false));
    }

    String run(Attack a, boolean enc) {
        try {
            var t = new Trial(enc ? TestProfiles.strict() : TestProfiles.readable());
            t.provider.behave(
                    enc
                            ? Conduct.HONEST.attacking(a)
                            : Conduct.HONEST.readable().attacking(a));
            return String.valueOf(t.finish(t.answer()));
        } catch (RuntimeException e) {
            e.printStackTrace();
            return "EXC " + e;
        }
    }
}
