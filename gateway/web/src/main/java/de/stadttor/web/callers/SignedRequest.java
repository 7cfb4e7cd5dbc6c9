package de.stadttor.web.callers;

import de.stadttor.machines.RecognizedClients.Signed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.BadCredentialsException;

/**
 * A request signed as HTTP Message Signatures have it (RFC 9421). We demand that method, path and query are covered, of
 * a write its {@code content-digest} (RFC 9530) as well, and that it says when it was made, by whom, and a nonce.
 */
final class SignedRequest {

    static final String INPUT = "Signature-Input";
    static final String DIGEST = "content-digest";

    private static final String SIGNATURE = "Signature";
    private static final String ALGORITHM = "hmac-sha256";
    private static final Set<String> ALWAYS = Set.of("@method", "@path", "@query");
    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final int LONGEST_NAME = 200;

    private final ServerHttpRequest request;

    SignedRequest(ServerHttpRequest request) {
        this.request = request;
    }

    /** Its signature, not yet verified; {@link BadCredentialsException} for one that we do not take. */
    Signed read() {
        try {
            var inputs = Parser.parseDictionary(header(INPUT)).get();
            var signatures = Parser.parseDictionary(header(SIGNATURE)).get();
            if (inputs.size() != 1) {
                throw refused("exactly one signature");
            }
            String label = inputs.keySet().iterator().next();
            if (!(inputs.get(label) instanceof InnerList covered)
                    || !(signatures.get(label) instanceof ByteSequenceItem code)) {
                throw refused("no signature");
            }
            return signed(covered, bytes(code.get()));
        } catch (ParseException e) {
            throw refused("signature unreadable");
        }
    }

    private Signed signed(InnerList covered, byte[] code) {
        var parameters = covered.getParams();
        if (parameters.containsKey("alg") && !text(parameters.get("alg")).equals(ALGORITHM)) {
            throw refused("another algorithm");
        }
        if (!(parameters.get("created") instanceof IntegerItem created)) {
            throw refused("no time");
        }
        return new Signed(
                text(parameters.get("keyid")),
                text(parameters.get("nonce")),
                Instant.ofEpochSecond(created.getAsLong()),
                base(covered).getBytes(StandardCharsets.UTF_8),
                code);
    }

    /** What was signed (RFC 9421, 2.5). */
    private String base(InnerList covered) {
        Set<String> names = new HashSet<>();
        var base = new StringBuilder();
        for (Item<?> component : covered.get()) {
            String name = text(component);
            if (!component.getParams().isEmpty() || !names.add(name)) {
                throw refused("a component that we do not take");
            }
            base.append('"').append(name).append("\": ").append(value(name)).append('\n');
        }
        boolean writes = WRITES.contains(request.getMethod());
        if (!names.containsAll(ALWAYS) || (writes && !names.contains(DIGEST))) {
            throw refused("too little is covered");
        }
        return base.append("\"@signature-params\": ")
                .append(covered.serialize())
                .toString();
    }

    private String value(String name) {
        return switch (name) {
            case "@method" -> request.getMethod().name();
            case "@path" -> request.getURI().getRawPath();
            case "@query" -> "?" + Objects.requireNonNullElse(request.getURI().getRawQuery(), "");
            case "@authority" -> header(HttpHeaders.HOST).toLowerCase(Locale.ROOT);
            default -> header(name);
        };
    }

    /** Several lines of a header are one, as RFC 9421, 2.1 has it. */
    private String header(String name) {
        List<String> lines = request.getHeaders().getOrEmpty(name);
        if (lines.isEmpty()) {
            throw refused("a header is missing");
        }
        return String.join(", ", lines.stream().map(String::strip).toList());
    }

    private static String text(@Nullable Object item) {
        if (item instanceof StringItem text
                && !text.get().isEmpty()
                && text.get().length() <= LONGEST_NAME) {
            return text.get();
        }
        throw refused("a parameter is missing");
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static BadCredentialsException refused(String why) {
        return new BadCredentialsException(why);
    }
}
