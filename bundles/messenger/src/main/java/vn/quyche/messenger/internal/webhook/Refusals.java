package vn.quyche.messenger.internal.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what was refused of each address, for a minute: who knocks with forged events again and again is not looked at any
 * more until the minute is over. Good events never count. Kept in memory, for the most recent addresses only.
 */
final class Refusals {

    /** Refused events of one address in a minute before it is turned away. */
    static final int MOST = 30;

    private static final int REMEMBERED = 10_000;
    private static final long MINUTE = 60_000;
    private static final int IPV6_BYTES = 16;

    private final Clock clock;
    private final Map<String, Window> byAddress = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Window(long minute, int refused) {}

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** Whether events of an address are looked at now. */
    synchronized boolean admits(String address) {
        return of(network(address)).refused() < MOST;
    }

    /** Counts a refusal. */
    synchronized void count(String address) {
        String network = network(address);
        Window now = of(network);
        byAddress.put(network, new Window(now.minute(), now.refused() + 1));
    }

    private Window of(String network) {
        long minute = clock.millis() / MINUTE;
        Window known = byAddress.get(network);
        return known == null || known.minute() != minute ? new Window(minute, 0) : known;
    }

    /** The part of an IPv6 address that a provider gives to one customer: who has one has all of them. */
    private static String network(String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address.replaceAll("%.*", "")).getAddress();
            return bytes.length == IPV6_BYTES ? HexFormat.of().formatHex(bytes, 0, IPV6_BYTES / 2) : address;
        } catch (UnknownHostException notOne) {
            return address;
        }
    }
}
