package de.stadttor.mailboxes;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** One reader for each folder, whatever number of nodes there are. */
public interface FolderLeases {

    /**
     * Takes the folder, in a transaction of its own.
     *
     * @param owner this process; who holds it already gets it again, with another fence
     * @param time after it the folder is free again
     * @return empty while another one holds it
     */
    Mono<FolderLease> acquire(FolderName folder, String owner, Duration time);

    /** Holds it for {@code time} from now; fails with {@link LeaseLost} when somebody else took it meanwhile. */
    Mono<Void> renew(FolderLease lease, Duration time);

    /** Lets it go, so that others need not wait; nothing happens when it was lost. */
    Mono<Void> release(FolderLease lease);
}
