package vn.quyche.signing.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** The roots that are believed, the authorities below them and their lists of revoked certificates. */
@ProviderType
public interface TrustRegister {

    /**
     * What to list.
     *
     * @param track one store only
     * @param text a part of the name
     */
    record Query(Optional<TrustTrack> track, Optional<String> text) {}

    /** Authorities by name. */
    Page<TrustCertificate> list(Caller caller, Query query, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code trust.not-found} */
    TrustCertificate get(Caller caller, String id);

    /**
     * Reads a certificate without adding it, so that its fingerprint can be compared with the one that the authority published.
     *
     * @param file DER or PEM
     * @throws vn.quyche.core.api.error.Invalid when it is no certificate of an authority
     */
    TrustCertificate inspect(Caller caller, byte[] file);

    /**
     * Adds a certificate.
     *
     * @param file DER or PEM
     * @param track the store for a root; one that was issued by a known authority stands where that stands
     * @param fingerprint SHA-256 as the authority published it, typed by whoever adds; blanks and colons do not count
     * @throws vn.quyche.core.api.error.Invalid {@code trust.wrong-fingerprint}, {@code trust.unknown-issuer} …
     * @throws vn.quyche.core.api.error.Conflict {@code trust.known} when it is there
     */
    String add(Caller caller, byte[] file, Optional<TrustTrack> track, String fingerprint);

    /** Removes a certificate and its list; signatures below it can no longer be judged. */
    void remove(Caller caller, String id, String reason);

    /**
     * Loads a list of revoked certificates of an authority that is known.
     *
     * @param file DER or PEM
     * @throws vn.quyche.core.api.error.Invalid when it is none, was not signed by a known authority, or is older than the one there
     */
    TrustCrl loadCrl(Caller caller, byte[] file);
}
