package vn.quyche.core.api.document;

import java.util.List;
import vn.quyche.core.api.print.SigningCapacity;

/**
 * What is entered about an outgoing document; the fields are those of {@link OutgoingDocument}.
 *
 * @param recipients the lines of {@code Nơi nhận}; those of an internal document follow from its circulation
 * @param fileId the received file that becomes its first or next version; empty keeps the latest one
 * @param versionNote what is new in the version, may be empty
 */
public record NewOutgoing(
        DocumentKind kind,
        String subject,
        String unitCode,
        Urgency urgency,
        List<String> recipients,
        List<Assignee> circulation,
        String answersId,
        String approverId,
        String signerId,
        SigningCapacity capacity,
        String fileId,
        String versionNote) {

    public NewOutgoing {
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
        circulation = circulation == null ? List.of() : List.copyOf(circulation);
        answersId = answersId == null ? "" : answersId;
    }
}
