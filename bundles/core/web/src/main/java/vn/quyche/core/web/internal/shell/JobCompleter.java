package vn.quyche.core.web.internal.shell;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.security.shell.QuycheCompleter;

/** Completes the names of jobs. */
@Service
public final class JobCompleter extends QuycheCompleter {

    @Reference
    private Jobs jobs;

    @Override
    protected Stream<String> candidates(Caller caller) {
        return Page.every(page -> jobs.list(caller, Optional.empty(), page)).map(Jobs.Line::name);
    }
}
