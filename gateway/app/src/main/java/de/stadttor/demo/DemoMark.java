package de.stadttor.demo;

import de.stadttor.pages.Banner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Puts the banner on the pages of a login too, which know nothing of a demo. */
@Component
@Conditional(DemoMode.class)
final class DemoMark implements WebFilter {

    private static final List<String> PATHS = List.of("/saml2/", "/logout");
    private static final int LARGEST_PAGE = 256 * 1024;
    private static final String PLACE = "<main>";

    private final Banner banner;

    DemoMark(Banner banner) {
        this.banner = banner;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        return PATHS.stream().anyMatch(path::startsWith)
                ? chain.filter(exchange.mutate()
                        .response(marking(exchange.getResponse()))
                        .build())
                : chain.filter(exchange);
    }

    private ServerHttpResponse marking(ServerHttpResponse response) {
        return new ServerHttpResponseDecorator(response) {
            @Override
            public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
                return MediaType.TEXT_HTML.isCompatibleWith(getHeaders().getContentType())
                        ? super.writeWith(
                                DataBufferUtils.join(body, LARGEST_PAGE).map(page -> marked(page, this)))
                        : super.writeWith(body);
            }
        };
    }

    private DataBuffer marked(DataBuffer page, ServerHttpResponse response) {
        String text = page.toString(StandardCharsets.UTF_8);
        DataBufferUtils.release(page);
        byte[] marked = text.replace(PLACE, PLACE + banner.html()).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().setContentLength(marked.length);
        return response.bufferFactory().wrap(marked);
    }
}
