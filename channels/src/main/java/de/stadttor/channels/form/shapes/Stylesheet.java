package de.stadttor.channels.form.shapes;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.Logger;
import net.sf.saxon.lib.TraceListener;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trace.Traceable;

/**
 * Rules as a stylesheet. Its output is JSON text, by {@code <xsl:output method="json"/>} or {@code method="text"}. It
 * is traced, which lets it be stopped: an administrator's endless loop shall not be everybody's.
 */
final class Stylesheet implements Rules {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Processor processor;
    private final XsltExecutable executable;

    /** @throws SaxonApiException when it is none */
    Stylesheet(Processor processor, String stylesheet) throws SaxonApiException {
        this.processor = processor;
        XsltCompiler compiler = processor.newXsltCompiler();
        compiler.setErrorReporter(_ -> {});
        compiler.setCompileWithTracing(true);
        this.executable = compiler.compile(new StreamSource(new StringReader(stylesheet)));
    }

    @Override
    public byte[] follow(byte[] document) {
        var source = XmlDocument.read(processor, document).asSource();
        var output = new BoundedOutput();
        try {
            Xslt30Transformer transformer = executable.load30();
            transformer.setErrorReporter(_ -> {});
            transformer.setMessageHandler(_ -> {});
            transformer.setResultDocumentHandler(_ -> {
                throw MappingFailure.failed();
            });
            transformer.getUnderlyingController().setUnparsedTextURIResolver((_, _, _) -> {
                throw ClosedWorld.outside();
            });
            transformer.setTraceListener(new Deadline(System.nanoTime() + PATIENCE.toNanos()));
            Serializer serializer = transformer.newSerializer(output);
            transformer.transform(source, serializer);
            return output.toByteArray();
        } catch (SaxonApiException | RuntimeException | StackOverflowError e) {
            throw MappingFailure.of(e);
        }
    }

    private static final class BoundedOutput extends ByteArrayOutputStream {

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            if (size() + length > MappingFailure.LONGEST_OUTPUT) {
                throw MappingFailure.tooLong();
            }
            super.write(bytes, offset, length);
        }
    }

    /** @param nanos of {@link System#nanoTime()} */
    private record Deadline(long nanos) implements TraceListener {

        @Override
        public void setOutputDestination(Logger stream) {
            // It tells nothing.
        }

        @Override
        public void enter(Traceable instruction, Map<String, Object> properties, XPathContext context) {
            if (System.nanoTime() - nanos > 0) {
                throw new Refused(Refusal.Invalid.at("", "mapping-too-slow"));
            }
        }
    }
}
