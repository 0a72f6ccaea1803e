package vn.quyche.core.document.internal.rest;

import java.util.List;
import java.util.Objects;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.print.SigningCapacity;

/** What is entered about an outgoing document; the fields are those of {@link NewOutgoing}. */
public record OutgoingBody(
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

    NewOutgoing entered() {
        return new NewOutgoing(
                kind,
                subject,
                unitCode,
                urgency,
                recipients == null
                        ? List.of()
                        : recipients.stream()
                                .map(line -> line == null ? "" : line)
                                .toList(),
                circulation == null
                        ? List.of()
                        : circulation.stream().filter(Objects::nonNull).toList(),
                answersId,
                approverId,
                signerId,
                capacity,
                fileId,
                versionNote);
    }
}
