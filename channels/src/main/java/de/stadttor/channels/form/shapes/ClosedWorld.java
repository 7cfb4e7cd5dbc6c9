package de.stadttor.channels.form.shapes;

import java.util.Set;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.trans.XPathException;
import org.jspecify.annotations.Nullable;

/**
 * A processor for rules that reach nothing but the document they are given: no file, no address, no variable of the
 * system, no Java, no code made at run time.
 */
final class ClosedWorld {

    private ClosedWorld() {}

    static Processor processor() {
        var processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(Feature.DISABLE_XSL_EVALUATE, true);
        processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoVariables());
        Configuration configuration = processor.getUnderlyingConfiguration();
        configuration.setResourceResolver(_ -> {
            throw outside();
        });
        configuration.setCollectionFinder((_, _) -> {
            throw outside();
        });
        return processor;
    }

    static XPathException outside() {
        return new XPathException("rules reach nothing outside of the document");
    }

    private static final class NoVariables implements EnvironmentVariableResolver {

        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public @Nullable String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
