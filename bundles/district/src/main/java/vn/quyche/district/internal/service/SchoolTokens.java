package vn.quyche.district.internal.service;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.district.internal.store.JpaSchoolStore;

/** The tokens with which the district reads the schools' lists; sealed wherever they rest. */
@Component(service = SchoolTokens.class)
public final class SchoolTokens {

    private final Secrets secrets;
    private final JpaSchoolStore schools;

    @Activate
    public SchoolTokens(@Reference Secrets secrets, @Reference JpaSchoolStore schools) {
        this.secrets = secrets;
        this.schools = schools;
    }

    /** A token as it is stored. */
    Optional<String> sealed(Optional<String> token) {
        return token.map(secrets::seal);
    }

    /** @throws RemoteFailure {@link RemoteFailure#NO_TOKEN} when there is none, or it cannot be opened here */
    public String of(String schoolId) {
        String sealed =
                schools.sealedToken(schoolId).orElseThrow(() -> RemoteFailure.lasting(RemoteFailure.NO_TOKEN, ""));
        try {
            return secrets.open(sealed);
        } catch (Unavailable otherKey) {
            throw RemoteFailure.lasting(RemoteFailure.NO_TOKEN, otherKey.code(), otherKey);
        }
    }
}
