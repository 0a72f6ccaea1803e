package vn.quyche.core.web.internal.http;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.web.internal.settings.WebSettings;

/**
 * One request as the doors know it.
 *
 * @param door the door by which it came
 * @param domain the domain that it is for, empty when it is for none that is known
 * @param address the address of the client
 * @param userAgent what the client says it is
 * @param correlationId ties audit, log and answer together
 * @param locale the language to answer in
 */
public record Call(Door door, String domain, String address, String userAgent, String correlationId, Locale locale) {

    /** The header by which the correlation id comes and goes. */
    public static final String CORRELATION_HEADER = "X-Correlation-Id";

    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int LONGEST_AGENT = 200;

    /** The call that a request makes. */
    public static Call of(Door door, String domain, HttpServletRequest request, WebSettings settings) {
        return new Call(
                door,
                domain,
                address(request, settings),
                cut(request.getHeader("User-Agent")),
                correlationId(request.getHeader(CORRELATION_HEADER)),
                Languages.of(request.getHeader("Accept-Language")));
    }

    /** What the authenticator wants to know. */
    public Authenticator.Origin origin() {
        return new Authenticator.Origin(door, address, userAgent, correlationId, locale);
    }

    /** The id that the client gave, if it can do no harm in logs; else a new one. */
    static String correlationId(String given) {
        return given != null && SANE_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** The last address that a believed proxy did not write itself. */
    static String address(HttpServletRequest request, WebSettings settings) {
        String address = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !settings.trustedProxies().contains(address)) {
            return address;
        }
        String[] hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = hops[i].strip();
            if (!hop.matches("[0-9A-Fa-f.:]{2,45}")) {
                return address;
            }
            address = hop;
            if (!settings.trustedProxies().contains(hop)) {
                return address;
            }
        }
        return address;
    }

    private static String cut(String agent) {
        String plain = agent == null ? "" : agent.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST_AGENT ? plain : plain.substring(0, LONGEST_AGENT);
    }
}
