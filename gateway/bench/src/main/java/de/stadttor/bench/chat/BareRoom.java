package de.stadttor.bench.chat;

import java.util.Map;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The bare WebSocket: nobody asks, nobody listens. */
final class BareRoom implements Place {

    private final HttpClient http;
    private final String url;
    private final Tally tally;

    /** @param url of the server, without a slash at the end */
    BareRoom(HttpClient http, String url, Tally tally) {
        this.http = http;
        this.url = url;
        this.tally = tally;
    }

    @Override
    public Mono<CitizenClient> begin(int number) {
        String text = new Mark(number, 0).text();
        return new CitizenClient(number, tally, _ -> {})
                .begin(http, url + "/chat", Map.of("type", "open", "text", text));
    }
}
