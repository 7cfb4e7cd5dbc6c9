package de.stadttor.saml.opensaml;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import net.shibboleth.utilities.java.support.xml.BasicParserPool;
import org.junit.jupiter.api.Test;

class ParserProofTest {

    private final BasicParserPool parsers = new BasicParserPool();

    @Test
    void isContentWithOurParser() {
        assertThatCode(() -> ParserProof.demand(OpenSaml.parsers())).doesNotThrowAnyException();
    }

    @Test
    void refusesAParserThatTakesADoctype() throws Exception {
        parsers.setBuilderFeatures(Map.of("http://apache.org/xml/features/disallow-doctype-decl", false));
        parsers.initialize();

        assertThatIllegalStateException()
                .isThrownBy(() -> ParserProof.demand(parsers))
                .withMessageContaining("DOCTYPE");
    }

    @Test
    void refusesAParserThatKeepsComments() throws Exception {
        parsers.setIgnoreComments(false);
        parsers.initialize();

        assertThatIllegalStateException()
                .isThrownBy(() -> ParserProof.demand(parsers))
                .withMessageContaining("comments");
    }
}
