package vn.quyche.signing.internal.service;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.remote.RemoteAddress;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.signing.internal.remote.CscClient;
import vn.quyche.signing.internal.store.JpaRemoteServiceStore;

/** Comes in at remote signing services, at those addresses only that the configuration names, whatever a page says. */
@Component(service = RemoteDoors.class, configurationPid = OutsideConfig.PID)
public final class RemoteDoors {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteDoors.class);

    private final JpaRemoteServiceStore store;
    private final Secrets secrets;
    private volatile Map<String, URI> addresses;
    private volatile Duration time;

    @Activate
    public RemoteDoors(OutsideConfig config, @Reference JpaRemoteServiceStore store, @Reference Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
        modified(config);
    }

    @Modified
    void modified(OutsideConfig config) {
        addresses = addresses(config.remote_services());
        time = Duration.ofSeconds(config.remote_seconds());
    }

    /** The services that may be used, by name. */
    public Map<String, URI> addresses() {
        return addresses;
    }

    /** A client of a service with what was entered for it. @throws Unavailable {@code signing.no-remote} */
    public CscClient client(String name) {
        JpaRemoteServiceStore.Kept kept =
                store.find(name).orElseThrow(() -> new Unavailable("signing.no-remote", name));
        return client(name, kept.version(), kept.user(), secrets.open(kept.sealed()));
    }

    /** A client with a secret that is not stored yet. */
    CscClient client(String name, int version, String user, String secret) {
        URI address =
                Optional.ofNullable(addresses.get(name)).orElseThrow(() -> new Unavailable("signing.no-remote", name));
        return new CscClient(new CscClient.Access(address, version, user, secret), time);
    }

    private static Map<String, URI> addresses(String text) {
        Map<String, URI> found = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length != 2 || pair[0].isBlank()) {
                continue;
            }
            String address = pair[1].strip().replaceAll("/+$", "");
            // scheme and host are judged alone: secrets go there, so it is encrypted or this machine
            String host = address.replaceAll("^(\\w+://[^/]+).*$", "$1");
            if (RemoteAddress.read(host).isPresent() && address.matches("[A-Za-z0-9:/._\\[\\]-]+")) {
                found.put(pair[0].strip(), URI.create(address));
            } else {
                LOG.error("{} of {} is no address of a remote signing service", part, OutsideConfig.PID);
            }
        }
        return Map.copyOf(found);
    }
}
