package de.stadttor.channels.email.sender;

import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.Slice;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another check within bounded time: name servers that are silent must not cost the mail itself. */
public final class HurriedCheck implements SenderCheck {

    /** RFC 8601, 2.7: an error that may be gone later. */
    private static final SenderVerdict LATER = new SenderVerdict("temperror", "temperror", "temperror", null);

    private final SenderCheck check;
    private final Duration longest;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sender check").factory());

    public HurriedCheck(SenderCheck check, Duration longest) {
        this.check = check;
        this.longest = longest;
    }

    @Override
    public SenderVerdict check(HeaderFields header, Slice raw) {
        Future<SenderVerdict> verdict = threads.submit(() -> check.check(header, raw));
        try {
            return verdict.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            verdict.cancel(true);
            return LATER;
        } catch (ExecutionException e) {
            throw new IllegalStateException("sender check", e.getCause());
        } catch (InterruptedException e) {
            verdict.cancel(true);
            Thread.currentThread().interrupt();
            return LATER;
        }
    }
}
