package de.stadttor.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

/** Looks at why something was refused. */
public final class TestRefusals {

    private TestRefusals() {}

    public static Consumer<Throwable> is(Refusal refusal) {
        return error -> assertThat(error)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
