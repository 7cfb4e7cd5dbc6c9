package de.stadttor.contract;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Holds Server-Sent Events against the schemas that a contract lists by event name in {@code x-events}. */
final class EventCheck {

    private final String where;
    private final Place events;
    private final Schemas schemas;

    EventCheck(String where, Place events, Schemas schemas) {
        this.where = where;
        this.events = events;
        this.schemas = schemas;
    }

    /** The same stream, which fails at the first event that the contract does not allow. */
    Flux<DataBuffer> checked(Flux<DataBuffer> stream) {
        return Flux.defer(() -> {
            Blocks blocks = new Blocks();
            return stream.publishOn(Schedulers.boundedElastic(), 1)
                    .doOnNext(buffer -> blocks.add(buffer).forEach(this::check))
                    .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
        });
    }

    private void check(String block) {
        String name = field(block, "event");
        String data = field(block, "data");
        if (name.isEmpty() && data.isEmpty()) {
            return;
        }
        List<String> faults = events.find(name)
                .map(schema -> schemas.faultsOfJson(schema, data))
                .orElseGet(() -> List.of("is not promised"));
        ContractViolation.throwUnlessEmpty("event '" + name + "' in " + where + " with data " + data, faults);
    }

    /** The value of a field, its lines joined (WHATWG HTML, 9.2.6); empty when it is absent. */
    private static String field(String block, String name) {
        return block.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).stripLeading())
                .collect(Collectors.joining("\n"));
    }

    /** Cuts a stream into its blocks, which end with an empty line. */
    private static final class Blocks {

        private final ByteArrayOutputStream open = new ByteArrayOutputStream();

        List<String> add(DataBuffer buffer) {
            ByteBuffer bytes = ByteBuffer.allocate(buffer.readableByteCount());
            buffer.toByteBuffer(bytes);
            open.writeBytes(bytes.array());
            String text = open.toString(StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf("\n\n");
            if (end < 0) {
                return List.of();
            }
            byte[] all = open.toByteArray();
            open.reset();
            open.write(all, end + 2, all.length - end - 2);
            return List.of(new String(all, 0, end, StandardCharsets.UTF_8).split("\n\n"));
        }
    }
}
