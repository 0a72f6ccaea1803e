package vn.quyche.core.web.internal.link;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.web.internal.http.Authentication;
import vn.quyche.core.web.internal.http.Call;
import vn.quyche.core.web.internal.settings.WebSettings;

/** Knows who may look behind the doors, as long as accounts can be looked up at all. */
@Component(service = AccountsLink.class)
public final class AccountsLink {

    /** Runs the platform. */
    public static final String OPERATE = "platform:operate";

    private final WebSettings settings;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Authentication authentication;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Access access;

    @Activate
    public AccountsLink(@Reference WebSettings settings) {
        this.settings = settings;
    }

    /** Whether accounts can be looked up. */
    public boolean available() {
        return authentication != null && access != null;
    }

    /** The caller, when they prove to be one who holds a permission. */
    public Optional<Caller> holder(HttpServletRequest request, String permission) {
        Authentication proofs = authentication;
        Access rights = access;
        if (proofs == null || rights == null || !Authentication.offered(request)) {
            return Optional.empty();
        }
        try {
            Caller caller = proofs.caller(Call.of(Door.REST, "platform", request, settings), request);
            return rights.allows(caller, permission, Scope.school()) ? Optional.of(caller) : Optional.empty();
        } catch (RuntimeException unproven) {
            // Wrong proof, too many of them, or no database to check it with: whoever asks is nobody.
            return Optional.empty();
        }
    }

    /**
     * Lets only those pass who may operate the platform.
     *
     * @throws vn.quyche.core.api.error.Forbidden when the caller may not
     */
    public void require(Caller caller) {
        Access rights = access;
        if (rights == null) {
            throw new Unavailable("web.no-accounts");
        }
        rights.require(caller, OPERATE, Scope.school());
    }
}
