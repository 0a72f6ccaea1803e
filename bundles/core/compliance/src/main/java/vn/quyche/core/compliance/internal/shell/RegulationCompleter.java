package vn.quyche.core.compliance.internal.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations.RegulationView;
import vn.quyche.core.security.shell.QuycheCompleter;

/** Completes the ids of the school's regulations. */
@Service
public final class RegulationCompleter extends QuycheCompleter {

    @Reference
    private AdoptedRegulations adopted;

    @Override
    protected Stream<String> candidates(Caller caller) {
        return adopted.list(caller).stream().map(RegulationView::id);
    }
}
