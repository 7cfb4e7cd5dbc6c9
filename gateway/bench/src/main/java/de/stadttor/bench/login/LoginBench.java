package de.stadttor.bench.login;

import de.stadttor.bench.login.LoginClient.LoginTime;
import de.stadttor.bench.machine.Folder;
import de.stadttor.bench.machine.Options;
import de.stadttor.bench.machine.Server;
import de.stadttor.bench.report.Latencies;
import de.stadttor.bench.report.Table;
import de.stadttor.bench.report.Verdict;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The command {@code bench login}: browsers log in one after the other, from the first click to the session. The demo's
 * identity provider signs and encrypts in the same process, so a real gateway does more. The last line is for machines.
 */
public final class LoginBench {

    private static final List<Integer> BROWSERS = List.of(1, 8, 32);

    private LoginBench() {}

    /** Takes {@code --warm-up=SECONDS} and {@code --seconds=SECONDS}. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        Verdict verdict;
        try (Folder folder = Folder.fresh()) {
            verdict = run(Options.of(arguments), folder);
        }
        System.out.println(verdict);
        System.exit(verdict.exitStatus());
    }

    private static Verdict run(Options options, Folder folder)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        try (Server program = Server.program(options, folder.resolve("program"));
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            var client = new LoginClient(http, program.url());
            long done = load(client, 8, options.warmUp()).size();
            var table = new Table("browsers", "logins/s", "p50 ms", "p95 ms", "p99 ms", "ours p50 ms", "ours p95 ms");
            for (int browsers : BROWSERS) {
                List<LoginTime> times = load(client, browsers, options.measured());
                table.row(line(browsers, times, options.measured()));
                done += times.size();
            }
            System.out.println(table);
            return verdict(done, sessions(program));
        }
    }

    private static List<LoginTime> load(LoginClient client, int browsers, Duration length)
            throws InterruptedException, ExecutionException {
        Queue<LoginTime> times = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> loops = IntStream.range(0, browsers)
                    .mapToObj(_ -> threads.<Void>submit(() -> {
                        while (System.nanoTime() < end) {
                            times.add(client.logIn());
                        }
                        return null;
                    }))
                    .toList();
            for (Future<Void> loop : loops) {
                loop.get();
            }
        }
        return List.copyOf(times);
    }

    private static Object[] line(int browsers, List<LoginTime> times, Duration length) {
        var whole = Latencies.of(times.stream().map(LoginTime::whole).toList());
        var ours = Latencies.of(times.stream().map(LoginTime::ours).toList());
        double rate = times.size() / (length.toMillis() / 1e3);
        return new Object[] {
            browsers,
            String.format(Locale.ROOT, "%.1f", rate),
            whole.shown(50),
            whole.shown(95),
            whole.shown(99),
            ours.shown(50),
            ours.shown(95)
        };
    }

    private static long sessions(Server program) throws IOException, SQLException {
        try (var tables = program.database().connect();
                var statement = tables.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM login_session")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Verdict verdict(long logins, long sessions) {
        return Verdict.of(OptionalDouble.empty(), Math.max(0, logins - sessions), Math.max(0, sessions - logins));
    }
}
