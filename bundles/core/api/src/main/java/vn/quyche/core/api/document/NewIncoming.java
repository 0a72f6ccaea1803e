package vn.quyche.core.api.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A document to register; the fields are those of {@link IncomingDocument}.
 *
 * @param bookId the register; empty for the general one
 * @param arrivedOn empty for today
 * @param again whether it is registered although one of the same sender, code and day is there
 * @param fileIds received files
 */
public record NewIncoming(
        String bookId,
        Optional<LocalDate> arrivedOn,
        String sender,
        String code,
        Optional<LocalDate> day,
        DocumentKind kind,
        String subject,
        Urgency urgency,
        boolean paper,
        String remark,
        boolean again,
        List<String> fileIds) {

    public NewIncoming {
        fileIds = fileIds == null ? List.of() : List.copyOf(fileIds);
    }
}
