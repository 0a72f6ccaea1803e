package vn.quyche.messenger.internal.service;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.quyche.core.api.persistence.Leases;

/** Leases of this test alone; another one stands for a node that does not know them. */
final class FakeLeases implements Leases {

    private final Set<String> held = ConcurrentHashMap.newKeySet();

    @Override
    public boolean with(String name, Duration length, Runnable work) {
        if (!held.add(name)) {
            return false;
        }
        try {
            work.run();
        } finally {
            held.remove(name);
        }
        return true;
    }
}
