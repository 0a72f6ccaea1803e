package vn.quyche.signing.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * Pictures of signatures and of the seal, as visible signatures show them. Who keeps tokens brings them in; a person's is used
 * with that person's token only, the seal with the school's only. Clauses MT.11.1 and TA.10.1.
 */
@ProviderType
public interface SignaturePictures {

    /**
     * A picture to bring in.
     *
     * @param kind what it shows
     * @param personId whose signature it is; counts for signatures only
     * @param width how wide it is on paper, in millimetres
     * @param reason on what ground
     * @param file PNG, at most 1 MB
     */
    record NewPicture(SignaturePicture.Kind kind, String personId, double width, String reason, byte[] file) {}

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param kind what they show
     * @param current only those in use, or only those that are not
     */
    record Query(Optional<SignaturePicture.Kind> kind, Optional<Boolean> current) {}

    /** Pictures, newest first: all with {@code signing:tokens}, otherwise the caller's own. */
    Page<SignaturePicture> list(Caller caller, Query query, PageRequest page);

    /** One. @throws vn.quyche.core.api.error.NotFound {@code signing.picture.not-found} */
    SignaturePicture get(Caller caller, String id);

    /** Its bytes (PNG): for who keeps tokens and for the person. */
    byte[] png(Caller caller, String id);

    /** Brings one in, in place of the one before. @throws vn.quyche.core.api.error.Invalid for what the decree does not take */
    SignaturePicture add(Caller caller, NewPicture picture);

    /** Uses one no more. */
    SignaturePicture end(Caller caller, String id, String reason);

    /** Whether the caller may bring in and end pictures. */
    boolean keeps(Caller caller);
}
