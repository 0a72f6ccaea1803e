package vn.quyche.core.web.internal.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.web.internal.settings.WebSettings;

/**
 * Bounds how often an account or an address may call.
 *
 * <p>Counted per node and kept in memory for the most recent accounts and addresses only. The platform's own address space
 * is small; a flood from many addresses is the business of the firewall.
 */
@Component(service = RateLimits.class)
public final class RateLimits {

    private static final int REMEMBERED = 10_000;
    private static final int IPV6_BYTES = 16;
    private static final int REFUSALS_WRITTEN_PER_MINUTE = 10;

    private final Buckets accounts;
    private final Buckets addresses;
    private final Buckets failures;
    private final Buckets visitors;
    private final Buckets refusals = new Buckets(() -> REFUSALS_WRITTEN_PER_MINUTE);

    @Activate
    public RateLimits(@Reference WebSettings settings) {
        this.accounts = new Buckets(settings::accountPerMinute);
        this.addresses = new Buckets(settings::addressPerMinute);
        this.failures = new Buckets(settings::failuresPerMinute);
        this.visitors = new Buckets(settings::visitorPerMinute);
    }

    /** Counts a request of an account. @throws TooMany when it called too often */
    public void account(String accountId) {
        accounts.take(accountId);
    }

    /** Counts a request without an account. @throws TooMany when the address called too often */
    public void anonymous(String address) {
        addresses.take(address);
    }

    /**
     * Counts a page read without an account. The addresses of one IPv6 network count together: who has one has all of them.
     *
     * @throws TooMany when the address read too many
     */
    public void visitor(String address) {
        visitors.take(network(address));
    }

    /** The part of an IPv6 address that a provider gives to one customer; another address as it is. */
    static String network(String address) {
        String bare = address.replaceAll("[\\[\\]]|%.*", "");
        if (!bare.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(bare).getAddress();
            return bytes.length == IPV6_BYTES ? HexFormat.of().formatHex(bytes, 0, IPV6_BYTES / 2) : address;
        } catch (UnknownHostException notOne) {
            return address;
        }
    }

    /** Before a proof of identity is checked. @throws TooMany when too many from the address were wrong */
    public void beforeSignIn(String address) {
        failures.check(address);
    }

    /** Counts a wrong proof of identity. */
    public void signInFailed(String address) {
        failures.tryTake(address);
    }

    /** Whether one more refusal at the door should be written to the audit log for this account. */
    public boolean writeRefusal(String accountId) {
        return refusals.tryTake(accountId);
    }

    /** One bucket of tokens per key, refilled evenly over a minute. */
    private static final class Buckets {

        private final IntSupplier perMinute;
        private final Map<String, Sized> byKey = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Sized> eldest) {
                return size() > REMEMBERED;
            }
        };

        private record Sized(int size, Bucket bucket) {}

        Buckets(IntSupplier perMinute) {
            this.perMinute = perMinute;
        }

        void take(String key) {
            ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw new TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }

        boolean tryTake(String key) {
            return bucket(key).tryConsume(1);
        }

        void check(String key) {
            var probe = bucket(key).estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                throw new TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }

        private synchronized Bucket bucket(String key) {
            int size = perMinute.getAsInt();
            Sized known = byKey.get(key);
            if (known == null || known.size() != size) {
                known = new Sized(size, newBucket(size));
                byKey.put(key, known);
            }
            return known.bucket();
        }

        private static Bucket newBucket(int size) {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(size).refillGreedy(size, Duration.ofMinutes(1)))
                    .build();
        }
    }
}
