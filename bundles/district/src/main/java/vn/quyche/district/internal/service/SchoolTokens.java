package vn.quyche.district.internal.service;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.security.Vault;
import vn.quyche.district.internal.store.JpaSchoolStore;

/** The tokens with which the district reads the schools' lists; sealed wherever they rest. */
@Component(service = SchoolTokens.class)
public final class SchoolTokens {

    private final Vault vault;
    private final JpaSchoolStore schools;

    @Activate
    public SchoolTokens(@Reference Vault vault, @Reference JpaSchoolStore schools) {
        this.vault = vault;
        this.schools = schools;
    }

    /** A token as it is stored. */
    Optional<String> sealed(String schoolId, Optional<String> token) {
        return token.map(plain -> vault.seal(purpose(schoolId), plain));
    }

    /** @throws RemoteFailure {@link RemoteFailure#NO_TOKEN} when there is none, or it cannot be opened here */
    public String of(String schoolId) {
        String sealed =
                schools.sealedToken(schoolId).orElseThrow(() -> RemoteFailure.lasting(RemoteFailure.NO_TOKEN, ""));
        try {
            return vault.open(purpose(schoolId), sealed);
        } catch (Unavailable otherKey) {
            throw RemoteFailure.lasting(RemoteFailure.NO_TOKEN, otherKey.code(), otherKey);
        }
    }

    private static String purpose(String schoolId) {
        return "district.school:" + schoolId;
    }
}
