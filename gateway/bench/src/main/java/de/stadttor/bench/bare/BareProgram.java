package de.stadttor.bench.bare;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.POST;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** WebFlux on Reactor Netty over R2DBC, and nothing of ours but the SQL. */
public final class BareProgram implements AutoCloseable {

    private final BareDatabase database;
    private final DisposableServer server;

    private BareProgram(BareDatabase database, DisposableServer server) {
        this.database = database;
        this.server = server;
    }

    /** @param arguments port, folder of the database, folder of the database server's binaries */
    public static void main(String[] arguments) throws IOException {
        var program = start(Integer.parseInt(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(program::close));
        program.server.onDispose().block();
    }

    /** @param port 0 for any */
    static BareProgram start(int port, Path home, Path binaries) throws IOException {
        BareDatabase database = BareDatabase.start(binaries, home);
        var client = DatabaseClient.create(database.connections());
        var transaction = TransactionalOperator.create(new R2dbcTransactionManager(database.connections()));
        var handler = new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes(client, transaction)));
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .route(routes -> routes.ws("/chat", new BareChat(client, transaction)::talk)
                        .route(_ -> true, handler))
                .bindNow(Duration.ofSeconds(10));
        return new BareProgram(database, server);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.disposeNow();
        try {
            database.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RouterFunction<ServerResponse> routes(DatabaseClient client, TransactionalOperator transaction) {
        var reading = new BareReading(client);
        return route(GET("/ready"), _ -> ServerResponse.ok().build())
                .andRoute(POST("/submissions"), new BareIntake(client, transaction)::accept)
                .andRoute(GET("/tickets/{id}"), reading::ticket)
                .andRoute(GET("/tickets/{id}/messages"), reading::messages);
    }
}
