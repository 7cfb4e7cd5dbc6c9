package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.metadata.ReloadingIdentityProviders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;

/** Keeps metadata fresh as long as the application runs, and not a moment longer. */
final class MetadataReloading implements SmartLifecycle {

    private final ReloadingIdentityProviders providers;
    private volatile @Nullable Disposable reloading;

    MetadataReloading(ReloadingIdentityProviders providers) {
        this.providers = providers;
    }

    /** The one place that subscribes: nobody waits for this work, and {@link #stop} ends it with the application. */
    @Override
    public synchronized void start() {
        if (!isRunning()) {
            reloading = providers.keepReloading().subscribe();
        }
    }

    @Override
    public synchronized void stop() {
        var running = reloading;
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        var running = reloading;
        return running != null && !running.isDisposed();
    }
}
