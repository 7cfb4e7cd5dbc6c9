package de.stadttor.saml.opensaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import net.shibboleth.utilities.java.support.component.ComponentInitializationException;
import net.shibboleth.utilities.java.support.xml.BasicParserPool;
import net.shibboleth.utilities.java.support.xml.ParserPool;
import org.opensaml.core.config.ConfigurationService;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.Initializer;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder.SAML1Version;
import org.opensaml.xmlsec.config.DecryptionParserPool;
import org.xml.sax.SAXException;

/**
 * Brings OpenSAML up once, with one strict parser for everything: messages, metadata and decrypted content. Whoever
 * reads XML here asks for it here.
 */
final class OpenSaml {

    /** Our messages are nested about 15 deep; recursion over the tree must stay far from the stack's end. */
    private static final String DEEPEST = "64";

    private static final String DEPTH_LIMIT = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final String DEFERRED_DOM = "http://apache.org/xml/features/dom/defer-node-expansion";
    private static final int PARSERS = 64;

    private static final OpenSaml INSTANCE = new OpenSaml();

    private final ParserPool parsers;
    private final SchemaCheck schema;

    private OpenSaml() {
        try {
            initialize();
            parsers = strictParsers();
            ParserProof.demand(parsers);
            ConfigurationService.register(DecryptionParserPool.class, new DecryptionParserPool(parsers));
            schema = new SchemaCheck(new SAMLSchemaBuilder(SAML1Version.SAML_11).getSAMLSchema());
        } catch (InitializationException | ComponentInitializationException | SAXException e) {
            throw new IllegalStateException("OpenSAML does not start", e);
        }
    }

    static ParserPool parsers() {
        return INSTANCE.parsers;
    }

    static SchemaCheck schema() {
        return INSTANCE.schema;
    }

    /** As OpenSAML does itself, without the part that wants an HTTP client, which is not on our class path. */
    private static void initialize() throws InitializationException {
        List<Initializer> needed = ServiceLoader.load(Initializer.class, OpenSaml.class.getClassLoader()).stream()
                .filter(each -> !each.type().getSimpleName().startsWith("HttpClient"))
                .map(ServiceLoader.Provider::get)
                .toList();
        for (Initializer each : needed) {
            each.init();
        }
    }

    /**
     * The defaults refuse DOCTYPE and entities and drop comments, so they stay. Added: a limit of depth, errors that
     * throw instead of being logged, and no deferred DOM, which decryption cannot stand.
     */
    private static ParserPool strictParsers() throws ComponentInitializationException {
        var pool = new BasicParserPool();
        Map<String, Boolean> features = new HashMap<>(pool.getBuilderFeatures());
        features.put(DEFERRED_DOM, Boolean.FALSE);
        pool.setBuilderFeatures(features);
        pool.setBuilderAttributes(Map.of(DEPTH_LIMIT, DEEPEST));
        pool.setErrorHandler(new ThrowingErrorHandler());
        pool.setMaxPoolSize(PARSERS);
        pool.initialize();
        return pool;
    }
}
