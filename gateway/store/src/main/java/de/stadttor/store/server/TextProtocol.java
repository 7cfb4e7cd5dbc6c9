package de.stadttor.store.server;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Connections whose statements all travel as text. The driver takes each statement with the letters "call" in it, be it
 * in the name of a table, for the call of a procedure, prepares it on the server anew each time and does not always
 * close it again; after {@code max_prepared_stmt_count} of them the server refuses any more.
 */
record TextProtocol(ConnectionFactory driver) implements ConnectionFactory {

    private static final String MISTAKEN = "call";

    /** Says to the driver that it shall not prepare what follows. */
    private static final String MARK = "/*text*/";

    @Override
    public Mono<Connection> create() {
        return Mono.<Connection>from(driver.create()).map(TextProtocol::marking);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return driver.getMetadata();
    }

    private static Connection marking(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) ->
                        method.getName().equals("createStatement") && arguments[0] instanceof String sql
                                ? connection.createStatement(sql.contains(MISTAKEN) ? MARK + sql : sql)
                                : invoke(connection, method, arguments));
    }

    private static @Nullable Object invoke(
            Connection connection, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
