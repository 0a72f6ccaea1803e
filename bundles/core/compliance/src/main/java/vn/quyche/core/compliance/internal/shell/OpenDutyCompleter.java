package vn.quyche.core.compliance.internal.shell;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.security.shell.QuycheCompleter;

/** Ids of open duties. */
@Service
public final class OpenDutyCompleter extends QuycheCompleter {

    @Reference
    private Duties duties;

    @Override
    protected Stream<String> candidates(Caller caller) {
        Duties.Query open = new Duties.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duty.State.OPEN),
                false,
                Optional.empty(),
                Optional.empty());
        return duties.list(caller, open, PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .map(Duty::id);
    }
}
