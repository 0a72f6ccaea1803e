package vn.quyche.core.api.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where another system answers. A token goes there, so it must be encrypted on its way out of this machine. */
public final class RemoteAddress {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private RemoteAddress() {}

    /**
     * Reads an address.
     *
     * @return scheme, host and port; empty when it is none, has more, or would carry the token in the open
     */
    public static Optional<String> read(String text) {
        try {
            URI uri = new URI(text.strip().replaceAll("/+$", ""));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawPath().isEmpty();
            boolean safe = plain
                    && (scheme.equals("https")
                            || scheme.equals("http")
                                    && THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT)));
            return safe ? Optional.of(scheme + "://" + uri.getRawAuthority()) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
