package vn.quyche.signing.internal.store;

import java.util.Optional;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.SigningPort;

/**
 * What stands in the register of a copy before it is signed.
 *
 * @param id its id
 * @param kind what it is to be
 * @param title what people call it until it has a number
 * @param source number and symbol of what is copied; empty for attachments
 * @param basis who let it be copied; empty for attachments
 * @param document the document to which an attachment belongs, as it was signed last
 * @param sourceSha256 the bytes that were brought in
 */
public record CopyEntry(
        String id,
        CopyKind kind,
        String title,
        String source,
        String basis,
        Optional<SigningPort.Document> document,
        String sourceSha256) {}
