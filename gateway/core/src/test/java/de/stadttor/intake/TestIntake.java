package de.stadttor.intake;

import de.stadttor.InMemoryPorts;
import de.stadttor.guests.AccessLinks;
import de.stadttor.outbox.Deliveries;
import de.stadttor.seals.Seal;
import de.stadttor.sharing.SharedWork;
import de.stadttor.ticketing.InMemoryQueues;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.TestQueues;
import java.security.SecureRandom;
import java.util.Set;

/** The door in memory. */
public final class TestIntake {

    private TestIntake() {}

    public static AccessLinks links(InMemoryPorts ports) {
        return new AccessLinks(
                ports.guestAccess(),
                Seal.derive(new byte[32], "links"),
                new SecureRandom(),
                ports.ids(),
                ports.clock());
    }

    /** Already open; knows {@link TestQueues#gardening()} only. */
    public static Intake open(InMemoryPorts ports, AccessLinks links, Deliveries deliveries) {
        var journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
        var conversation = new Conversation(
                ports.tickets(), ports.messages(), ports.originals(), journal, ports.outbox(), deliveries, ports.ids());
        var twins = new Twins(ports.requestKeys(), ports.tickets(), ports.messages());
        var admission = new Admission(
                ports.unitOfWork(),
                ports.requestKeys(),
                ports.quarantine(),
                ports.citizens(),
                twins,
                new Threading(ports.tickets(), new InMemoryQueues(TestQueues.gardening()), ports.merges()),
                conversation,
                links);
        var intake = new Intake(
                ports.ticketNumbers(),
                admission,
                twins,
                ports.requestKeys(),
                conversation,
                links,
                ports.ids(),
                ports.clock(),
                _ -> false,
                new SharedWork.Bounds(2, 64, 2000));
        intake.open().subscribe();
        return intake;
    }
}
