package de.stadttor.bench.chat;

import com.nimbusds.jose.JOSEException;
import com.sun.management.UnixOperatingSystemMXBean;
import de.stadttor.bench.bare.BareProgram;
import de.stadttor.bench.machine.Costs;
import de.stadttor.bench.machine.DemoTokens;
import de.stadttor.bench.machine.Folder;
import de.stadttor.bench.machine.Options;
import de.stadttor.bench.machine.Server;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The command {@code bench chat}: many open chats, in which citizens at random write at a steady pace; in the same run
 * also a bare WebSocket whose echo follows one commit of the same rows. The last line is for machines.
 */
public final class ChatBench {

    private static final int CHATS = 5_000;

    /** Open files of a process beside those of its chats. */
    private static final int OTHER_FILES = 1_000;

    private final Options options;
    private final Folder folder;
    private final int chats;

    private ChatBench(Options options, Folder folder) {
        this.options = options;
        this.folder = folder;
        this.chats = Math.min(options.clients(), possible());
    }

    /**
     * Takes {@code --warm-up=SECONDS}, {@code --seconds=SECONDS} and {@code --clients=NUMBER}; exit status 1 when
     * something is lost, doubled or out of order.
     */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException, JOSEException {
        Result result;
        try (Folder folder = Folder.fresh()) {
            result = new ChatBench(Options.of(CHATS, arguments), folder).run();
        }
        System.out.println(result.verdict());
        System.exit(result.inOrder() ? result.verdict().exitStatus() : 1);
    }

    private Result run()
            throws IOException, InterruptedException, SQLException, GeneralSecurityException, JOSEException {
        if (chats < options.clients()) {
            System.out.println(chats + " chats, not " + options.clients() + ": no more files can be open here\n");
        }
        try (Server program = Server.program(options, folder.resolve("program"), Premises.limits());
                Server bare = Server.bare(BareProgram.class, options, folder.resolve("bare"))) {
            Premises.open(program);
            Path ours = folder.resolve("chats");
            Path theirs = folder.resolve("bare-chats");
            try (ChatProcess chatting = ChatProcess.start(program.url(), "127.0.0.2", tokens(program), ours);
                    ChatProcess echoing = ChatProcess.start(bare.url(), "127.0.0.3", List.of(), theirs)) {
                var side = new Side("stadttor", program, chatting);
                var turns = new Turns(side, new Side("bare", bare, echoing), program.database(), options);
                Costs costs = turns.begin(chats, program);
                turns.run();
                Result result = Result.of(turns, chatting, program);
                chatting.leave();
                System.out.println(costs.without() + "\n\n" + turns.table() + "\n\n" + result);
                return result;
            }
        }
    }

    /** A token for each operator, and for the one who keeps the door open. */
    private List<String> tokens(Server program)
            throws IOException, SQLException, GeneralSecurityException, JOSEException {
        var signed = DemoTokens.of(program);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i <= Math.ceilDiv(chats, OperatorClient.SEATS); i++) {
            tokens.add(signed.caseworker("operator-" + i));
        }
        return tokens;
    }

    /** As many as one process can hold on either side, with their operators. */
    private static int possible() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) ((system.getMaxFileDescriptorCount() - OTHER_FILES)
                        * OperatorClient.SEATS
                        / (OperatorClient.SEATS + 1))
                : Integer.MAX_VALUE;
    }
}
