package vn.quyche.signing.internal.key;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who has which slot. A device knows one sign-in for the whole program: a second session beside an open one would be let in with
 * any PIN, and whoever signs out first signs the other out. So there is one session at a time.
 */
public final class Pkcs11Slots {

    private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();
    private final Duration wait;

    /** @param wait how long one waits for a slot */
    public Pkcs11Slots(Duration wait) {
        this.wait = wait;
    }

    /** Takes a slot; what it gives lets it go. */
    Runnable take(String slot) throws KeyTrouble {
        Semaphore place = slots.computeIfAbsent(slot, key -> new Semaphore(1, true));
        try {
            if (!place.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new KeyTrouble(KeyTrouble.Kind.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyTrouble(KeyTrouble.Kind.BUSY, e);
        }
        return place::release;
    }
}
