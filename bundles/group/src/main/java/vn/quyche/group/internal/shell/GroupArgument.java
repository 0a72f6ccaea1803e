package vn.quyche.group.internal.shell;

import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;

/** Reads a group from the command line: people type its code, scripts its id. */
final class GroupArgument {

    private static final int ID_LENGTH = 26;

    private GroupArgument() {}

    /** @throws NotFound {@code group.not-found} when the caller sees no such group */
    static MessagingGroup find(Groups groups, Caller caller, String idOrCode) {
        if (idOrCode.length() == ID_LENGTH) {
            return groups.get(caller, idOrCode);
        }
        Groups.Query byCode =
                new Groups.Query(Optional.of(idOrCode), Optional.empty(), Optional.empty(), Optional.empty(), false);
        return groups.list(caller, byCode, PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .filter(group -> group.code().equalsIgnoreCase(idOrCode))
                .findFirst()
                .orElseThrow(() -> new NotFound("group.not-found", idOrCode));
    }
}
